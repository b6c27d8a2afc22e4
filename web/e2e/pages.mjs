// Opens every page of every role, in Chinese and English, light and dark, wide and phone-sized, and looks for what no page
// may have: errors in the console, texts without a translation, words of the other language, a page that is wider than the
// screen, an empty body, text that cannot be read or a control without a name.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DESKTOP, PHONE, settled, signedIn } from './browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PAGES = {
  admin: [
    ...['planner', 'sales', 'manager', 'buyer', 'warehouse', 'team-leader', 'inspector', 'engineer'].map(
      (role) => `/bench?role=${role}`,
    ),
    ...['/orders', '/orders/new', '/planning', '/schedule', '/shop', '/floor', '/warehouse', '/quality', '/build'],
    ...['/approvals', '/more'],
  ],
  records: ['item', 'bom', 'routing', 'work-order', 'purchase-order', 'sales-order', 'machine', 'person', 'partner'],
};

/** Every page that an administrator can open; the benches of all roles are among them. */
export const ALL_PAGES = [...PAGES.admin, ...PAGES.records.map((type) => `/records/${type}`)];

/** How the pages are looked at: every one in both languages and widths, and once in the dark. */
const WAYS = [
  { language: 'zh', size: DESKTOP, appearance: 'light', axe: true },
  { language: 'en', size: DESKTOP, appearance: 'dark', axe: true },
  { language: 'zh', size: PHONE, appearance: 'dark' },
  { language: 'en', size: PHONE, appearance: 'light' },
];

/** Keys that a missing translation shows as they are: `lines.title`, `order.new.customer`. */
const UNTRANSLATED = /(?:^|\s)[a-z]+(?:\.[a-zA-Z-]+){1,3}(?:\s|$)/;
const CHINESE = /[\u4e00-\u9fff]{2,}/;

export async function checkPages(browser, server, { username, password, pages, shots, ways = WAYS }) {
  const problems = [];
  for (const way of ways) {
    const page = await signedIn(browser, server, username, password, way);
    await page.evaluate((appearance) => localStorage.setItem('throughline.appearance', appearance), way.appearance);
    for (const path of pages) {
      page.complaints.length = 0;
      await page.goto(server.url + path);
      await settled(page);
      const where = `${path} ${way.language} ${way.appearance} ${way.size.width}`;
      problems.push(...(await look(page, way)).map((problem) => `${where}: ${problem}`));
      if (shots) {
        mkdirSync(shots, { recursive: true });
        const name = `${username}${path.replaceAll(/[/?=]/g, '-')}-${way.language}-${way.appearance}-${way.size.width}.png`;
        await page.screenshot({ path: join(shots, name) });
      }
    }
    await page.context().close();
  }
  return problems;
}

/** The name of the first account is a name: it is the same in every language. */
const ADMINISTRATOR = '系统管理员';

async function look(page, { language, axe }) {
  const problems = [...page.complaints];
  const text = await page.locator('body').innerText();
  if (text.trim().length < 20) problems.push('the page is empty');
  const key = UNTRANSLATED.exec(text.replaceAll(/\S+@\S+|https?:\S+/g, ''));
  if (key && !/\d/.test(key[0])) problems.push(`a text has no translation: ${key[0].trim()}`);
  if (language === 'en') {
    const words = (await chineseWords(page)).filter((word) => word.trim() !== ADMINISTRATOR);
    problems.push(...words.map((word) => `a Chinese word: ${word}`));
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 1) problems.push(`the page is ${overflow} px wider than the screen`);
  if (axe) problems.push(...(await accessibility(page)));
  return problems;
}

/** What the face itself says in Chinese on an English page: names of buttons, heads and tabs, not the plant's own data. */
function chineseWords(page) {
  return page.evaluate((pattern) => {
    const chinese = new RegExp(pattern);
    const places = 'h1, h2, h3, th, nav a, .ant-btn, .card-head, .chip, .ant-tabs-tab, .ant-segmented-item-label, label';
    return [...document.querySelectorAll(places)]
      .filter((place) => !place.closest('[lang="zh-CN"], .operator-main'))
      .map((place) => [...place.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join(' '))
      .filter((words) => chinese.test(words));
  }, CHINESE.source);
}

/** Contrast, names of controls, labels of fields: WCAG 2 A and AA as axe reads them. */
async function accessibility(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate(() =>
    globalThis.axe.run({ exclude: [['.ant-table-measure-row']] }, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa'] },
      resultTypes: ['violations'],
      elementRef: false,
    }),
  );
  return found.violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.id} (${one.nodes.length}×): ${one.nodes[0]?.target.join(' ')} ${short(one.nodes[0]?.failureSummary)}`);
}

function short(text = '') {
  return text.replaceAll(/\s+/g, ' ').slice(0, 180);
}
