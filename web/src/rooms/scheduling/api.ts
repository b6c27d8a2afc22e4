import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';

export type Schedule = Schema<'ScheduleResult'>;

export type Direction = Schedule['direction'];

export const runSchedule = (direction: Direction) => api.post('/api/schedules', { body: { direction } });

export type MachineRow = Schema<'GanttReaderRow'>;

export type Bar = Schema<'GanttReaderBar'>;

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

export type Board = Schema<'GanttReaderBoard'>;

export function useBoard(from: string, to: string) {
  return useQuery({
    queryKey: ['scheduling', 'board', from, to],
    queryFn: ({ signal }) => api.get('/api/schedules/current/gantt', { query: { from, to }, signal }),
    meta: { tables: ['scheduling', 'shopfloor'] },
    placeholderData: (before) => before,
  });
}

/** What follows from a move: when it would run there, and whose end moves. */
export type MoveEffect = Schema<'MoveEffect'>;

export type Figures = MoveEffect['before'];

export type Move = Schema<'OperationMove'>;

export const previewMove = (move: Move, signal?: AbortSignal) =>
  api.post('/api/schedules/moves/preview', { body: move, signal });

export const applyMove = (move: Move) => api.post('/api/schedules/moves', { body: move });

export const undoStep = () => api.post('/api/schedules/draft/undo');

export function useAlternatives(operationId: string | undefined) {
  return useQuery({
    queryKey: ['scheduling', 'alternatives', operationId],
    enabled: operationId !== undefined,
    queryFn: ({ signal }) =>
      api.get('/api/schedules/moves/{operationId}/alternatives', {
        path: { operationId: operationId ?? '' },
        signal,
      }),
    meta: { tables: ['scheduling'] },
    retry: false,
  });
}

export type DraftChange = Schema<'DraftChangesChange'>;

export const useDraftChanges = (open: boolean) =>
  useQuery({
    queryKey: ['scheduling', 'changes'],
    enabled: open,
    queryFn: () => api.get('/api/schedules/draft/changes'),
    meta: { tables: ['scheduling'] },
  });
