import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';

export interface Schedule {
  id: string;
  at: string;
  by: string;
  status: 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED';
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
  orderLineId?: string | null;
  order?: string | null;
  due?: string | null;
  late: boolean;
  state: string;
  reason: string;
  detail?: unknown;
}

export interface Board {
  schedule?: Schedule | null;
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
