import { useQuery } from '@tanstack/react-query';
import { api, Unreachable } from '../../api/client';
import type { Amount } from '../../api/lines';
import type { RecordPage } from '../../parts/RecordSelect';

export type OperationStatus = 'WAITING' | 'READY' | 'RUNNING' | 'PAUSED' | 'DONE';

export interface Place {
  id: string;
  code: string;
  name: string;
}

export interface Block {
  code: string;
  detail: string;
  advice?: string | null;
  values?: Record<string, unknown>;
}

export interface Task {
  operationId: string;
  workOrderId: string;
  workOrderNumber: string;
  code: string;
  sequence: number;
  name: string;
  status: OperationStatus;
  item: {
    id: string;
    code: string;
    name: string;
    nameEnglish?: string | null;
    specification?: string | null;
    drawingNumber?: string | null;
    revision?: string | null;
    pictureFileId?: string | null;
  };
  order?: { lineId: string; orderId: string; label: string; customer: string } | null;
  workCentre: Place;
  machine?: Place | null;
  unit: string;
  total: Amount;
  remaining: Amount;
  available: Amount;
  limit: Amount;
  good: Amount;
  scrap: Amount;
  rework: Amount;
  plannedStart?: string | null;
  plannedEnd?: string | null;
  due: string;
  startedAt?: string | null;
  instruction?: string | null;
  workers: { name: string; startedAt: string; seconds: number }[];
  steps: {
    operationId: string;
    sequence: number;
    name: string;
    status: OperationStatus;
    good: Amount;
    total: Amount;
    current: boolean;
  }[];
  checks: { code: string; passed: boolean; text: string }[];
  blocks: Block[];
}

export interface Tasks {
  person?: Place | null;
  machine?: Place | null;
  workCentre?: Place | null;
  machines: Place[];
  today: { pieces: Amount; good: Amount; scrap: Amount; wage?: { amount: Amount; currency: string } | null };
  tasks: Task[];
  more: number;
}

export interface Reported {
  reportId: string;
  operationId: string;
  good: Amount;
  scrap: Amount;
  rework: Amount;
  unit: string;
  remaining: Amount;
  undoUntil: string;
  repeated: boolean;
}

export interface Scanned {
  type: string;
  id: string;
  label: string;
  workOrderId?: string | null;
  operationId?: string | null;
  itemId?: string | null;
}

const STORED = 'throughline.tasks';

function stored(machine: string | undefined): Tasks | undefined {
  try {
    return JSON.parse(localStorage.getItem(`${STORED}.${machine ?? ''}`) ?? '') as Tasks;
  } catch {
    return undefined;
  }
}

/** The jobs of a machine; without a connection those that were last heard of. */
export function useTasks(machine: string | undefined) {
  return useQuery({
    queryKey: ['tasks', machine],
    queryFn: async ({ signal }) => {
      try {
        const tasks = await api.get<Tasks>('/api/floor/tasks', { query: { machine }, signal });
        localStorage.setItem(`${STORED}.${machine ?? ''}`, JSON.stringify(tasks));
        return tasks;
      } catch (problem) {
        const known = problem instanceof Unreachable ? stored(machine) : undefined;
        if (known) return known;
        throw problem;
      }
    },
    networkMode: 'always',
    meta: { tables: ['shopfloor', 'scheduling', 'quality', 'stock'] },
    refetchInterval: 60_000,
  });
}

export interface Reason {
  id: string;
  name: string;
  cause: 'PROCESS' | 'MATERIAL';
}

/** Why a piece may be bad; kept for days without a connection. */
export function useReasons() {
  return useQuery({
    queryKey: ['scrap-reasons'],
    queryFn: async () => {
      const place = `${STORED}.reasons`;
      try {
        const page = await api.get<RecordPage>('/api/records/{type}', {
          path: { type: 'scrap-reason' },
          query: { size: 60 },
        });
        const reasons = page.items
          .filter((record) => record.values.active !== false)
          .map(
            (record): Reason => ({
              id: record.id,
              name: String(record.values.name ?? record.values.code ?? ''),
              cause: record.values.cause === 'MATERIAL' ? 'MATERIAL' : 'PROCESS',
            }),
          );
        localStorage.setItem(place, JSON.stringify(reasons));
        return reasons;
      } catch (problem) {
        const known = localStorage.getItem(place);
        if (problem instanceof Unreachable && known) return JSON.parse(known) as Reason[];
        throw problem;
      }
    },
    networkMode: 'always',
    staleTime: 10 * 60_000,
  });
}
