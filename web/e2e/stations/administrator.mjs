// The administrator: accounts, foreign data, the approval chain.

/** Hands over the tables of another system and waits for the report. */
export async function takeOverForeignData(person, archive) {
  await person.go('/build?tab=exchange');
  await person.upload(person.page.locator('.exchange'), archive);
  await person.page.locator('.exchange table').waitFor({ timeout: 240_000 });
  await person.picture('exchange');
  return person.page.locator('.exchange').innerText();
}

/** Makes an account on the page of people. */
export async function makeAccount(person, { username, password, name, role, partner }) {
  if (!person.page.url().includes('tab=people')) await person.go('/build?tab=people');
  await person.press('build.newAccount');
  const { dialog } = person;
  await dialog.locator('#displayName').fill(name);
  await dialog.locator('#username').fill(username);
  await dialog.locator('#password').fill(password);
  await person.choose(dialog.locator('#roles'), person.text(`role.${role}`));
  await person.page.keyboard.press('Escape');
  if (partner) await person.choose(dialog.locator('#partnerId'), partner);
  await person.agree('common.save');
}

/** A chain of two for large orders: the manager, then finance. */
export async function makeApprovalRule(person, { name, amount }) {
  await person.go('/approval-rules');
  await person.press('approvals.newRule');
  const { dialog } = person;
  await dialog.getByPlaceholder(person.text('approvals.ruleName')).fill(name);
  await dialog.locator('.ant-input-number-input').first().fill('1'); // before the rules that were there
  await dialog.getByText(person.text('approvals.addCondition')).click();
  const condition = dialog.locator('.rule-test').last();
  const gross = person.language === 'zh' ? '含税金额' : 'Amount with tax';
  await person.choose(condition.locator('.ant-select').first(), gross, { search: false });
  await condition.locator('input.ant-input').fill(String(amount));
  await dialog.getByText(person.text('approvals.addStep')).click();
  const second = dialog.locator('.rule-step').last();
  await person.choose(second.locator('.ant-select').first(), person.text('role.finance'), { search: false });
  await person.picture('approval-rule');
  await person.agree('common.save');
  await person.sees(name);
}
