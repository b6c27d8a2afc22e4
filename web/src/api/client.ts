import type { AnswerOf, ArgumentsOf, Method, PathOf, Schema } from './calls';

/** What the server answers when it refuses; less when something between page and server refused. */
export type Problem = Partial<Schema<'Problem'>>;

/** The server refused. `code` is stable (`stock.not-enough`); `message` is the sentence to show. */
export class Refused extends Error {
  readonly code: string;
  readonly advice: string | undefined;
  readonly status: number;

  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title ?? problem.code ?? '');
    this.code = problem.code ?? `http.${problem.status ?? 0}`;
    this.advice = problem.advice ?? undefined;
    this.status = problem.status ?? 0;
  }
}

/** The server could not be reached, or did not answer in words we know. */
export class Unreachable extends Error {}

/** What may accompany a call; which of it an address takes, and of what type, says the server's description. */
export interface CallOptions {
  path?: Record<string, string>;
  query?: object;
  body?: unknown;
  form?: Record<string, Blob | string | undefined>;
  key?: string;
  signal?: AbortSignal;
}

const listeners = new Set<() => void>();

/** Called when the server says that nobody is logged in any more. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The address of a call: `{name}` filled from `path`, empty query values left out. */
function addressOf(template: string, options: CallOptions = {}): string {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(options.path?.[name] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Where the browser itself fetches something: a file, an export. */
export function linkTo<P extends PathOf<'get'>>(path: P, ...[options]: ArgumentsOf<P, 'get'>): string {
  return addressOf(path, options);
}

function headersOf(options: CallOptions): Headers {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' });
  headers.set('Accept-Language', document.documentElement.lang || 'zh-CN');
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  if (options.key) headers.set('Idempotency-Key', options.key);
  headers.set('X-Throughline', 'face');
  return headers;
}

function formOf(fields: Record<string, Blob | string | undefined>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, value);
  return form;
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  try {
    return { status: response.status, ...(JSON.parse(text) as Problem) };
  } catch {
    return { status: response.status, title: response.statusText };
  }
}

async function send(method: string, template: string, options: CallOptions = {}): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(addressOf(template, options), {
      method,
      headers: headersOf(options),
      body: options.form ? formOf(options.form) : options.body === undefined ? undefined : JSON.stringify(options.body),
      credentials: 'same-origin',
      signal: options.signal,
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Unreachable('', { cause });
  }
  if (response.status === 401 && template !== '/api/session') for (const listener of listeners) listener();
  if (response.status === 502 || response.status === 504) throw new Unreachable();
  if (!response.ok) throw new Refused(await problemOf(response));
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
}

/** A call whose address, parameters, body and answer are those of the server's description. */
function calling<M extends Method>(method: M) {
  return <P extends PathOf<M>>(path: P, ...[options]: ArgumentsOf<P, M>) =>
    send(method.toUpperCase(), path, options) as Promise<AnswerOf<P, M>>;
}

/** Calls to the server; every refusal is thrown as {@link Refused}. */
export const api = {
  get: calling('get'),
  post: calling('post'),
  patch: calling('patch'),
  put: calling('put'),
  delete: calling('delete'),
  /** The untyped door, for addresses that are known only at run time. */
  send,
};

/** A key that makes a repeated command count once. Works on plain http as well, where randomUUID is missing. */
export function freshKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
