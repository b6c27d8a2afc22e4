// What goes wrong in a plant every day, through the pages: each time a clear refusal and nothing half written.
import { enter } from './person.mjs';
import { archiveOf, manyItems, mergedHeaders, oldEncoding } from './files.mjs';
import * as sales from './stations/sales.mjs';

const must = (right, sentence) => {
  if (!right) throw new Error(sentence);
};

/** The import window of a record type, with a file handed over and looked at. */
async function tryImport(person, type, file) {
  await person.go(`/records/${type}`);
  await person.press('record.import');
  await person.upload(person.dialog, file);
  const answer = person.dialog.locator('.ant-alert').first();
  await answer.waitFor({ timeout: 60_000 });
  await person.picture(`import-${file.name.split('.')[0]}`);
  return (await person.dialog.innerText()).replaceAll(/\s+/g, ' ');
}

async function countOf(person, type, word) {
  await person.go(`/records/${type}?q=${word}`);
  return person.page.locator('.ant-table-row').count();
}

/** A table in the encoding of old systems is read as it was meant. */
export async function importOldEncoding(person) {
  const said = await tryImport(person, 'item', oldEncoding);
  must(said.includes(person.text('import.would', { total: 2, inserted: 2, updated: 0, unchanged: 0, rejected: 0 })), said);
  await person.press('import.take', { values: { n: 2 } });
  await person.button('import.undo').waitFor();
  await person.go('/records/item?q=GBK-1');
  await person.page.getByText('六角螺栓').waitFor();
  await undoLastImport(person);
  must((await countOf(person, 'item', 'GBK-')) === 0, 'the import in an old encoding could not be undone');
}

async function undoLastImport(person) {
  await person.go('/build?tab=imports');
  const row = person.page.locator('.record-tabs tr').first();
  await person.press('import.undo', { within: row });
  await person.press('import.undo', { within: person.page.locator('.ant-popover:visible') });
  await row.getByText(person.text('build.undone')).waitFor({ timeout: 60_000 });
}

/** Merged headers: whatever is understood of them, nothing is written before somebody agrees. */
export async function importMergedHeaders(person) {
  const said = await tryImport(
    person,
    'item',
    mergedHeaders([
      ['物料', '', '属性', ''],
      ['物料编码', '名称', '来源', '计量单位'],
      ['MERGED-1', 'Bolt', '外购', 'C62'],
    ]),
  );
  must((await countOf(person, 'item', 'MERGED-')) === 0, 'a file with merged headers was written without being asked');
  return said;
}

/** Ten thousand rows, every hundredth wrong: the wrong ones are listed, the others written, all of it undone. */
export async function importManyWithMistakes(person) {
  const prefix = `MANY${Date.now().toString(36).toUpperCase()}`;
  const said = await tryImport(person, 'item', manyItems(prefix));
  const counts = { total: 10_000, inserted: 9900, updated: 0, unchanged: 0, rejected: 100 };
  must(said.includes(person.text('import.would', counts)), said);
  must(said.includes('NO-UNIT'), 'the wrong value is not shown');
  const errors = await person.dialog.locator('a[href^="/api/"]').filter({ hasText: person.text('import.errorFile') });
  must((await errors.count()) === 1, 'there is no file of the wrong rows');
  must((await countOf(person, 'item', `${prefix}-17`)) === 0, 'a trial has written something');
  await tryImport(person, 'item', manyItems(prefix));
  await person.press('import.take', { values: { n: 9900 } });
  await person.button('import.undo', {}).waitFor({ timeout: 120_000 });
  await person.press('import.undo');
  await person.sees('import.undone', { timeout: 120_000 });
  must((await countOf(person, 'item', `${prefix}-17`)) === 0, 'the undone import has left something');
}

/** Two people confirm the same order: the second is told by whom and when it was done. */
export async function confirmTwice(browser, server, { username, password, language, shots }) {
  const first = await enter(browser, server, { username, password, language, shots });
  const stamp = `twice-${Date.now().toString(36)}`;
  await sales.makeCustomer(first, { code: stamp, name: stamp });
  const requested = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const line = await sales.enterInquiry(first, {
    customer: stamp,
    reference: stamp,
    lines: [{ item: 'HL-U509-R', quantity: 2, requested, price: 30 }],
  });
  await sales.submitForReview(first);
  for (const department of ['SALES', 'ENGINEERING', 'PRODUCTION']) {
    await first.go(line);
    await sales.answerReview(first, { department });
  }
  const second = await enter(browser, server, { username, password, language, shots });
  for (const person of [first, second]) {
    await person.go(line);
    await sales.orderVerb(person, 'confirm');
  }
  // Who comes second is refused in words, unless his page has heard of the first one already and closed the dialog,
  // perhaps under his hand.
  const presses = await Promise.allSettled(
    [first, second].map((person) => person.press('confirm.send', { within: person.dialog })),
  );
  must(
    presses.some((press) => press.status === 'fulfilled'),
    `nobody could send the confirmation: ${presses[0].reason}`,
  );
  const said = await Promise.any([first.refusal(), second.refusal()]).catch(() => '');
  await second.picture('confirmed-twice');
  for (const person of [first, second]) {
    await person.go(line);
    await person.button('orderVerb.change').waitFor();
  }
  await first.leave();
  await second.leave();
  return said;
}

/** The import of another system's tables, twice: the second time changes nothing. */
export async function takeOverAgain(person, folder, takeOverForeignData) {
  const said = await takeOverForeignData(person, archiveOf(folder));
  const wrote = person.language === 'zh' ? /新增 (?!0)\d|修改 (?!0)\d/ : /[1-9]\d* (added|changed)/;
  must(!wrote.test(said), `taking the same tables over again has changed something: ${said.match(wrote)}`);
}

/** An empty plant says that there is no demonstration to remove. */
export async function lookAtDemonstration(person) {
  await person.go('/build?tab=demo');
  await person.sees('build.noDemo');
}
