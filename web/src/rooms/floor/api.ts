import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/calls';
import { api, Unreachable } from '../../api/client';

export type OperationStatus = Schema<'TaskView'>['status'];

export type Place = Schema<'TaskViewPlace'>;

export type Block = Schema<'TaskViewBlock'>;

export type Task = Schema<'TaskView'>;

export type Tasks = Schema<'FloorTasksTasksView'>;

export type Reported = Schema<'FloorReportedView'>;

export type Scanned = Schema<'FloorScanScanView'>;

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
        const tasks = await api.get('/api/floor/tasks', { query: { machine }, signal });
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
        const page = await api.get('/api/records/{type}', {
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
