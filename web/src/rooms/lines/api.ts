import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, Refused } from '../../api/client';

export const LINE_TABLES = ['insight', 'line', 'milestone', 'exception'];

export const FILTERS = ['mine', 'state', 'stage', 'customer', 'orderClass', 'due', 'q', 'sort'] as const;
export type FilterName = (typeof FILTERS)[number];
export type LineFilter = Partial<Record<FilterName, string>>;

export const PAGE_SIZE = 50;

/** One page of lines; `page` counts from 0. The last rows stay while the next ones are on their way. */
export function useLines(filter: LineFilter, page: number) {
  return useQuery({
    queryKey: ['lines', filter, page],
    queryFn: ({ signal }) =>
      api.get('/api/lines', { query: { ...filter, mine: filter.mine === 'true', page, size: PAGE_SIZE }, signal }),
    meta: { tables: LINE_TABLES },
    placeholderData: keepPreviousData,
  });
}

/** One order line with everything that its page shows. */
export function useLine(id: string) {
  return useQuery({
    queryKey: ['line', id],
    queryFn: ({ signal }) => api.get('/api/lines/{id}', { path: { id }, signal }),
    // A line that was entered this moment is drawn a moment later.
    retry: (times, problem) => problem instanceof Refused && problem.status === 404 && times < 6,
    retryDelay: 350,
    meta: {
      tables: [
        ...LINE_TABLES,
        'comment',
        'records',
        'workflow',
        'sales',
        'shopfloor',
        'planning',
        'purchasing',
        'scheduling',
        'stock',
        'quality',
        'shipping',
      ],
    },
  });
}

const WALK = 'throughline.walk';

interface Walk {
  ids: string[];
  search: string;
}

/** Remembers the list a line was opened from, so that J and K walk on in it. */
export function rememberWalk(ids: string[], search: string): void {
  sessionStorage.setItem(WALK, JSON.stringify({ ids, search } satisfies Walk));
}

export function readWalk(): Walk {
  try {
    return JSON.parse(sessionStorage.getItem(WALK) ?? '') as Walk;
  } catch {
    return { ids: [], search: '' };
  }
}
