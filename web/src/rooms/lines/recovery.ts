import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import type { LineDetail, LineRow } from '../../api/lines';
import { addDays, shortNumber, signed } from '../../parts/format';

export type RecoveryAction = Schema<'RecoveryOption'>['actions'][number];

export type RecoveryOption = Schema<'RecoveryOption'>;

export type Recovery = Schema<'Recovery'>;

/** Whatever is known of a line that may be late. */
type Endangered = Pick<LineRow, 'id' | 'state' | 'promised' | 'forecast'>;

/** What could still be done for a late line, computed on the plan as it stands; nothing changes in it. */
export function useRecovery(line: Endangered, wanted = true) {
  return useQuery({
    queryKey: ['recovery', line.id],
    enabled: wanted && (line.state === 'LATE' || line.state === 'RISK'),
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
export function forecastWith(line: Endangered, option: RecoveryOption): string {
  return addDays(line.forecast ?? option.end.slice(0, 10), -daysGained(option));
}

/** The first that keeps the promise; otherwise the one that gains most. */
export function bestOf(line: Endangered, options: RecoveryOption[]): RecoveryOption | undefined {
  const inTime = options.find((option) => line.promised && forecastWith(line, option) <= line.promised);
  return inTime ?? options.at(-1);
}

/** Those worth telling: at least a day is gained. */
export function worthTelling(recovery: Recovery | undefined): RecoveryOption[] {
  return (recovery?.options ?? []).filter((option) => daysGained(option) > 0);
}

type Translate = (key: string, values?: Record<string, unknown>) => string;

/** What is done, in words. */
export function actionText(option: RecoveryOption, t: Translate, items: string[] = []): string {
  return option.actions
    .map((action) =>
      action === 'EXPEDITE' && items.length > 0
        ? t('recover.expedite', {
            item: items.length > 1 ? t('recover.andMore', { item: items[0], n: items.length }) : items[0],
          })
        : t(`recoverAction.${action}`),
    )
    .join(' ＋ ');
}

/** Who else moves. */
export function effectText(option: RecoveryOption, t: Translate): string {
  const [first] = option.others;
  const late = option.lateThen - option.lateNow;
  if (!first) return t('recover.nobodyElse');
  const name = shortNumber(first.order ?? first.workOrder);
  const days = Math.round((first.minutes / 1440) * 10) / 10;
  const moves = days > 0 ? t('recover.moves', { name, n: signed(days) }) : t('recover.movesLittle', { name });
  return [
    moves,
    late > 0
      ? t('recover.moreLate', { n: late })
      : late < 0
        ? t('recover.fewerLate', { n: -late })
        : t('recover.othersKeep'),
  ].join(' · ');
}

/** Puts the line first in a draft of the plan; nobody works by it before it is published. */
export function useTryFirst(lineId: string, then?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post('/api/order-lines/{orderLineId}/recovery', { path: { orderLineId: lineId } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['scheduling'] });
      then?.();
    },
  });
}

/** The missing material that would have to be brought in. */
export function missingItems(detail: LineDetail): string[] {
  return (detail.kitting?.items ?? [])
    .filter((item) => item.state === 'LATE' || item.state === 'SHORT')
    .map((item) => item.name);
}
