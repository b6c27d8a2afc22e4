// What only a living plant shows, on a running server with the demonstration factory:
// node web/e2e/demonstration.mjs URL. It leaves the plan as it was; one report is made and taken back.
import { DESKTOP, launch, PHONE } from './browser.mjs';
import { picture } from './files.mjs';
import { checkPages } from './pages.mjs';
import { enter } from './person.mjs';
import * as floor from './stations/floor.mjs';
import * as planning from './stations/planning.mjs';

const url = (process.argv[2] ?? '').replace(/\/$/, '');
if (url === '') {
  console.error('Say which server: node web/e2e/demonstration.mjs http://localhost:8180');
  process.exit(2);
}
const wanted = process.argv.slice(3);
const PASSWORD = 'throughline';
const server = { url, call };
const must = (right, sentence) => {
  if (!right) throw new Error(sentence);
};

const STEPS = {
  causes: ['one missing item is one row, its orders fold out', oneRowForACause],
  recover: ['a way to recover is tried in a draft and taken back', tryToRecover],
  move: ['a move on the board is taken back with Ctrl-Z', moveAndUndo],
  photo: ['the picture of a bad piece is seen at its order', photographBadPiece],
  customer: ['what the house says to the customer reaches the customer', talkToCustomer],
  columns: ['the columns of a file are told at the desk and on the phone', tellColumns],
  keys: ['the keys of the list: J, K, Enter, /, Ctrl-K, Esc', useKeys],
  benches: ['every role’s own pages, in both languages and widths', openBenches],
};

const browser = await launch();
let failed = 0;
for (const [name, [title, work]] of Object.entries(STEPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = Date.now();
  try {
    await work();
    console.log(`✓ ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  } catch (failure) {
    failed++;
    console.error(`✗ ${title}\n${failure.stack}`);
  }
}
await browser.close();
process.exit(failed === 0 ? 0 : 1);

function by(username, options = {}) {
  return enter(browser, server, { username, password: PASSWORD, shots: process.env.SHOTS, ...options });
}

async function oneRowForACause() {
  const planner = await by('zhoumin');
  await planner.go('/bench');
  const fold = planner.page.locator('.exception-whom button').first();
  await fold.waitFor();
  const promised = Number(/\d+/.exec(await fold.innerText())[0]);
  await fold.click();
  await planner.picture('causes');
  const lines = await planner.page.locator('.exception-line').count();
  must(lines === promised, `${promised} orders were announced, ${lines} are shown`);
  await planner.leave();
}

/** The first late line that the plan knows a way for. */
async function openRecoverable(planner) {
  const session = await call('POST', '/api/session', { username: 'zhoumin', password: PASSWORD });
  const authorised = { Authorization: `Bearer ${session.token}` };
  const { items } = await call('GET', '/api/lines?state=LATE&size=50', undefined, authorised);
  for (const line of items) {
    const { options } = await call('GET', `/api/order-lines/${line.id}/recovery`, undefined, authorised);
    if (!options.some((one) => one.actions.includes('FIRST') && one.minutes >= 1440)) continue;
    await planner.go(`/orders/${line.id}`);
    await planner.page.locator('.recover-option').first().waitFor();
    return line.id;
  }
  throw new Error('the plan knows no way to recover any late line');
}

async function tryToRecover() {
  const planner = await by('zhoumin');
  await openRecoverable(planner);
  const attempt = planner.button('recover.try');
  for (const option of await planner.page.locator('.recover-option > button').all()) {
    if (await attempt.isVisible()) break;
    await option.click();
  }
  await planner.picture('recover');
  await attempt.click();
  await planner.page.waitForURL(/\/schedule\?line=/);
  await planner.page.locator('.publish-count').waitFor();
  await planner.picture('recover-draft');
  await planner.press('schedule.undo');
  await planner.page.locator('.publish-count').waitFor({ state: 'hidden' });
  await planner.leave();
}

async function moveAndUndo() {
  const planner = await by('zhoumin');
  await planner.go('/schedule');
  await planner.page.locator('.board-scroll').waitFor();
  await planning.moveAndUndo(planner);
  await planner.leave();
}

async function photographBadPiece() {
  const operator = await by('wangjianjun', { size: PHONE });
  await operator.go('/floor');
  const { page } = operator;
  const strip = page.locator('.operator-today b').first();
  await strip.waitFor();
  const before = Number((await strip.innerText()).replaceAll(',', ''));
  const answered = page.waitForResponse((one) => /\/api\/operations\/[^/]+\/reports$/.test(one.url()));
  const sent = page.waitForResponse((one) => /\/api\/records\/report\/[^/]+\/files$/.test(one.url()));
  await floor.report(operator, 20, { scrap: 1, photo: picture });
  const { operationId, good, scrap } = await (await answered).json();
  must((await sent).ok(), 'the picture was not taken');
  await floor.seesToday(operator, before + Number(good) + Number(scrap));
  const token = (await call('POST', '/api/session', { username: 'zhoumin', password: PASSWORD })).token;
  const task = await call('GET', `/api/operations/${operationId}`, undefined, { Authorization: `Bearer ${token}` });
  const planner = await by('zhoumin');
  await floor.seesPhoto(planner, `/orders/${task.order.lineId}`);
  await planner.picture('photo-at-order');
  await planner.leave();
  await page.locator('.done-toast button').click();
  await floor.seesToday(operator, before);
  await operator.leave();
}

async function talkToCustomer() {
  const customer = await by('ruize', { size: PHONE });
  await customer.go('/portal');
  const link = customer.page.locator('a[href^="/portal/"]').filter({ has: customer.page.locator('.portal-row-text') }).first();
  const address = await link.getAttribute('href');
  const line = address.split('/').at(-1);
  const words = `${Date.now().toString(36)} 图纸已收到`;
  const seller = await by('linjia');
  await seller.go(`/orders/${line}`);
  const box = seller.page.locator('.timeline-write');
  await box.getByText(seller.text('timeline.CUSTOMER'), { exact: true }).click();
  await seller.field('timeline.writeCustomer', { within: box }).fill(words);
  await seller.press('common.send', { within: box });
  await seller.page.locator('.timeline-bubble').filter({ hasText: words }).waitFor();
  await seller.picture('to-customer');
  await seller.leave();
  await customer.go(address);
  await customer.page.getByText(words).waitFor();
  await customer.picture('customer-reads');
  await customer.leave();
}

async function tellColumns() {
  const admin = await by('admin');
  await admin.go('/records/item');
  await admin.press('record.import');
  await admin.upload(admin.dialog, {
    name: 'columns.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('物料编码,叫什么名字,来源,计量单位,客户指定的特殊表面处理要求说明\nE2E-1,六角螺栓,外购,C62,镀锌\n'),
  });
  const told = admin.dialog.locator('.import-columns');
  await told.locator('tbody tr').first().waitFor();
  await admin.choose(told.locator('tr').filter({ hasText: '叫什么名字' }).locator('.ant-select'), '名称', { search: false });
  const taken = admin.page.getByText(admin.text('import.would', { total: 1, inserted: 1, updated: 0, unchanged: 0, rejected: 0 }));
  await taken.waitFor();
  for (const size of [DESKTOP, PHONE]) {
    await admin.page.setViewportSize(size);
    await told.locator('tbody tr').first().scrollIntoViewIfNeeded();
    await admin.picture(`columns-${size.width}`);
    const wide = await admin.dialog.evaluate((dialog) => dialog.scrollWidth - Math.min(dialog.clientWidth, window.innerWidth));
    must(wide <= 1, `at ${size.width} px the columns are ${wide} px wider than their window`);
  }
  await admin.leave();
}

async function useKeys() {
  const planner = await by('zhoumin');
  const { page } = planner;
  await planner.go('/orders');
  await page.locator('.line-body').first().waitFor();
  for (const key of ['j', 'j', 'k', 'j']) await page.keyboard.press(key);
  const second = await page.locator('.line-chosen .line-number').getAttribute('href');
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${second}`);
  await page.keyboard.press('Control+k');
  const palette = page.locator('.palette');
  await palette.waitFor();
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'hidden' });
  await planner.leave();
}

async function openBenches() {
  const pages = {
    zhoumin: ['/bench', '/orders', '/planning', '/schedule'],
    linjia: ['/bench', '/orders/new'],
    chenlihua: ['/bench'],
    qianyufang: ['/bench', '/warehouse'],
    hezhiqiang: ['/bench', '/shop'],
    wangjianjun: ['/floor'],
    chenfang: ['/bench', '/quality'],
    liguodong: ['/bench'],
    guxiaodong: ['/bench'],
    admin: ['/bench?role=finance', '/bench?role=maintenance', '/bench?role=project-manager', '/build'],
    ruize: ['/portal'],
    honggang: ['/portal'],
  };
  const problems = [];
  for (const [username, paths] of Object.entries(pages)) {
    problems.push(...(await checkPages(browser, server, { username, password: PASSWORD, pages: paths })));
  }
  must(problems.length === 0, problems.join('\n'));
}

async function call(method, path, body, headers = {}) {
  const answer = await fetch(url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}
