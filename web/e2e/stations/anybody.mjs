// What waits for somebody: approvals and acknowledgements, whoever it is.

/** Says yes to an approval in two presses; answers whether there was one. */
export async function approve(person, order) {
  await person.go('/approvals');
  const card = person.page.locator('.approval-card').filter({ hasText: order }).first();
  await card.waitFor();
  await person.picture(`approval-${person.name.replace(/-.*/, '')}`);
  await person.press('approval.approve', { within: card });
  await person.press('approval.confirmApprove', { within: card });
  await card.waitFor({ state: 'hidden' });
}

/** Opens what the newest notice about an order leads to. */
export async function followNotice(person, order) {
  await person.go('/approvals');
  await person.page.locator('.notice').filter({ hasText: order }).first().click();
  await person.page.locator('.line-title').waitFor();
}

/** Acknowledges everything that was asked of this person; answers how much that was. */
export async function acknowledgeAll(person) {
  await person.go('/approvals');
  const asked = () => person.page.getByRole('button', { name: person.text('approval.acknowledge') });
  let done = 0;
  while ((await asked().count()) > 0) {
    const before = await asked().count();
    await asked().first().click();
    await person.page.waitForFunction(
      ([name, count]) =>
        [...document.querySelectorAll('button')].filter((one) => one.textContent.trim() === name).length < count,
      [person.text('approval.acknowledge'), before],
    );
    done++;
  }
  return done;
}
