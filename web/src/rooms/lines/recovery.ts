import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import type { LineDetail, LineRow } from '../../api/lines';
import { addDays } from '../../parts/format';

export type RecoveryAction = Schema<'RecoveryOption'>['actions'][number];

export type RecoveryOption = Schema<'RecoveryOption'>;

export type Recovery = Schema<'Recovery'>;

/** What could still be done for a late line, computed on the plan as it stands; nothing changes in it. */
export function useRecovery(line: LineRow) {
  return useQuery({
    queryKey: ['recovery', line.id],
    enabled: line.state === 'LATE' || line.state === 'RISK',
    queryFn: ({ signal }) =>
      api.get('/api/order-lines/{orderLineId}/recovery', { path: { orderLineId: line.id }, signal }),
    meta: { tables: ['scheduling'] },
    retry: false,
    staleTime: 60_000,
  });
}

/** Whole days gained. */
export function daysGained(option: RecoveryOption): number {
  return Math.floor(option.minutes / 1440 + 0.5);
}

/** The day the line would be there. */
export function forecastWith(line: LineRow, option: RecoveryOption): string {
  return addDays(line.forecast ?? option.end.slice(0, 10), -daysGained(option));
}

/** The first that keeps the promise; otherwise the one that gains most. */
export function bestOf(line: LineRow, options: RecoveryOption[]): RecoveryOption | undefined {
  const inTime = options.find((option) => line.promised && forecastWith(line, option) <= line.promised);
  return inTime ?? options.at(-1);
}

/** The missing material that would have to be brought in. */
export function missingItems(detail: LineDetail): string[] {
  return (detail.kitting?.items ?? [])
    .filter((item) => item.state === 'LATE' || item.state === 'SHORT')
    .map((item) => item.name);
}
