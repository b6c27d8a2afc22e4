import { useSyncExternalStore } from 'react';
import type { Schema } from '../../api/calls';
import { api, type Problem, Refused, Unreachable } from '../../api/client';
import type { Reported, Task } from './api';

type Told =
  | { address: '/api/operations/{id}/start' | '/api/operations/{id}/pause'; body: Schema<'FloorStartRequest'> }
  | { address: '/api/operations/{id}/reports'; body: Schema<'FloorReportRequest'> };

/** What a phone has to tell the server; `key` makes it count once however often it is sent. */
export type Parcel = Told & {
  key: string;
  at: string;
  operationId: string;
  label: string;
  pieces: number;
  /** Pictures that belong to the report; sent once it is booked. */
  photos?: Blob[];
  refused?: Problem;
};

type Answer = Task | Reported;

export interface OutboxState {
  parcels: readonly Parcel[];
  offline: boolean;
}

/** How a delivery ended. `kept`: no connection, it waits in the queue. */
export type Delivery = { kind: 'delivered'; answer: Answer } | { kind: 'refused'; problem: Refused } | { kind: 'kept' };

const NAME = 'throughline-outbox';
const STORE = 'parcels';
const PAUSE = 5000;

let state: OutboxState = { parcels: [], offline: false };
const watchers = new Set<() => void>();
let database: Promise<IDBDatabase> | undefined;

function tell(next: Partial<OutboxState>) {
  state = { ...state, ...next };
  for (const watcher of watchers) watcher();
}

function open(): Promise<IDBDatabase> {
  database ??= new Promise((done, failed) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  return database;
}

/** Runs one request and waits until the whole transaction is on disk. */
async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await open()).transaction(STORE, mode, { durability: 'strict' });
  const request = work(transaction.objectStore(STORE));
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done(request.result);
    transaction.onerror = () => failed(transaction.error);
    transaction.onabort = () => failed(transaction.error);
  });
}

async function reload(): Promise<void> {
  const parcels = await inStore<Parcel[]>('readonly', (store) => store.getAll());
  tell({ parcels: parcels.sort((one, other) => one.at.localeCompare(other.at)) });
}

async function deliver(parcel: Parcel): Promise<Delivery> {
  try {
    const answer = await api.post(parcel.address, {
      path: { id: parcel.operationId },
      key: parcel.key,
      body: { ...parcel.body, key: parcel.key },
    });
    await sendPhotos(parcel, answer);
    await inStore('readwrite', (store) => store.delete(parcel.key));
    tell({ offline: false });
    return { kind: 'delivered', answer };
  } catch (problem) {
    if (problem instanceof Refused && problem.status < 500 && ![401, 408, 429].includes(problem.status)) {
      tell({ offline: false });
      return { kind: 'refused', problem };
    }
    if (problem instanceof Refused || problem instanceof Unreachable) {
      tell({ offline: problem instanceof Unreachable });
      return { kind: 'kept' };
    }
    throw problem;
  } finally {
    await reload();
  }
}

/**
 * Sends the pictures one by one; without a connection the parcel stays, and its report, sent again under its key, counts
 * once. A picture that the server does not take is not worth holding up the queue.
 */
async function sendPhotos(parcel: Parcel, answer: Answer): Promise<void> {
  const reportId = 'reportId' in answer ? answer.reportId : undefined;
  let left = parcel.photos ?? [];
  while (reportId && left.length > 0) {
    const name = `${parcel.label.replaceAll(/[\\/:*?"<>|]/g, ' ')} (${left.length}).jpg`;
    const file = new File([left[0] as Blob], name, { type: left[0]?.type });
    try {
      await api.post('/api/records/{type}/{id}/files', { path: { type: 'report', id: reportId }, form: { file } });
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
    }
    left = left.slice(1);
    await inStore('readwrite', (store) => store.put({ ...parcel, photos: left }));
  }
}

/** One tab at a time sends, and one parcel after the other, so that a start comes before its report. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request(NAME, work) : work();
}

/** Keeps the parcel on the device first, then tries to deliver it. A refusal is answered at once and not kept. */
export async function post(parcel: Parcel): Promise<Delivery> {
  await inStore('readwrite', (store) => store.put(parcel));
  await reload();
  return alone(async () => {
    const before = state.parcels.filter((one) => !one.refused && one.at < parcel.at);
    if (before.length > 0 && !(await deliverAll(before))) return { kind: 'kept' };
    const delivery = await deliver(parcel);
    if (delivery.kind === 'refused') await discard(parcel.key);
    return delivery;
  });
}

async function deliverAll(parcels: readonly Parcel[]): Promise<boolean> {
  for (const parcel of parcels) {
    const delivery = await deliver(parcel);
    if (delivery.kind === 'kept') return false;
    if (delivery.kind === 'refused') {
      await inStore('readwrite', (store) => store.put({ ...parcel, refused: delivery.problem.problem }));
      await reload();
    }
  }
  return true;
}

/** Takes a parcel out of the queue: the team leader has looked at it. */
export async function discard(key: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key));
  await reload();
}

/** Sends whatever waits; called again until nothing does. */
export async function flush(): Promise<boolean> {
  await reload();
  const waiting = state.parcels.filter((parcel) => !parcel.refused);
  return waiting.length === 0 || alone(() => deliverAll(waiting));
}

function subscribe(watcher: () => void) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function useOutbox(): OutboxState {
  return useSyncExternalStore(subscribe, () => state);
}

/** Starts the regular delivery; answers how to stop it. `onDelivered` runs when something got through. */
export function startDelivery(onDelivered: () => void): () => void {
  const run = async () => {
    const before = state.parcels.length;
    await flush().catch(() => undefined);
    if (before > 0 && state.parcels.length < before) onDelivered();
  };
  const timer = window.setInterval(() => state.parcels.some((parcel) => !parcel.refused) && void run(), PAUSE);
  const online = () => void run();
  window.addEventListener('online', online);
  void run();
  return () => {
    window.clearInterval(timer);
    window.removeEventListener('online', online);
  };
}
