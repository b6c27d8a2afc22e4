// Kills the server, database included, in the middle of a stream of stock movements and floor reports, starts it again
// and checks the books: every acknowledged command is there exactly once, and the balances re-derived from the ledger
// are equal to those kept. Several rounds; prints what it did; exits with 1 when something is lost or doubled.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refused, Server, sleep } from './server.mjs';

const ROUNDS = 3;
const STREAMS = 4;

const server = await new Server({ empty: true }).start();
const password = () => readFileSync(join(server.data, 'first-password.txt'), 'utf8').trim();
let admin = await server.signIn('admin', password());

const item = await admin.post('/api/records/item', {
  values: { code: 'CRASH-1', name: '压力测试件', kind: 'BUY', unit: 'C62' },
});
const floor = await workOrder();
const acknowledged = new Map();
const attempted = new Set();
let problems = 0;

for (let round = 1; round <= ROUNDS; round++) {
  const before = acknowledged.size;
  let running = true;
  const streams = Array.from({ length: STREAMS }, async (_, stream) => {
    while (running) {
      const command = stream === 0 && floor ? report() : movement();
      attempted.add(command.key);
      try {
        await admin.post(command.path, command.body, command.key);
        acknowledged.set(command.key, command);
      } catch (failure) {
        if (failure instanceof Refused) throw failure;
        return; // the connection broke: nobody knows whether the command was done
      }
    }
  });
  const finished = Promise.all(streams);
  await sleep(1500 + 700 * round);
  await server.kill();
  running = false;
  await finished;
  await server.start();
  admin = await server.signIn('admin', password());
  await check(round, acknowledged.size - before);
}
await server.dispose();
console.log(problems === 0 ? 'The books are right.' : `${problems} problems.`);
process.exit(problems === 0 ? 0 : 1);

async function check(round, done) {
  const sum = [...acknowledged.values()].filter((command) => command.kind === 'movement').length;
  const before = await onHand();
  const reported = await good();
  // A repeat of every acknowledged command must change nothing.
  for (const command of acknowledged.values()) await admin.post(command.path, command.body, command.key);
  const after = await onHand();
  expect(after === before, `repeating acknowledged movements changed the stock from ${before} to ${after}`);
  expect((await good()) === reported, 'repeating acknowledged reports changed the work order');
  expect(before >= sum, `${sum} movements were acknowledged, ${before} pieces are there`);
  expect(before <= attempted.size, `${before} pieces are there, only ${attempted.size} commands were sent`);
  const reports = acknowledged.size - sum;
  expect(reported >= reports, `${reports} reports were acknowledged, ${reported} pieces are there`);
  const books = await admin.get('/api/stock/check');
  expect(books.right, `re-derived balances differ: ${JSON.stringify(books.differences)}`);
  console.log(`Round ${round}: killed after ${done} acknowledged commands; ${before} in stock, ${reported} reported.`);
}

function expect(holds, otherwise) {
  if (holds) return;
  problems++;
  console.error(`✗ ${otherwise}`);
}

function movement() {
  const key = randomUUID();
  return { kind: 'movement', key, path: '/api/stock/movements', body: { kind: 'RECEIPT', item: 'CRASH-1', quantity: 1 } };
}

function report() {
  const key = randomUUID();
  return { kind: 'report', key, path: `/api/operations/${floor.operation}/reports`, body: { good: 1, key } };
}

async function onHand() {
  const stock = await admin.get(`/api/stock/items/${item.id}`);
  const { available, toInspect, blocked } = stock.level;
  return [available, toInspect, blocked].reduce((sum, quantity) => sum + Number(quantity.amount), 0);
}

async function good() {
  if (!floor) return 0;
  const order = await admin.get(`/api/work-orders/${floor.workOrder}`);
  return Number(order.operations.find((operation) => operation.operationId === floor.operation).good);
}

/** A large released work order with one operation, so that there is something to report all the time. */
async function workOrder() {
  const made = await admin.post('/api/records/item', {
    values: { code: 'CRASH-2', name: '压力测试成品', kind: 'MAKE', unit: 'C62' },
  });
  const due = new Date(Date.now() + 30 * 86400000).toISOString().slice(0, 10);
  const order = await admin.post('/api/work-orders', { itemId: made.id, quantity: 1000000, unit: 'C62', due });
  await admin.post(`/api/work-orders/${order.id}/release`, {});
  const detail = await admin.get(`/api/work-orders/${order.id}`);
  const operation = detail.operations[0].operationId;
  await admin.post(`/api/operations/${operation}/start`, { key: randomUUID() });
  return { workOrder: order.id, operation };
}
