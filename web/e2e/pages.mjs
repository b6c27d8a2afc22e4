// Opens every page of every role, in Chinese and English, wide and phone-sized, and looks for what no page may have:
// errors in the console, texts without a translation, a page that is wider than the screen, an empty body.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DESKTOP, PHONE, settled, signedIn } from './browser.mjs';

const PAGES = {
  admin: ['/bench', '/orders', '/planning', '/schedule', '/shop', '/warehouse', '/quality', '/build', '/approvals'],
  records: ['item', 'bom', 'routing', 'work-order', 'purchase-order', 'sales-order', 'machine', 'person', 'partner'],
};

/** Keys that a missing translation shows as they are: `lines.title`, `order.new.customer`. */
const UNTRANSLATED = /(?:^|\s)[a-z]+(?:\.[a-zA-Z-]+){1,3}(?:\s|$)/;

export async function checkPages(browser, server, { username, password, pages, shots }) {
  const problems = [];
  for (const language of ['zh', 'en']) {
    for (const size of [DESKTOP, PHONE]) {
      const page = await signedIn(browser, server, username, password, { language, size });
      for (const path of pages) {
        page.complaints.length = 0;
        await page.goto(server.url + path);
        await settled(page);
        problems.push(...(await look(page)).map((problem) => `${path} ${language} ${size.width}: ${problem}`));
        if (shots) {
          mkdirSync(shots, { recursive: true });
          const name = `${username}${path.replaceAll('/', '-')}-${language}-${size.width}.png`;
          await page.screenshot({ path: join(shots, name) });
        }
      }
      await page.context().close();
    }
  }
  return problems;
}

async function look(page) {
  const problems = [...page.complaints];
  const text = await page.locator('body').innerText();
  if (text.trim().length < 20) problems.push('the page is empty');
  const key = UNTRANSLATED.exec(text.replaceAll(/\S+@\S+|https?:\S+/g, ''));
  if (key && !/\d/.test(key[0])) problems.push(`a text has no translation: ${key[0].trim()}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 1) problems.push(`the page is ${overflow} px wider than the screen`);
  return problems;
}

export const ALL_PAGES = [...PAGES.admin, ...PAGES.records.map((type) => `/records/${type}`)];
