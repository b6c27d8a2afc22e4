import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import { LINE_TABLES } from '../lines/api';

/** A line that an exception endangers, and the days it costs it. */
export type EndangeredLine = Schema<'ExceptionEndangeredLine'>;

/** One cause, whatever it endangers; the line it names is the most urgent one. */
export type ExceptionRow = Schema<'ExceptionRow'>;

/** What may stand in a line's way. */
export type ExceptionKind = ExceptionRow['kind'];

export type ExceptionPage = Schema<'ExceptionPage'>;

export function useExceptions(kind: ExceptionKind | undefined, mine: boolean) {
  return useQuery({
    queryKey: ['exceptions', kind, mine],
    queryFn: () => api.get('/api/exceptions', { query: { kind, mine: mine || undefined, size: 50 } }),
    meta: { tables: LINE_TABLES },
    placeholderData: (before) => before,
  });
}

export type KitRow = Schema<'BenchKitRow'>;

export type PlannerBench = Schema<'BenchPlannerBench'>;

export type AttainmentDay = Schema<'PlanAttainmentDay'>;

export type MissedOperation = Schema<'BenchMissedOperation'>;

export const useMissed = (day: string) =>
  useQuery({
    queryKey: ['bench', 'missed', day],
    queryFn: () => api.get('/api/benches/planner/attainment/{day}', { path: { day } }),
  });

export const usePlannerBench = () =>
  useQuery({
    queryKey: ['bench', 'planner'],
    queryFn: () => api.get('/api/benches/planner'),
    meta: { tables: [...LINE_TABLES, 'stock', 'purchasing', 'shopfloor'] },
  });

export type ManagerBench = Schema<'BenchManagerBench'>;

export const useManagerBench = () =>
  useQuery({
    queryKey: ['bench', 'manager'],
    queryFn: () => api.get('/api/benches/manager'),
    meta: { tables: LINE_TABLES },
  });
