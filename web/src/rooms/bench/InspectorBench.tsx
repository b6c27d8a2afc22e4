import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { dayOf, daysBetween, quantityText, today, unitText } from '../../parts/format';
import { StateShape } from '../../parts/StateShape';
import { BenchFigures, BenchHead, BenchPanel, BenchRow } from './BenchParts';
import { MyExceptions } from './MyExceptions';

/** The inspector's day: what waits to be judged, the longest first; what failed; and whom it holds up. */
export function InspectorBench() {
  const { t } = useTranslation();
  const open = useQuery({
    queryKey: ['inspections', 'OPEN'],
    queryFn: () => api.get('/api/inspections', { query: { status: 'OPEN' } }),
    meta: { tables: ['quality'] },
  });
  const failed = useQuery({
    queryKey: ['nonconformances', 'OPEN'],
    queryFn: () => api.get('/api/nonconformances', { query: { disposition: 'OPEN' } }),
    meta: { tables: ['quality'] },
  });
  const waiting = [...(open.data ?? [])].sort((one, other) => one.requestedAt.localeCompare(other.requestedAt));
  const old = waiting.filter((one) => waited(one.requestedAt) > 1);
  return (
    <div className="bench">
      <BenchHead title={t('bench.inspector')}>
        <BenchFigures
          figures={[
            { label: t('bench.toInspect'), value: open.data?.length, to: '/quality' },
            { label: t('bench.waitsLong'), value: open.data && old.length, to: '/quality', bad: true },
            { label: t('bench.failed'), value: failed.data?.length, to: '/records/nonconformance', bad: true },
          ]}
        />
        <Link to="/quality">
          <Button type="primary">{t('bench.inspect')}</Button>
        </Link>
      </BenchHead>
      <div className="bench-thirds">
        <BenchPanel
          title={t('bench.toInspect')}
          query={open}
          count={waiting.length}
          all={{ to: '/quality' }}
          empty={t('bench.nothingToInspect')}
          isEmpty={(data) => data.length === 0}
        >
          {() =>
            waiting.slice(0, 60).map((one) => (
              <BenchRow
                key={one.id}
                to={`/records/inspection/${one.id}`}
                shape={<StateShape shape={waited(one.requestedAt) > 1 ? 'risk' : 'normal'} size={14} />}
                title={one.item.name}
                note={[one.order ?? one.number, t(`inspectionKind.${one.kind}`, one.kind)].join(' · ')}
                right={
                  <>
                    <b className="nowrap">
                      {quantityText(one.quantity)} {unitText(one.unit)}
                    </b>
                    <small className={waited(one.requestedAt) > 1 ? 'amber nowrap' : 'muted nowrap'}>
                      {t('bench.waited', { n: waited(one.requestedAt) })}
                    </small>
                  </>
                }
                action={
                  <Link to="/quality">
                    <Button size="small">{t('bench.judge')}</Button>
                  </Link>
                }
              />
            ))
          }
        </BenchPanel>
        <BenchPanel
          title={t('bench.failed')}
          query={failed}
          count={failed.data?.length}
          all={{ to: '/records/nonconformance' }}
          empty={t('bench.nothingFailed')}
          isEmpty={(data) => data.length === 0}
        >
          {(data) =>
            data.slice(0, 60).map((one) => (
              <BenchRow
                key={one.id}
                to={`/records/nonconformance/${one.id}`}
                shape={<StateShape shape="blocked" size={15} />}
                title={one.item.name}
                note={[one.order ?? one.number, one.reason].join(' · ')}
                right={
                  <b className="nowrap red">
                    {quantityText(one.quantity)} {unitText(one.unit)}
                  </b>
                }
              />
            ))
          }
        </BenchPanel>
        <MyExceptions />
      </div>
    </div>
  );
}

function waited(since: string): number {
  return daysBetween(dayOf(since), today());
}
