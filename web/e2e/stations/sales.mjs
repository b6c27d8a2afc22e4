// Sales: customer, inquiry, review, confirmation, change.

/** A new customer in the list of partners. */
export async function makeCustomer(person, { code, name }) {
  await person.go('/records/partner');
  await person.page.locator('.record-head .ant-btn-primary').click();
  const { dialog } = person;
  await dialog.locator('#code').fill(code);
  await dialog.locator('#name').fill(name);
  await dialog.locator('#is_customer').click();
  await person.agree('common.save');
}

/** Enters an inquiry; answers the address of its first line. */
export async function enterInquiry(person, { customer, reference, lines }) {
  await person.go('/orders/new');
  const { page } = person;
  await person.choose(person.field('lineColumn.customer'), customer);
  await person.fill('newOrder.reference', reference);
  for (const [index, line] of lines.entries()) {
    if (index > 0) await person.press('newOrder.addLine');
    const row = page.locator('.draft-line').nth(index);
    await person.choose(person.field('promise.item', { within: row }), line.item);
    await person.fill('lineColumn.quantity', line.quantity, { within: row });
    await person.fill('lineColumn.requested', line.requested, { within: row });
    await person.fill('newOrder.price', line.price, { within: row });
    if (line.specification) await person.fill('newOrder.specification', line.specification, { within: row });
    if (line.ask) await askWhetherWeCan(person, row);
  }
  await person.picture('new-order');
  await person.press('newOrder.save');
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
  await page.locator('.line-title').waitFor();
  return new URL(page.url()).pathname;
}

async function askWhetherWeCan(person, row) {
  await person.press('newOrder.canWe', { within: row });
  await row.locator('.promise-date').waitFor();
}

/** The order's number as its page shows it. */
export async function numberOf(person) {
  const text = await person.page.locator('.line-crumbs b').innerText();
  return text.split(' · ')[0].trim();
}

export async function attach(person, file) {
  await person.upload(person.page.locator('.timeline-write'), file);
  await person.sees(file.name);
}

/** A verb of the order, from its button or from behind the dots. */
export async function orderVerb(person, verb) {
  const { page } = person;
  const name = person.text(`orderVerb.${verb}`);
  const place = page.locator('.line-actions');
  const own = place.getByRole('button', { name, exact: true });
  const more = place.getByRole('button', { name: person.text('common.more') });
  await own.or(more).first().waitFor();
  if (await own.isVisible()) return own.click();
  await more.click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

/** The same, unless a link has opened the dialog already. */
async function openVerb(person, verb) {
  const asked = new URL(person.page.url()).searchParams.has('do');
  if (asked) await person.dialog.waitFor();
  else await orderVerb(person, verb);
}

export async function quote(person) {
  await orderVerb(person, 'quote');
  await person.agree('orderVerb.quote');
}

export async function submitForReview(person) {
  await orderVerb(person, 'submitReview');
  await person.agree('orderVerb.submitReview');
  await person.button('orderVerb.answer').waitFor();
}

/** One department's answer, with the computed earliest date in sight. */
export async function answerReview(person, { department, answer = 'YES', remark }) {
  await openVerb(person, 'answer');
  const { dialog } = person;
  await dialog.locator('.promise-date').waitFor();
  await dialog.getByText(person.text(`answer.${answer}`), { exact: true }).last().click();
  if (remark) await dialog.locator('textarea').fill(remark);
  await person.picture(`review-${department.toLowerCase()}`);
  const earliest = await dialog.locator('.promise-date').innerText();
  await person.agree('review.send');
  return earliest.trim();
}

/** Gives our word; where a rule asks for it the approval begins. */
export async function confirmOrder(person) {
  await orderVerb(person, 'confirm');
  await person.picture('confirm');
  await person.agree('confirm.send');
}

/** After the approval: the word to the customer. */
export async function confirmApproved(person) {
  await openVerb(person, 'confirm');
  await person.agree('orderVerb.confirm');
}

export async function changeLine(person, { quantity, requested, reason }) {
  await orderVerb(person, 'change');
  const { dialog } = person;
  if (quantity) await person.fill('lineColumn.quantity', quantity, { within: dialog });
  if (requested) await person.fill('lineColumn.requested', requested, { within: dialog });
  await person.fill('order.reason', reason, { within: dialog });
  await person.picture('change');
  await person.agree('change.send');
}
