// Engineering: how an item is treated, and how it is made.
import { settled } from '../browser.mjs';

/** Opens an item found by its code. */
export async function openRecord(person, type, code) {
  await person.go(`/records/${type}?q=${encodeURIComponent(code)}`);
  await person.page.locator('.record-table a', { hasText: code }).first().click();
  await person.page.locator('.record-fields').waitFor();
}

/** Changes an item: switches on what is named, writes what is given. */
export async function treatItem(person, code, { on = [], write = {}, choose = {} }) {
  await openRecord(person, 'item', code);
  await person.press('common.edit');
  const { dialog } = person;
  for (const field of on) {
    const flag = dialog.locator(`#${field}`);
    if ((await flag.getAttribute('aria-checked')) !== 'true') await flag.click();
  }
  for (const [field, value] of Object.entries(write)) await person.fill(dialog.locator(`#${field}`), value);
  for (const [field, value] of Object.entries(choose)) {
    await person.choose(dialog.locator(`#${field}`), value, { search: false });
  }
  await person.agree('common.save');
}

/** A routing of the item's own, unless it has one already. */
export async function makeRouting(person, code, operations) {
  await person.go('/records/routing');
  if (await person.page.locator('.record-table .ant-table-row').filter({ hasText: code }).first().isVisible()) return;
  await person.page.locator('.record-head .ant-btn-primary').click();
  let { dialog } = person;
  await person.choose(dialog.locator('#item_id'), code);
  await dialog.locator('#revision').fill('A');
  await person.agree('common.save');
  await person.page.locator('.record-fields').waitFor();
  for (const operation of operations) {
    await person.page.locator('.record-tabs .ant-btn').filter({ visible: true }).first().click();
    ({ dialog } = person);
    await dialog.locator('#sequence').fill(String(operation.sequence));
    await dialog.locator('#name').fill(operation.name);
    await person.choose(dialog.locator('#work_centre_id'), operation.workCentre);
    await dialog.locator('#setup_minutes').fill('10');
    await dialog.locator('#run_minutes').fill(String(operation.minutes));
    await person.agree('common.save');
    await settled(person.page);
  }
  await person.picture('routing');
  await person.page.locator('.record-head .ant-btn-primary').first().click();
  await person.dialog.locator('.ant-btn-primary').click();
  await person.page.locator('.ant-modal-wrap').waitFor({ state: 'hidden' });
}
