// A real Chromium for the tests of the pages.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export function launch() {
  const place = process.env.CHROMIUM ?? PLACES.find((candidate) => existsSync(candidate));
  if (!place) throw new Error('No Chromium was found. Install it (on Debian: apt-get install chromium).');
  return chromium.launch({ executablePath: place, args: QUIET });
}

/** A page in which somebody is signed in; collects what the browser complains about in `page.complaints`. */
export async function signedIn(browser, server, username, password, { language = 'zh', size = DESKTOP } = {}) {
  const session = await server.call('POST', '/api/session', { username, password });
  await server.call('PATCH', '/api/session', { language }, { Authorization: `Bearer ${session.token}` });
  const context = await browser.newContext({ viewport: size, locale: language === 'zh' ? 'zh-CN' : 'en-GB' });
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') page.complaints.push(message.text());
  });
  await page.goto(`${server.url}/login`);
  await page.locator('input[autocomplete="username"], input[name="username"], #username').first().fill(username);
  await page.locator('input[type="password"]').first().fill(password);
  await page.locator('button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/login'));
  return page;
}

/** Waits until the page has loaded what it shows. */
export async function settled(page) {
  await page.waitForLoadState('domcontentloaded');
  await page
    .waitForFunction(
      () =>
        document.body.innerText.trim().length > 20 &&
        !document.querySelector('.ant-skeleton, .ant-spin-spinning, [aria-busy="true"]'),
      null,
      { timeout: 15000 },
    )
    .catch(() => page.complaints.push('still loading after 15 s'));
}
