// node dev/shot.mjs NAME PATH [width height lang theme login] — a picture of a page into /tmp/shots
import { chromium } from 'playwright-core';
import { mkdirSync } from 'node:fs';
const base = process.env.BASE ?? 'http://127.0.0.1:8180';
mkdirSync('/tmp/shots', { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const jobs = process.argv.slice(2).join(' ').split(',').map((job) => job.trim().split(/\s+/));
for (const [name, path, width = '1440', height = '900', lang = 'zh-CN', theme = 'light', login] of jobs) {
  const context = await browser.newContext({ viewport: { width: Number(width), height: Number(height) }, serviceWorkers: 'block' });
  await context.addInitScript(([l, th]) => { localStorage.setItem('throughline.language', l); localStorage.setItem('throughline.appearance', th); }, [lang, theme]);
  const page = await context.newPage();
  const errors = [];
  page.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
  page.on('pageerror', (e) => errors.push(String(e)));
  if (login) {
    await page.request.post(`${base}/api/session`, { data: { username: login, password: process.env.PASSWORD ?? 'throughline' }, headers: { 'X-Throughline': 'face' } }).catch((e) => errors.push(String(e)));
  }
  const start = Date.now();
  await page.goto(base + path, { waitUntil: 'domcontentloaded' });
  await page.waitForTimeout(Number(process.env.WAIT ?? 1500));
  await page.screenshot({ path: `/tmp/shots/${name}.png` });
  console.log(name, page.url().slice(base.length), `${Date.now() - start}ms`, errors.slice(0, 5).join(' | '));
  await context.close();
}
await browser.close();
