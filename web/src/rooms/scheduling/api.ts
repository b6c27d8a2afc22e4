import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';

export interface Schedule {
  id: string;
  at: string;
  by: string;
  status: 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED' | 'SET_ASIDE';
  operations: number;
  lateOrders: number;
  lateMinutes: number;
  setupMinutes: number;
  endsAt?: string | null;
  tried: number;
  milliseconds: number;
}

export interface MachineRow {
  id: string;
  code: string;
  name: string;
  workCentreId: string;
  workCentre: string;
  load: number;
}

export interface Bar {
  operationId: string;
  machineId?: string | null;
  workCentreId: string;
  start: string;
  end: string;
  setupMinutes: number;
  workOrderId: string;
  workOrder: string;
  sequence: number;
  operation: string;
  itemId: string;
  item: string;
  itemName: string;
  orderLineId?: string | null;
  order?: string | null;
  due?: string | null;
  late: boolean;
  state: string;
  reason: string;
  detail?: unknown;
}

/** What the server says about the reason of a bar, by name. */
export interface Cause {
  until?: string;
  workOrder?: string;
  operation?: string;
  operationId?: string;
  note?: string;
  by?: string;
}

export function causeOf(bar: Bar): Cause {
  return typeof bar.detail === 'object' && bar.detail !== null ? (bar.detail as Cause) : {};
}

export interface Board {
  schedule?: Schedule | null;
  published?: Schedule | null;
  changes: number;
  /** Steps of the draft that can be undone. */
  steps: number;
  frozenUntil: string;
  machines: MachineRow[];
  bars: Bar[];
  closed: { machineId: string; from: string; to: string }[];
}

export function useBoard(from: string, to: string) {
  return useQuery({
    queryKey: ['scheduling', 'board', from, to],
    queryFn: ({ signal }) => api.get<Board>('/api/schedules/current/gantt', { query: { from, to }, signal }),
    meta: { tables: ['scheduling', 'shopfloor'] },
    placeholderData: (before) => before,
  });
}

export interface Figures {
  lateOrders: number;
  lateMinutes: number;
  setupMinutes: number;
}

/** What follows from a move: when it would run there, and whose end moves. */
export interface MoveEffect {
  operationId: string;
  machineId: string;
  start: string;
  end: string;
  frozen: boolean;
  before: Figures;
  after: Figures;
  moved: number;
  orders: {
    workOrderId: string;
    workOrder: string;
    orderLineId?: string | null;
    order?: string | null;
    before: string;
    after: string;
    minutes: number;
    due?: string | null;
    late: boolean;
  }[];
}

export interface Move {
  operationId: string;
  machineId: string;
  start: string;
  reason?: string;
}

export const previewMove = (move: Move, signal?: AbortSignal) =>
  api.post<MoveEffect>('/api/schedules/moves/preview', { body: move, signal });

export const applyMove = (move: Move) => api.post<MoveEffect>('/api/schedules/moves', { body: move });

export const undoStep = () => api.post<void>('/api/schedules/draft/undo');

export function useAlternatives(operationId: string | undefined) {
  return useQuery({
    queryKey: ['scheduling', 'alternatives', operationId],
    enabled: operationId !== undefined,
    queryFn: ({ signal }) =>
      api.get<MoveEffect[]>('/api/schedules/moves/{operationId}/alternatives', {
        path: { operationId: operationId ?? '' },
        signal,
      }),
    meta: { tables: ['scheduling'] },
    retry: false,
  });
}

export interface DraftChange {
  operationId: string;
  workOrder: string;
  sequence: number;
  operation: string;
  oldMachineId?: string | null;
  oldStart?: string | null;
  newMachineId?: string | null;
  newStart?: string | null;
  byHand: boolean;
  note?: string | null;
}

export const useDraftChanges = (open: boolean) =>
  useQuery({
    queryKey: ['scheduling', 'changes'],
    enabled: open,
    queryFn: () => api.get<DraftChange[]>('/api/schedules/draft/changes'),
  });
