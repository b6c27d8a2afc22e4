// Takes the guide's pictures from a running server with the demonstration factory: node web/e2e/pictures.mjs URL
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DESKTOP, launch, PHONE, settled, signedIn } from './browser.mjs';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'images');
const PASSWORD = 'throughline';

const PICTURES = [
  { name: 'lines', user: 'zhoumin', size: DESKTOP, open: (page, url) => page.goto(`${url}/orders`) },
  { name: 'line', user: 'zhoumin', size: DESKTOP, open: openMostUrgentLine },
  { name: 'planning', user: 'zhoumin', size: DESKTOP, open: (page, url) => page.goto(`${url}/bench`) },
  { name: 'schedule', user: 'zhoumin', size: DESKTOP, open: (page, url) => page.goto(`${url}/schedule`) },
  { name: 'manager', user: 'liguodong', size: DESKTOP, open: (page, url) => page.goto(`${url}/bench`) },
  { name: 'floor', user: 'wangjianjun', size: PHONE, open: (page, url) => page.goto(`${url}/bench`) },
  { name: 'customer', user: 'ruize', size: PHONE, open: openFirstOfMine },
];

const url = (process.argv[2] ?? '').replace(/\/$/, '');
if (url === '') {
  console.error('Say which server: node web/e2e/pictures.mjs http://localhost:8180');
  process.exit(2);
}
const wanted = process.argv.slice(3);

mkdirSync(FOLDER, { recursive: true });
const browser = await launch();
for (const picture of PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  for (const language of ['zh', 'en']) await take(picture, language);
}
await browser.close();

async function take({ name, user, size, open }, language) {
  const page = await signedIn(browser, { url, call }, user, PASSWORD, { language, size });
  await open(page, url);
  await settled(page);
  await page.waitForTimeout(1000); // the last fade
  await page.screenshot({ path: join(FOLDER, `${name}-${language}.png`) });
  console.log(`${name}-${language}`);
  await page.context().close();
}

async function openMostUrgentLine(page) {
  await page.goto(`${url}/orders`);
  const first = page.locator('main a[href^="/orders/"]').first();
  await first.waitFor();
  await page.goto(url + (await first.getAttribute('href')));
}

async function openFirstOfMine(page) {
  await page.goto(`${url}/portal`);
  const first = page.locator('a[href^="/portal/"]').first();
  await first.waitFor();
  await page.goto(url + (await first.getAttribute('href')));
}

async function call(method, path, body, headers = {}) {
  const answer = await fetch(url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}
