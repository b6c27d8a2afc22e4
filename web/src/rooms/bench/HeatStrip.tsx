import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { EmptyPanel, ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { dayMonth } from '../../parts/format';
import { loadRows } from './load';

const STEPS = [0.15, 0.35, 0.55, 0.75, 0.95];

function colourOf(share: number): string {
  const step = STEPS.findIndex((limit) => share <= limit + 0.1);
  const strength = [10, 26, 46, 70, 100][step < 0 ? 4 : step] ?? 100;
  return `color-mix(in srgb, var(--blue) ${strength}%, var(--surface))`;
}

/** Load of every work centre for four weeks, one cell a day; above 100 % amber with what is too much. */
export function HeatStrip() {
  const { t } = useTranslation();
  const load = useQuery({
    queryKey: ['scheduling', 'load'],
    queryFn: () => api.get('/api/schedules/load', { query: { weeks: 4 } }),
    meta: { tables: ['scheduling'] },
  });
  const { days, rows } = loadRows(load.data);
  return (
    <section className="card bench-load">
      <div className="card-head">
        <h2>{t('bench.load')}</h2>
        <span className="grow" />
        <span className="heat-key muted small">
          30%{' '}
          {STEPS.map((step) => (
            <i key={step} style={{ background: colourOf(step) }} />
          ))}{' '}
          95% <i className="heat-over">+8</i> {t('bench.over')}
        </span>
      </div>
      {load.isPending ? <RowsSkeleton rows={6} height={28} /> : null}
      {load.isError && !load.data ? <ProblemPanel problem={load.error} onRetry={() => load.refetch()} /> : null}
      {load.data && rows.length === 0 ? (
        <EmptyPanel icon="plan" title={t('bench.noLoad')}>
          <Link to="/schedule">{t('page.schedule')}</Link>
        </EmptyPanel>
      ) : null}
      {rows.length > 0 ? (
        <div className="heat">
          <div className="heat-row heat-days">
            <span />
            <span className="heat-cells">
              {days.map((day, index) => (
                <span key={day}>{index % 7 === 0 ? dayMonth(day) : ''}</span>
              ))}
            </span>
          </div>
          {rows.map((row) => (
            <div key={row.id} className="heat-row">
              <span className="ellipsis" title={row.name}>
                {row.name}
              </span>
              <span className="heat-cells">
                {row.cells.map((cell) => (
                  <Link
                    key={cell.day}
                    to={`/schedule?from=${cell.day}&centre=${row.id}`}
                    className={cell.capacity === 0 ? 'heat-closed' : cell.share > 1 ? 'heat-over' : undefined}
                    style={cell.capacity === 0 || cell.share > 1 ? undefined : { background: colourOf(cell.share) }}
                    title={`${row.name} ${dayMonth(cell.day)} ${cell.booked} / ${cell.capacity} h`}
                  >
                    {cell.share > 1 ? `+${Math.round((cell.share - 1) * 100)}` : ''}
                  </Link>
                ))}
              </span>
            </div>
          ))}
        </div>
      ) : null}
    </section>
  );
}
