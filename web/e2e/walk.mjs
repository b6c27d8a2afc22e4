// One order walks through the whole house in the browser: 300 Road-150 bicycles, from the customer's question to the
// signed delivery note, every step by a person at the page where that person works.
import { PHONE } from './browser.mjs';
import { picture } from './files.mjs';
import { enter } from './person.mjs';
import { makeAccount, makeApprovalRule } from './stations/administrator.mjs';
import { acknowledgeAll, approve, followNotice } from './stations/anybody.mjs';
import { makeRouting, treatItem } from './stations/engineering.mjs';
import * as floor from './stations/floor.mjs';
import * as material from './stations/material.mjs';
import * as planning from './stations/planning.mjs';
import * as sales from './stations/sales.mjs';

const PRODUCT = 'BK-R93R-62';
const PRODUCT_NAME = 'Road-150';
const HELMET = 'HL-U509-R';
const TIRE = 'TI-R982';
const ROLES = [
  'sales',
  'engineer',
  'planner',
  'manager',
  'finance',
  'buyer',
  'warehouse',
  'team-leader',
  'inspector',
  'operator',
];
const NAMES = {
  zh: ['林佳', '顾晓东', '周敏', '李国栋', '方会计', '陈丽华', '钱玉芳', '何志强', '陈芳', '王建军'],
  en: ['Sally', 'Edward', 'Paula', 'Martin', 'Fiona', 'Bill', 'Wanda', 'Theo', 'Iris', 'Oscar'],
};

const later = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const must = (right, sentence) => {
  if (!right) throw new Error(sentence);
};

export const CHAPTERS = [
  ['people, customer and approval chain', openTheHouse],
  ['engineering says how it is made', engineer],
  ['inquiry, quotation, review', inquire],
  ['approval and confirmation', promise],
  ['requirements and suggestions', plan],
  ['schedule and board', schedule],
  ['the customer changes his mind', change],
  ['purchases arrive and are inspected', buy],
  ['the floor makes it', make],
  ['final inspection', inspect],
  ['packing, shipment, proof of delivery', deliver],
  ['the line as everybody sees it', look],
];

/** The whole walk in one language. */
export async function walkInBrowser(browser, server, { username, password, language, shots }) {
  const stamp = `${language}${Date.now().toString(36)}`;
  const house = { browser, server, language, shots, stamp, secret: `walk-${stamp}`, sessions: {} };
  house.sessions.administrator = await enter(browser, server, { username, password, language, shots });
  for (const [title, work] of CHAPTERS) {
    const started = Date.now();
    await work(house);
    console.log(`  · ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
  for (const person of Object.values(house.sessions)) await person.leave();
}

async function openTheHouse(house) {
  const { stamp, language, secret } = house;
  const admin = await at(house, 'administrator');
  house.customer = { code: `W-${stamp}`, name: language === 'zh' ? `远行自行车 ${stamp}` : `Far Cycles ${stamp}` };
  await sales.makeCustomer(admin, house.customer);
  for (const [index, role] of ROLES.entries()) {
    await makeAccount(admin, { username: `${role}-${stamp}`, password: secret, name: NAMES[language][index], role });
  }
  const buyer = { username: `customer-${stamp}`, password: secret, name: house.customer.name, role: 'customer' };
  await makeAccount(admin, { ...buyer, partner: house.customer.code });
  await admin.picture('people');
  await makeApprovalRule(admin, {
    name: language === 'zh' ? `大单 ${stamp}` : `Large orders ${stamp}`,
    amount: 100_000,
  });
}

/** The session of a role; opened when it is first needed. */
async function at(house, role) {
  house.sessions[role] ??= await enter(house.browser, house.server, {
    username: `${role}-${house.stamp}`,
    password: house.secret,
    language: house.language,
    size: role === 'operator' ? PHONE : undefined,
    shots: house.shots,
  });
  return house.sessions[role];
}

async function inquire(house) {
  const seller = await at(house, 'sales');
  house.line = await sales.enterInquiry(seller, {
    customer: house.customer.code,
    reference: `PO-${house.stamp}`,
    lines: [
      {
        item: PRODUCT,
        quantity: 300,
        requested: later(60),
        price: 4100,
        specification: house.language === 'zh' ? '车架号打在头管上' : 'Frame number on the head tube',
        ask: true,
      },
      { item: HELMET, quantity: 900, requested: later(45), price: 35 },
    ],
  });
  house.order = await sales.numberOf(seller);
  await sales.attach(seller, {
    name: 'frame-number.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Head tube, 30 mm from the top\n'),
  });
  await sales.quote(seller);
  await sales.submitForReview(seller);
  house.second = await otherLine(seller, house);
  for (const line of [house.line, house.second]) {
    for (const [role, department, answer] of [
      ['sales', 'SALES', 'YES'],
      ['engineer', 'ENGINEERING', 'YES'],
      ['planner', 'PRODUCTION', 'CONDITIONAL'],
    ]) {
      const person = await at(house, role);
      if (role === 'sales' || line === house.second) await person.go(line);
      else await followNotice(person, house.order);
      const remark = answer === 'CONDITIONAL' ? (house.language === 'zh' ? '要加一个夜班' : 'with a second shift') : undefined;
      const earliest = await sales.answerReview(person, { department, answer, remark });
      must(/\d/.test(earliest), `no earliest date was computed for ${line}`);
    }
  }
}

async function engineer(house) {
  const person = await at(house, 'engineer');
  await treatItem(person, PRODUCT, { on: ['inspect_on_completion'], write: { scrap_rate: 1 } });
  await treatItem(person, TIRE, { on: ['inspect_on_receipt'] });
  await makeRouting(person, PRODUCT, [
    { sequence: 10, name: house.language === 'zh' ? '装车架' : 'Frame and fork', workCentre: 'AW-50', minutes: 3 },
    { sequence: 20, name: house.language === 'zh' ? '总装' : 'Final assembly', workCentre: 'AW-60', minutes: 4 },
  ]);
}

/** The order's other line, found in the list of lines. */
async function otherLine(person, house) {
  await person.go(`/orders?q=${house.order}&state=all`);
  const links = person.page.locator(`a[href^="/orders/"]`);
  await links.first().waitFor();
  const all = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href').split('?')[0]));
  return all.find((href) => /[0-9a-f-]{36}$/.test(href) && href !== house.line);
}

async function promise(house) {
  const seller = await at(house, 'sales');
  await seller.go(house.line);
  await sales.confirmOrder(seller);
  for (const role of ['manager', 'finance']) await approve(await at(house, role), house.order);
  await followNotice(seller, house.order);
  await sales.confirmApproved(seller);
  await seller.button('orderVerb.change').waitFor();
  await seller.picture('confirmed');
}

async function plan(house) {
  const planner = await at(house, 'planner');
  await planning.runPlanning(planner);
  const rows = await planning.lookAtSuggestions(planner, house.line);
  must(rows.length > 5, `only ${rows.length} suggestions for ${house.order}`);
  must(rows.every((row) => row.includes(house.order)), 'a suggestion does not say for which order it is');
  must((await planning.lookAtRequirements(planner, house.line)) > rows.length / 2, 'the requirements have no levels');
  for (const line of [house.line, house.second]) await planning.convertAll(planner, line);
}

async function schedule(house) {
  const planner = await at(house, 'planner');
  await planning.schedule(planner, house.line);
  await planning.moveAndUndo(planner);
  await planning.planBackward(planner);
}

async function change(house) {
  const seller = await at(house, 'sales');
  await seller.go(house.line);
  await sales.changeLine(seller, {
    requested: later(67),
    reason: house.language === 'zh' ? '客户的库房还没好' : 'Their hall is not ready',
  });
  await seller.go(house.second);
  await sales.changeLine(seller, { quantity: 600, reason: house.language === 'zh' ? '头盔少要一些' : 'Fewer helmets' });
  const planner = await at(house, 'planner');
  for (const line of [house.line, house.second]) {
    const { proposed, refused } = await planning.decideChanges(planner, line);
    must(proposed > 0, `the change of ${line} asked nothing of the planner`);
    must(refused.length === 0, `changes could not be applied: ${refused.join('; ')}`);
  }
  let seen = 0;
  for (const role of ['planner', 'engineer', 'sales', 'buyer', 'team-leader']) {
    seen += await acknowledgeAll(await at(house, role));
  }
  must(seen > 0, 'nobody was asked to acknowledge the change');
}

async function buy(house) {
  const sent = await material.orderDrafts(await at(house, 'buyer'));
  must(sent > 0, 'there was nothing to order');
  const warehouse = await at(house, 'warehouse');
  await material.receiveOne(warehouse, { item: TIRE, quantity: 20, lot: `L-${house.stamp}`, supplierLot: 'S-1' });
  must((await material.receiveAll(warehouse)) > 0, 'nothing was expected');
  const inspector = await at(house, 'inspector');
  await material.inspectOne(inspector, { item: TIRE });
  await material.acceptAll(inspector);
}

const ROUNDS = 8;

async function make(house) {
  const leader = await at(house, 'team-leader');
  const lines = [house.line, house.second].map(planning.idOf);
  let left = [];
  for (let round = 0; round < ROUNDS; round++) {
    left = [];
    for (const line of lines) left.push(...(await floor.releaseAll(leader, line)));
    await material.issueAll(await at(house, 'warehouse'));
    if ((await floor.reportAll(leader, house.order, PRODUCT_NAME)) === 0 && left.length === 0) break;
    await material.acceptAll(await at(house, 'inspector'));
  }
  must(left.length === 0, `not released: ${left.join('; ')}`);
  await assemble(await at(house, 'operator'));
}

/** The bicycles themselves, from the phone: in portions, so that the second operation begins before the first ends. */
async function assemble(operator) {
  await operator.go('/floor');
  await floor.startJob(operator, 10);
  await floor.report(operator, 10, { good: 150 });
  await floor.seesToday(operator, 150);
  await floor.report(operator, 20, { good: 150 });
  await floor.seesToday(operator, 300);
  await floor.report(operator, 10, { scrap: 2, photo: picture });
  await floor.startJob(operator, 20);
  await floor.report(operator, 20);
}

async function inspect(house) {
  const inspector = await at(house, 'inspector');
  await floor.seesPhoto(inspector, house.line);
  const zh = house.language === 'zh';
  await material.inspectOne(inspector, { item: PRODUCT, rejected: 3, reason: zh ? '漆面有划痕' : 'Scratches' });
  await material.acceptAll(inspector);
  await material.concede(inspector, PRODUCT);
}

async function deliver(house) {
  const zh = house.language === 'zh';
  const warehouse = await at(house, 'warehouse');
  await material.pack(warehouse, house.order);
  await material.shipAndDeliver(warehouse, house.order, {
    carrier: zh ? '德邦物流' : 'Deppon',
    tracking: `DP-${house.stamp}`,
    signedBy: zh ? '骑行者' : 'A. Rider',
    proof: { name: 'proof.txt', mimeType: 'text/plain', buffer: Buffer.from('signed') },
  });
}

async function look(house) {
  const seller = await at(house, 'sales');
  await seller.go(house.line);
  await seller.page.waitForTimeout(1000);
  await seller.sees('state.DONE');
  await seller.picture('done');
  const customer = await at(house, 'customer');
  await customer.sees(house.order);
  await customer.picture('customer');
  await customer.page.getByRole('link').filter({ hasText: house.order }).first().click();
  await customer.sees('portal.delivered');
  await customer.picture('customer-line');
  const administrator = await at(house, 'administrator');
  await administrator.go(`/records/sales-order?q=${house.order}`);
  await administrator.page.locator('.ant-table-row').filter({ hasText: house.order }).waitFor();
}
