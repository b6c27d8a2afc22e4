// One order walks through the whole house in the browser: 300 Road-150 bicycles, from the customer's question to the
// signed delivery note, every step by a person at the page where that person works.
import { PHONE } from './browser.mjs';
import { enter } from './person.mjs';
import { makeAccount, makeApprovalRule } from './stations/administrator.mjs';
import { acknowledgeAll, approve, followNotice } from './stations/anybody.mjs';
import * as sales from './stations/sales.mjs';

const PRODUCT = 'BK-R93R-62';
const HELMET = 'HL-U509-R';
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

/** The whole walk in one language. */
export async function walkInBrowser(browser, server, { username, password, language, shots }) {
  const stamp = `${language}${Date.now().toString(36)}`;
  const house = { browser, server, language, shots, stamp, secret: `walk-${stamp}` };
  house.admin = await enter(browser, server, { username, password, language, shots });
  await chapter('people, customer and approval chain', () => openTheHouse(house));
  await chapter('inquiry, quotation, review', () => inquire(house));
  await chapter('approval and confirmation', () => promise(house));
}

async function chapter(title, work) {
  const started = Date.now();
  await work();
  console.log(`  · ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
}

async function openTheHouse(house) {
  const { admin, stamp, language, secret } = house;
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
  house.sessions ??= {};
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
      { item: HELMET, quantity: 40, requested: later(45), price: 35 },
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
