// Starts that cannot succeed: each is said in English and Chinese, within seconds, without a stack trace, and ends with
// an exit code other than 0. As root also: the database server runs as nobody where user namespaces are forbidden.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLASSES, JAVA, MAIN, Server } from './server.mjs';

const HOUSE = join(import.meta.dirname, '..');
const IS_ROOT = process.getuid() === 0;
const folder = mkdtempSync(join(tmpdir(), 'throughline-start-'));
chmodSync(folder, 0o755); // nobody must get in
let problems = 0;

const withoutNamespaces = join(folder, 'commands');
mkdirSync(withoutNamespaces);
writeFileSync(join(withoutNamespaces, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
const environment = IS_ROOT ? { PATH: `${withoutNamespaces}:${process.env.PATH}` } : {};

const server = new Server({ empty: true, data: join(folder, 'data'), environment });
try {
  await server.start();
  if (IS_ROOT) {
    const owners = spawnSync('ps', ['-o', 'user=', '-C', 'postgres'], { encoding: 'utf8' }).stdout;
    said('root without user namespaces: the database server runs as nobody', owners.includes('nobody'), owners);
  }
  refused('a second start on the same folder', start('--data', server.data, '--port', '0'), /already runs[\s\S]*已有一个贯通/);
  refused('a port in use', start('--data', join(folder, 'other'), '--port', String(server.port)), /in use[\s\S]*占用/);
} finally {
  await server.stop();
}
const file = join(folder, 'a-file');
writeFileSync(file, '');
refused('a data folder that cannot be written', start('--data', file, '--port', '0'), /cannot be written[\s\S]*无法写入/);
refused(
  'a database that does not answer',
  start({ THROUGHLINE_DB: 'postgresql://a:secret@127.0.0.1:1/b' }, '--port', '0'),
  /No PostgreSQL answers[\s\S]*没有 PostgreSQL 应答/,
);
refused('an address that is none', start({ THROUGHLINE_DB: 'postgresql://a b:secret@h' }, '--port', '0'), /not a database address[\s\S]*不是有效/);
refused('no JDK 25', shell('is_java_25() { false; }; PATH=/nowhere; find_java'), /needs a JDK 25[\s\S]*没有找到 JDK 25/);
refused('no Node', shell('PATH=/nowhere; find_node'), /needs Node 20[\s\S]*没有找到 Node 20/);
rmSync(folder, { recursive: true, force: true });
console.log(problems === 0 ? 'Every start that cannot succeed says why.' : `${problems} problems.`);
process.exit(problems === 0 ? 0 : 1);

function start(...words) {
  const own = typeof words[0] === 'object' ? words.shift() : environment;
  return spawnSync(JAVA, ['-XX:TieredStopAtLevel=1', '-cp', CLASSES, MAIN, '--empty', ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...own },
    cwd: folder,
    timeout: 120_000,
  });
}

function shell(script) {
  return spawnSync('/bin/bash', ['-c', `. scripts/java.sh; ${script}`], { cwd: HOUSE, encoding: 'utf8' });
}

function refused(title, { status, stdout, stderr }, sentence) {
  const right = status > 0 && sentence.test(stderr) && !/\n\tat |ERROR|secret/.test(stdout + stderr);
  said(title, right, `ended with ${status}: ${stdout}${stderr}`);
}

function said(title, right, otherwise) {
  if (right) {
    console.log(`✓ ${title}`);
  } else {
    problems++;
    console.error(`✗ ${title}\n${otherwise}`);
  }
}
