// Starts, kills and talks to a Throughline of its own, for the tests of the running product.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TARGET = join(import.meta.dirname, '..', 'app', 'target');
export const CLASSES =
  process.env.THROUGHLINE_CLASSES ?? `${join(TARGET, 'face')}:${join(TARGET, 'app-0.1.0.jar')}:${join(TARGET, 'lib', '*')}`;
export const MAIN = 'org.throughline.app.Throughline';
export const JAVA = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
const START_SECONDS = 240;

export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function freePort() {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** One server process with a data folder of its own. */
export class Server {
  constructor({ empty = true, data, environment = {} } = {}) {
    this.data = data ?? mkdtempSync(join(tmpdir(), 'throughline-test-'));
    this.empty = empty;
    this.environment = environment;
    this.output = '';
  }

  async start() {
    this.port ??= await freePort();
    this.url = `http://127.0.0.1:${this.port}`;
    const words = ['--data', this.data, '--port', String(this.port), ...(this.empty ? ['--empty'] : [])];
    this.process = spawn(JAVA, ['-XX:TieredStopAtLevel=1', '-Xmx1g', '--enable-native-access=ALL-UNNAMED', '-cp', CLASSES, MAIN, ...words], {
      env: { ...process.env, ...this.environment },
      detached: true,
    });
    this.process.stdout.on('data', (text) => (this.output += text));
    this.process.stderr.on('data', (text) => (this.output += text));
    for (let waited = 0; waited < START_SECONDS * 4; waited++) {
      if (this.process.exitCode !== null) {
        throw new Error(`The server ended with ${this.process.exitCode}:\n${this.output}`);
      }
      try {
        if ((await fetch(`${this.url}/actuator/health`)).ok) return this;
      } catch {
        // not listening yet
      }
      await sleep(250);
    }
    throw new Error(`The server did not start in ${START_SECONDS} s:\n${this.output}`);
  }

  /** Kills the server, and with it everything it started, as a power cut would. */
  async kill() {
    const ended = once(this.process, 'exit');
    process.kill(-this.process.pid, 'SIGKILL');
    await ended;
  }

  async stop() {
    if (this.process.exitCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await ended;
  }

  async dispose() {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }

  async signIn(username, password) {
    const session = await this.call('POST', '/api/session', { username, password });
    return new Client(this, session.token);
  }

  async call(method, path, body, headers = {}) {
    const response = await fetch(this.url + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const answer = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) throw new Refused(method, path, response.status, answer);
    return answer;
  }
}

/** The server said no: its problem document. */
export class Refused extends Error {
  constructor(method, path, status, problem) {
    super(`${method} ${path}: ${status} ${problem?.code ?? ''} ${problem?.detail ?? ''}`);
    this.status = status;
    this.problem = problem;
  }
}

/** Somebody who is signed in. */
export class Client {
  constructor(server, token) {
    this.server = server;
    this.headers = { Authorization: `Bearer ${token}` };
  }

  get = (path) => this.server.call('GET', path, undefined, this.headers);
  post = (path, body, key) =>
    this.server.call('POST', path, body ?? {}, { ...this.headers, ...(key ? { 'Idempotency-Key': key } : {}) });
  patch = (path, body) => this.server.call('PATCH', path, body, this.headers);
  delete = (path) => this.server.call('DELETE', path, undefined, this.headers);
}
