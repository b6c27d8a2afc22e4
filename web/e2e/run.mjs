// The running product: one order's walk over the public API on the AdventureWorks data, then every page in Chromium.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server } from '../../scripts/server.mjs';
import { launch } from './browser.mjs';
import * as mistakes from './mistakes.mjs';
import { ALL_PAGES, checkPages } from './pages.mjs';
import { enter } from './person.mjs';
import { takeOverForeignData } from './stations/administrator.mjs';
import { walkInBrowser } from './walk.mjs';

const HOUSE = join(import.meta.dirname, '..', '..');
const ADVENTURE_WORKS = [join(HOUSE, '..', 'shared', 'data', 'adventureworks'), process.env.THROUGHLINE_DATA_SETS ?? '']
  .filter((folder) => folder !== '' && existsSync(folder))
  .at(0);

const server = await new Server({ empty: true }).start();
const browser = await launch();
let failed = 0;

try {
  const username = 'admin';
  const password = readFileSync(join(server.data, 'first-password.txt'), 'utf8').trim();
  if (ADVENTURE_WORKS) {
    await step('the AdventureWorks tables are imported', () =>
      run(['./run', 'import', 'adventureworks', ADVENTURE_WORKS, '--data', server.data]),
    );
    await step('an order for 300 × product 749 walks from inquiry to proof of delivery', () =>
      run(['examples/walk.sh', server.url], { THROUGHLINE_USER: username, THROUGHLINE_PASSWORD: password }),
    );
    const administrator = { username, password, shots: process.env.SHOTS };
    await step('the same tables once more, on the page: nothing changes', () =>
      by(administrator, 'zh', (person) => mistakes.takeOverAgain(person, ADVENTURE_WORKS, takeOverForeignData)),
    );
    for (const language of ['zh', 'en']) {
      await step(`the order walks through the pages (${language})`, () =>
        walkInBrowser(browser, server, { ...administrator, language }),
      );
    }
    await step('an order confirmed from two browsers is confirmed once', () =>
      mistakes.confirmTwice(browser, server, { ...administrator, language: 'en' }),
    );
    await step('files with mistakes: old encoding, merged headers, ten thousand rows', () =>
      by(administrator, 'zh', async (person) => {
        await mistakes.importOldEncoding(person);
        await mistakes.importMergedHeaders(person);
        await mistakes.importManyWithMistakes(person);
        await mistakes.lookAtDemonstration(person);
      }),
    );
  } else {
    console.log('- the AdventureWorks tables are not here: the walk over them is skipped');
  }
  await step('every page opens in both languages and widths', async () => {
    const problems = await checkPages(browser, server, { username, password, pages: ALL_PAGES, shots: process.env.SHOTS });
    if (problems.length > 0) throw new Error(problems.join('\n'));
  });
} finally {
  await browser.close();
  await server.dispose();
}
console.log(`${failed === 0 ? 'All' : failed} ${failed === 0 ? 'passed' : 'failed'}.`);
process.exit(failed === 0 ? 0 : 1);

async function step(title, work) {
  const started = Date.now();
  try {
    await work();
    console.log(`✓ ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  } catch (failure) {
    failed++;
    console.error(`✗ ${title}\n${failure.message}`);
  }
}

/** Somebody signs in, does something, and leaves. */
async function by(account, language, work) {
  const person = await enter(browser, server, { ...account, language });
  await work(person);
  await person.leave();
}

/** Runs a program beside the event loop: a loop that stands still would lose its connections to the server. */
async function run([command, ...words], environment = {}) {
  const child = spawn(command, words, { cwd: HOUSE, env: { ...process.env, ...environment } });
  let complaints = '';
  child.stdout.on('data', (text) => process.stdout.write(text));
  child.stderr.on('data', (text) => (complaints += text));
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`${command} ended with ${status}:\n${complaints}`);
}
