// Buyer, warehouse and inspector: orders to suppliers, goods in, goods out.
import { settled } from '../browser.mjs';

/** Sends every purchase order that is still a draft; answers how many were sent. */
export async function orderDrafts(person) {
  const { page } = person;
  await person.go('/records/purchase-order');
  await page.locator('.record-tools .ant-select').filter({ hasText: person.text('record.groupBy') }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: /^(状态|Status)$/ }).click();
  await page.locator('.group-strip .chip').filter({ hasText: /^(草稿|Draft)/ }).click();
  const rows = page.locator('.ant-table-row');
  let sent = 0;
  while (await rows.first().isVisible()) {
    const drafts = await rows.count();
    await chooseAllRows(person);
    await person.picture('drafts');
    await person.press(/^(下单|Order) \d+$/);
    await person.agreeForMany(/^(下单|Order) \d+$/);
    await settled(page);
    sent += drafts;
    await page.waitForTimeout(300);
  }
  return sent;
}

/** Chooses every row of the list on the page. */
export async function chooseAllRows(person) {
  await person.page.locator('.ant-table-thead .ant-checkbox-input').filter({ visible: true }).first().click();
}

export async function receiveOne(person, { item, quantity, lot, supplierLot }) {
  await person.go('/warehouse?tab=receipts');
  const row = person.page.locator('.ant-table-row').filter({ hasText: item }).first();
  await person.press('stock.receive', { within: row });
  const { dialog } = person;
  await person.fill('lineColumn.quantity', quantity, { within: dialog });
  await person.fill(dialog.getByPlaceholder(person.text('stock.lotByRule')), lot);
  await person.fill('stock.supplierLot', supplierLot, { within: dialog });
  await person.picture('receive');
  await person.agree('stock.receive');
}

/** Takes in everything that is expected, also of earlier purchase orders: planning counts on it. */
export async function receiveAll(person) {
  await person.go('/warehouse?tab=receipts');
  const { page } = person;
  const rows = page.locator('.ant-table-row');
  let received = 0;
  while ((await rows.count()) > 0) {
    await chooseAllRows(person);
    await person.picture('receipts');
    await person.press(person.pattern('stock.receiveMany'));
    received += await person.dialog.locator('tbody tr').count();
    await person.agreeForMany(person.pattern('stock.receiveMany'));
    await settled(page);
    await page.waitForTimeout(300);
  }
  return received;
}

/** Gives every released work order what it needs. */
export async function issueAll(person) {
  await person.go('/warehouse?tab=issue');
  if (!(await person.page.locator('.ant-table-row').first().isVisible())) return [];
  await chooseAllRows(person);
  await person.picture('issue');
  await person.press(person.pattern('stock.issueMany'));
  return person.agreeForMany(person.pattern('stock.issueMany'));
}

/** Accepts one lot on its own, with what was found. */
export async function inspectOne(person, { item, rejected = 0, reason }) {
  await person.go('/quality');
  const row = person.page.locator('.ant-table-row').filter({ hasText: item }).first();
  await person.press('quality.decide', { within: row });
  const { dialog } = person;
  if (rejected > 0) {
    await person.fill('quality.rejected', rejected, { within: dialog });
    await person.fill('quality.reasonNeeded', reason, { within: dialog });
  }
  await person.picture(rejected > 0 ? 'reject' : 'accept');
  await person.agree(rejected > 0 ? person.pattern('quality.acceptSome') : person.pattern('quality.acceptAll'));
}

/** Accepts every lot that waits. */
export async function acceptAll(person) {
  await person.go('/quality');
  if (!(await person.page.locator('.ant-table-row').first().isVisible())) return;
  await chooseAllRows(person);
  await person.press(person.pattern('quality.acceptMany'));
  await person.agreeForMany(person.pattern('quality.acceptMany'));
}

/** Decides that bad pieces are accepted as they are. */
export async function concede(person, item) {
  await person.go('/quality');
  await person.page.getByText(person.text('quality.nonconformances'), { exact: true }).click();
  const row = person.page.locator('tr').filter({ hasText: item }).first();
  await person.press('quality.decide', { within: row });
  await person.dialog.getByText(person.text('disposition.CONCESSION'), { exact: true }).click();
  await person.agree('disposition.CONCESSION');
}

/** Packs what is ready of an order, one line after the other. */
export async function pack(person, order) {
  await person.go('/warehouse?tab=shipping');
  const rows = person.page.locator('.ship-row').filter({ hasText: order });
  const ready = rows.filter({ has: person.page.locator('.ant-btn-primary:not([disabled])') }).filter({
    has: person.page.getByRole('button', { name: person.text('shipping.pack'), exact: true }),
  });
  await ready.first().waitFor();
  await person.picture('ready-to-pack');
  for (let left = await ready.count(); left > 0; left--) {
    const line = await ready.first().getByRole('link').innerText();
    await person.press('shipping.pack', { within: ready.first() });
    await person.agree('shipping.pack');
    await ready.filter({ hasText: line }).waitFor({ state: 'hidden' });
  }
}

/** Puts the order's packages into one shipment, lets it leave, and records who signed. */
export async function shipAndDeliver(person, order, { carrier, tracking, signedBy, proof }) {
  const { page } = person;
  const packed = page.locator('.ship-row').filter({ hasText: order }).filter({ has: page.locator('.ant-checkbox-input') });
  await packed.first().waitFor();
  for (const box of await packed.locator('.ant-checkbox-input').all()) await box.check();
  await person.press(person.pattern('shipping.makeShipment'));
  const shipment = page.locator('.ship-row').filter({ has: page.locator('a[href*="/shipment/"]') });
  const leave = shipment.filter({ has: page.getByRole('button', { name: person.text('shipping.ship'), exact: true }) });
  await person.press('shipping.ship', { within: leave.last() });
  let { dialog } = person;
  await person.fill('shipping.carrier', carrier, { within: dialog });
  await person.fill('shipping.tracking', tracking, { within: dialog });
  await dialog.getByRole('checkbox').check();
  await person.picture('ship');
  await person.agree('shipping.ship');
  const under = shipment.filter({ hasText: tracking });
  await person.press('shipping.deliver', { within: under });
  ({ dialog } = person);
  await dialog.getByLabel(person.text('shipping.signedBy')).fill(signedBy);
  await person.upload(dialog, proof);
  await dialog.getByText(proof.name).waitFor();
  await person.picture('deliver');
  await person.agree('shipping.deliver');
}
