import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';

/** What the server says: rows of `schema.table` changed; table `*`: anything may have. */
interface Change {
  table?: string;
  ids?: string[];
}

export interface LiveState {
  /** When the server was last heard, as epoch milliseconds; 0 = not yet. */
  heard: number;
  connected: boolean;
}

let state: LiveState = { heard: 0, connected: false };
const watchers = new Set<() => void>();

function tell(next: Partial<LiveState>) {
  state = { ...state, ...next };
  for (const watcher of watchers) watcher();
}

function subscribe(watcher: () => void) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Whether the page hears the server, and since when it does not. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribe, () => state);
}

const pending = new Set<string>();
let timer: number | undefined;

function concerns(meta: Record<string, unknown> | undefined, tables: Set<string>): boolean {
  const watched = meta?.tables;
  if (!Array.isArray(watched)) return false;
  return tables.has('*') || watched.some((name) => name === '*' || tables.has(String(name)));
}

function refresh(queries: QueryClient) {
  timer = undefined;
  const tables = new Set(pending);
  pending.clear();
  void queries.invalidateQueries({ predicate: (query) => concerns(query.meta, tables) });
}

function hear(queries: QueryClient, data: string) {
  tell({ heard: Date.now(), connected: true });
  let change: Change;
  try {
    change = JSON.parse(data) as Change;
  } catch {
    return;
  }
  if (!change.table) return;
  const [schema = '', table = ''] = change.table.split('.');
  for (const name of [schema, table, table.replaceAll('_', '-')]) if (name) pending.add(name);
  if (timer === undefined) timer = window.setTimeout(() => refresh(queries), 150);
}

/**
 * Keeps the one connection over which the server says what changed. After a gap every list is asked again, because
 * what happened meanwhile was not heard.
 */
export function useLiveUpdates(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let source: EventSource | undefined;
    let lost = false;
    let retry: number | undefined;
    const connect = () => {
      source = new EventSource('/api/live');
      source.onopen = () => {
        tell({ heard: Date.now(), connected: true });
        if (lost) void queries.invalidateQueries({ predicate: (query) => Array.isArray(query.meta?.tables) });
        lost = false;
      };
      source.onmessage = (event) => hear(queries, event.data);
      for (const name of ['change', 'heartbeat', 'ping']) {
        source.addEventListener(name, (event) => hear(queries, (event as MessageEvent<string>).data));
      }
      source.onerror = () => {
        lost = true;
        tell({ connected: false });
        if (source?.readyState === EventSource.CLOSED) retry = window.setTimeout(connect, 3000);
      };
    };
    connect();
    return () => {
      source?.close();
      window.clearTimeout(retry);
    };
  }, [queries]);
}
