// How fast the server answers over a large catalogue and many live lines. Called by ./bench server.
//   node scripts/bench-server.mjs [--items N] [--lines N] [--data DIR] [--url URL --user USER --password PASSWORD]
// Without --url it starts a server of its own; with --data the folder is kept, and what is there is not made again.
// Everything is made over the public API. One JSON object per measured request: the median of the runs in milliseconds and
// its ratio to the same run's reference (a request that reads one small record), so that machines can be compared.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Server } from './server.mjs';

const words = process.argv.slice(2);
const option = (name, otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise);
const ITEMS = Number(option('--items', '100000'));
const LINES = Number(option('--lines', '5000'));
const RUNS = Number(option('--runs', '9'));
const LINES_OF_AN_ORDER = 50;
const ROWS_OF_A_FILE = 10_000;

const NOUNS = ['法兰', '轴承座', '齿轮', '机架', '导轨', '电机支架', '油缸', '阀体', '护罩', '联轴器', '丝杆', '垫片', '箱体', '盖板', '主轴'];
const PLACES = ['张家口', '北京', '上海', '重庆', '长春', '厦门', '宁波', '苏州', '无锡', '佛山', '东莞', '青岛'];
const MATERIALS = ['45#', 'Q235', '304', '6061', 'HT200', '40Cr', 'GCr15'];

const url = option('--url');
const server = url ? { url } : new Server({ empty: true, data: option('--data') });
let client;
try {
  if (url) {
    Object.assign(server, { call: Server.prototype.call, signIn: Server.prototype.signIn });
    client = await server.signIn(option('--user', 'admin'), option('--password', 'throughline'));
  } else {
    await server.start();
    client = await server.signIn('admin', readFileSync(join(server.data, 'first-password.txt'), 'utf8').trim());
  }
  await makeItems();
  await makeLines();
  await measureAll();
} finally {
  if (!url) await (option('--data') ? server.stop() : server.dispose());
}

async function makeItems() {
  let there = (await client.get('/api/records/item?size=1')).total;
  const partners = (await client.get('/api/records/partner?size=1&q=BENCH-C')).total;
  if (partners === 0) {
    const rows = PLACES.map((place, i) => `BENCH-C${i + 1},${place}机械有限公司,是`);
    await upload('partner', `编码,名称,客户\n${rows.join('\n')}\n`);
  }
  while (there < ITEMS) {
    const rows = [];
    for (let i = there; i < Math.min(ITEMS, there + ROWS_OF_A_FILE); i++) {
      const name = PLACES[i % PLACES.length] + NOUNS[(i * 7) % NOUNS.length];
      rows.push(`B-${String(i).padStart(6, '0')},${name} ${i % 977},${MATERIALS[i % MATERIALS.length]} ${i % 89}×${i % 53},${i % 3 ? 'BUY' : 'MAKE'},C62,${i % 40}`);
    }
    const started = performance.now();
    const outcome = await upload('item', `物料编码,名称,规格型号,来源,计量单位,提前期（天）\n${rows.join('\n')}\n`);
    if (outcome.rejected > 0) throw new Error(JSON.stringify(outcome.errors.slice(0, 3)));
    tell({ made: 'items', rows: outcome.inserted, ms: Math.round(performance.now() - started) });
    there += rows.length;
  }
}

async function upload(type, text) {
  const form = new FormData();
  form.append('file', new Blob([text], { type: 'text/csv' }), `${type}.csv`);
  const response = await fetch(`${server.url}/api/records/${type}/imports`, { method: 'POST', headers: client.headers, body: form });
  const answer = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

/** Confirmed order lines; the review policy is relaxed, so that nobody has to answer fifteen thousand questions. */
async function makeLines() {
  let there = (await client.get('/api/lines?size=1')).counts.all;
  if (there >= LINES) return;
  for (const policy of (await client.get('/api/records/review-policy?size=100')).items.filter((one) => one.values.order_class === 'STABLE')) {
    await client.patch(`/api/records/review-policy/${policy.id}`, { version: policy.version, values: { need: 'NEVER' } });
  }
  const started = performance.now();
  const first = there;
  for (let order = Math.floor(there / LINES_OF_AN_ORDER); there < LINES; order++, there += LINES_OF_AN_ORDER) {
    const lines = Array.from({ length: LINES_OF_AN_ORDER }, (_, i) => ({
      item: `B-${String((order * 613 + i * 3) % ITEMS).padStart(6, '0')}`,
      quantity: 1 + (i % 20),
      requestedDate: later(10 + ((order + i) % 60)),
      unitPrice: 100 + i,
    }));
    const made = await client.post('/api/orders', { customer: `BENCH-C${(order % PLACES.length) + 1}`, orderClass: 'STABLE', lines }, `bench-${order}-${first}`);
    await client.post(`/api/orders/${made.id}/submit-review`);
    await client.post(`/api/orders/${made.id}/confirm`);
  }
  tell({ made: 'lines', rows: there - first, ms: Math.round(performance.now() - started) });
  for (let waited = 0; waited < 600 && (await client.get('/api/lines?size=1')).counts.all < LINES; waited++) await pause(1000);
}

async function measureAll() {
  const pages = Math.floor(ITEMS / 50);
  const line = (await client.get('/api/lines?size=1')).items[0];
  const customer = line.customer.id;
  const reference = await measure('reference: one unit of measure', '/api/records/unit?size=1');
  const filter = (value) => encodeURIComponent(JSON.stringify(value));
  const requests = {
    'items: first page': '/api/records/item?size=50',
    'items: middle page': `/api/records/item?size=50&page=${pages / 2}`,
    'items: last page': `/api/records/item?size=50&page=${pages - 1}`,
    'items: sorted by name': '/api/records/item?size=50&sort=name',
    'items: sorted by lead time, descending': '/api/records/item?size=50&sort=-lead_time_days',
    'items: filtered': `/api/records/item?size=50&filter=${filter({ all: [{ field: 'lead_time_days', op: 'ge', value: 35 }, { field: 'kind', op: 'eq', value: 'BUY' }] })}`,
    'items: name contains': `/api/records/item?size=50&filter=${filter({ all: [{ field: 'name', op: 'contains', value: '轴承座 31' }] })}`,
    'items: search by pinyin initials': '/api/records/item?size=50&q=zjkfl',
    'items: search by code': '/api/records/item?size=50&q=B-043210',
    'items: search that finds nothing': '/api/records/item?size=50&q=zzzzzz',
    'items: groups': '/api/records/item/groups?by=kind',
    'items: groups of a search': '/api/records/item/groups?by=lead_time_days&q=fl',
    'search everywhere: pinyin': '/api/search?q=zjkfl',
    'search everywhere: code': '/api/search?q=B-043210',
    'search everywhere: order number': `/api/search?q=${encodeURIComponent(line.orderNumber)}`,
    'search everywhere: nothing': '/api/search?q=qqqqqq',
    'lines: list': '/api/lines?size=50',
    'lines: last page': `/api/lines?size=50&page=${Math.floor(LINES / 50) - 1}`,
    'lines: sorted by forecast': '/api/lines?size=50&sort=-forecast',
    'lines: by customer': `/api/lines?size=50&customer=${customer}`,
    'lines: search by pinyin initials': '/api/lines?size=50&q=zjk',
    'lines: late': '/api/lines?size=50&state=LATE',
    'lines: all states': '/api/lines?size=50&state=all',
    'line: page': `/api/lines/${line.id}`,
    'bench: planner': '/api/benches/planner',
    'bench: manager': '/api/benches/manager',
  };
  for (const [name, path] of Object.entries(requests)) await measure(name, path, reference);
  await measureRefresh(line);
}

/** How long after a change the line shows it. */
async function measureRefresh(line) {
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    const held = run % 2 === 0;
    const started = performance.now();
    await client.post(`/api/orders/${line.orderId}/${held ? 'hold' : 'resume'}`, held ? { reason: 'measuring' } : {});
    const shown = async () => (await client.get(`/api/lines/of-order/${line.orderId}`)).every((one) => (one.state === 'HOLD') === held);
    while (!(await shown()) && performance.now() - started < 20_000) await pause(20);
    times.push(performance.now() - started);
  }
  tell({ name: `refresh: an order of ${LINES_OF_AN_ORDER} lines is put on hold and all of them show it`, ms: median(times) });
}

async function measure(name, path, reference) {
  const times = [];
  for (let run = 0; run < RUNS + 2; run++) {
    const started = performance.now();
    await client.get(path);
    if (run >= 2) times.push(performance.now() - started);
  }
  const ms = median(times);
  tell({ name, ms, ...(reference ? { ratio: Math.round((10 * ms) / reference) / 10 } : {}) });
  return ms;
}

function median(times) {
  return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] * 10) / 10;
}

function later(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function tell(object) {
  console.log(JSON.stringify(object));
}
