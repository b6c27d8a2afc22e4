// Team leader and operator: release, dispatch list, reports.
import { settled } from '../browser.mjs';
import { chooseAllRows } from './material.mjs';

/** Hands every work order of a line that still waits to the floor; answers what could not be released and why. */
export async function releaseAll(person, lineId) {
  await person.go(`/records/work-order?line=${lineId}`);
  if (!(await person.page.locator('.ant-table-row').first().isVisible())) return [];
  await chooseAllRows(person);
  await person.page.locator('.bulk-verbs').waitFor();
  const release = person.page.locator('.bulk-verbs .ant-btn').filter({ hasText: /^(下达|Release)/ });
  if (!(await release.isVisible())) return [];
  await release.click();
  await person.picture('release');
  return person.agreeForMany(/^(下达|Release) \d+$/);
}

/** What is on the dispatch list of all work centres for an order. */
export async function dispatchList(person, order) {
  await person.go('/shop?centre=all');
  await person.page.getByPlaceholder(person.text('shop.find')).fill(order);
  await person.page.waitForTimeout(200);
  return person.page.locator('.dispatch-row').allInnerTexts();
}

/** Reports everything that can be reported, except what belongs to the item that the operator makes. */
export async function reportAll(person, order, exceptItem) {
  const rows = await dispatchList(person, order);
  if (rows.length === 0) return 0;
  const boxes = person.page.locator('.dispatch-row').filter({ hasNotText: exceptItem }).locator('input:not([disabled])');
  const many = await boxes.count();
  if (many === 0) return 0;
  for (const box of await boxes.all()) await box.check();
  await person.picture('dispatch');
  await person.press(person.pattern('shop.reportMany'));
  await person.agreeForMany(person.pattern('shop.reportMany'));
  return many;
}

/** Opens the job of an operation, by its number, from the large card or from the list below it. */
async function openJob(person, operation) {
  const { page } = person;
  await settled(page);
  const named = { hasText: new RegExp(`(?<!\\d)${operation} `) }; // 20, but not the end of 120 pieces
  const card = page.locator('.job').filter(named);
  await page.locator('.job, .next-job').filter(named).first().waitFor();
  if (await card.isVisible()) return card;
  await page.locator('.next-job').filter(named).first().click();
  return null;
}

/** Starts the operation on the large card. */
export async function startJob(person, operation) {
  const card = await openJob(person, operation);
  await person.picture('phone-task');
  await person.press('floor.start', { within: card });
  await person.button('floor.report', { within: card }).waitFor();
}

/** Reports pieces: good as typed or everything, scrap with its reason and, if there is one, a picture. */
export async function report(person, operation, { good, scrap = 0, photo } = {}) {
  const { page } = person;
  const card = await openJob(person, operation);
  if (card) await person.press('floor.report', { within: card });
  const sheet = page.locator('.sheet');
  await sheet.waitFor();
  if (good !== undefined) for (const digit of String(good)) await sheet.locator('.pad-keys').getByText(digit, { exact: true }).click();
  if (scrap > 0) {
    await sheet.locator('.bucket-row button').last().click();
    const more = sheet.getByRole('button', { name: person.text('floor.moreOne') });
    for (let piece = 0; piece < scrap; piece++) await more.click();
    await sheet.locator('.reason-grid button').first().click();
    if (photo) await person.upload(sheet.locator('.photo-take'), photo);
    if (photo) await sheet.locator('.photo:not(.photo-take)').waitFor();
  }
  await person.picture(scrap > 0 ? 'phone-scrap' : 'phone-report');
  await sheet.locator('.sheet-book').click();
  await sheet.waitFor({ state: 'hidden' });
  await settled(page);
}

/** The strip at the foot says how many pieces this person made today. */
export async function seesToday(person, pieces) {
  const strip = person.page.locator('.operator-today b').first();
  await strip.filter({ hasText: new RegExp(`^${pieces}$`) }).waitFor();
}

/** The picture of a bad piece, on the page of the order line it belongs to. */
export async function seesPhoto(person, line) {
  await person.go(line);
  const picture = person.page.locator('.timeline-file img').first();
  await picture.scrollIntoViewIfNeeded();
  await person.page.waitForFunction(() => document.querySelector('.timeline-file img')?.naturalWidth > 0);
}
