import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyPanel, ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { dayMonth } from '../../parts/format';
import { type Shape, StateShape } from '../../parts/StateShape';
import type { KitRow, PlannerBench } from './api';

const LOOKS: Record<KitRow['state'], { shape: Shape; colour: string }> = {
  READY: { shape: 'done', colour: 'var(--green)' },
  INCOMING: { shape: 'normal', colour: 'var(--blue)' },
  LATE: { shape: 'risk', colour: 'var(--amber)' },
  SHORT: { shape: 'blocked', colour: 'var(--red)' },
};

/** Which orders have their material, after the priority of all. */
export function KitList({ bench }: { bench: UseQueryResult<PlannerBench> }) {
  const { t } = useTranslation();
  const data = bench.data;
  return (
    <section className="card bench-kits">
      <div className="card-head">
        <h2>{t('line.kitting')}</h2>
        {data ? <span className="muted">{t('bench.canStart', { n: data.canStart, total: data.total })}</span> : null}
      </div>
      <div className="bench-scroll">
        {bench.isPending ? <RowsSkeleton rows={6} height={34} /> : null}
        {bench.isError && !data ? <ProblemPanel problem={bench.error} onRetry={() => bench.refetch()} /> : null}
        {data?.kits.length === 0 ? <EmptyPanel icon="box" title={t('bench.noKits')} /> : null}
        {(data?.kits ?? []).map((kit) => {
          const look = LOOKS[kit.state];
          const share = kit.total > 0 ? (kit.ready / kit.total) * 100 : 0;
          return (
            <Link key={kit.lineId} to={`/orders/${kit.lineId}`} className="kit-row">
              <StateShape shape={look.shape} size={14} />
              <span className="ellipsis" title={`${kit.item} ${kit.orderNumber}`}>
                {kit.item}
              </span>
              <span className="kit-bar">
                <i style={{ width: `${share}%`, background: look.colour }} />
              </span>
              <span className="line-right">
                {kit.ready}/{kit.total}
              </span>
              <span className={kit.state === 'READY' ? 'green nowrap line-right' : 'muted nowrap line-right'}>
                {kit.state === 'READY'
                  ? t('bench.startToday')
                  : kit.allBy
                    ? t('bench.kitBy', { at: dayMonth(kit.allBy) })
                    : t('bench.noDate')}
              </span>
            </Link>
          );
        })}
      </div>
    </section>
  );
}
