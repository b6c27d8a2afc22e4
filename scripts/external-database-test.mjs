// The product on a PostgreSQL that is not its own: an ordinary role of Debian's server. Starts, signs in, imports, lists,
// searches, posts stock, keeps the price fence, backs up, starts again, restores. Skipped, with a sentence, where no such
// server can be had. Prints what it did; exits with 1 when something is wrong.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLASSES, JAVA, MAIN, Server } from './server.mjs';

const POSTGRES = join(import.meta.dirname, 'debian-postgres.sh');
const folder = mkdtempSync(join(tmpdir(), 'throughline-postgres-'));
const started = spawnSync(POSTGRES, ['start', folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
if (started.status === 3) {
  console.log('- skipped: no PostgreSQL of the operating system can be had here');
  process.exit(0);
}
if (started.status !== 0) process.exit(1);
const address = started.stdout.trim();

let problems = 0;
const environment = { THROUGHLINE_DB: address };
const server = new Server({ empty: true, environment });
try {
  await server.start();
  const password = readFileSync(join(server.data, 'first-password.txt'), 'utf8').trim();
  let admin = await server.signIn('admin', password);
  await check('an import from CSV is taken', async () => {
    const outcome = await upload(admin, 'item', '编码,名称,类型,单位\nEXT-1,张家口法兰,采购件,C62\nEXT-2,北京轴承,采购件,C62\nEXT-3,阿明齿轮,采购件,C62\n');
    return outcome.inserted === 3;
  });
  await check('a list is sorted by pinyin', async () => {
    const list = await admin.get('/api/records/item?sort=name&q=EXT-');
    return list.items.map((item) => item.values.code).join() === 'EXT-3,EXT-2,EXT-1';
  });
  await check('pinyin initials find a record', async () => (await admin.get('/api/search?q=zjkfl')).some((hit) => hit.title.includes('EXT-1')));
  await check('stock is posted and the books are right', async () => {
    await admin.post('/api/stock/movements', { kind: 'RECEIPT', item: 'EXT-1', quantity: 7 }, 'external-1');
    await admin.post('/api/stock/movements', { kind: 'RECEIPT', item: 'EXT-1', quantity: 7 }, 'external-1');
    return (await admin.get('/api/stock/check')).right && (await onHand(admin, 'EXT-1')) === 7;
  });
  const backup = join(server.data, 'all.zip');
  await check('a backup is written beside the running server', () => command('backup', backup));
  await admin.post('/api/stock/movements', { kind: 'RECEIPT', item: 'EXT-1', quantity: 5 }, 'external-2');
  await server.stop();
  await server.start();
  admin = await server.signIn('admin', password);
  await check('everything is there after a second start', async () => (await onHand(admin, 'EXT-1')) === 12);
  await check('a restore brings back the hour of the backup', async () => {
    const restored = command('restore', backup);
    admin = await server.signIn('admin', password);
    return restored && (await onHand(admin, 'EXT-1')) === 7 && (await admin.get('/api/stock/check')).right;
  });
} finally {
  await server.dispose();
  spawnSync(POSTGRES, ['stop', folder]);
  rmSync(folder, { recursive: true, force: true });
}
console.log(problems === 0 ? 'The product works on an external PostgreSQL.' : `${problems} problems.`);
process.exit(problems === 0 ? 0 : 1);

async function check(title, work) {
  let failure = 'is not so';
  try {
    if (await work()) {
      console.log(`✓ ${title}`);
      return;
    }
  } catch (thrown) {
    failure = thrown.message;
  }
  problems++;
  console.error(`✗ ${title}: ${failure}`);
}

async function upload(who, type, text) {
  const form = new FormData();
  form.append('file', new Blob([text], { type: 'text/csv' }), 'external.csv');
  const response = await fetch(`${server.url}/api/records/${type}/imports`, { method: 'POST', headers: who.headers, body: form });
  return response.json();
}

async function onHand(who, code) {
  const [item] = (await who.get(`/api/records/item?q=${code}`)).items;
  const stock = await who.get(`/api/stock/items/${item.id}`);
  return Number(stock.level.available.amount);
}

function command(...words) {
  const { status, stderr } = spawnSync(JAVA, ['-cp', CLASSES, MAIN, ...words, '--data', server.data], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  if (status !== 0) console.error(stderr);
  return status === 0;
}
