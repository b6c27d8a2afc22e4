import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyPanel, RowsSkeleton } from '../../parts/Feedback';
import { dayMonth } from '../../parts/format';
import { type ManagerBench, useExceptions } from './api';

const WIDTH = 560;
const HEIGHT = 150;
const TARGET = 95;
const TOP = 14;
const FLOOR = HEIGHT - 24;

/** Deliveries of each week: what was due as a column, what came in time filled, the share as a line. */
export function WeeksCard({ weeks }: { weeks: ManagerBench['trend'] }) {
  const { t } = useTranslation();
  const due = weeks.reduce((sum, week) => sum + week.due, 0);
  const most = Math.max(1, ...weeks.map((week) => week.due));
  const step = (WIDTH - 70) / Math.max(1, weeks.length);
  const x = (index: number) => 10 + step * (index + 0.5);
  const y = (share: number) => FLOOR - share * (FLOOR - TOP);
  const shares = weeks.map((week, index) => ({ index, share: week.due > 0 ? week.onTime / week.due : null }));
  const line = shares
    .filter((one) => one.share !== null)
    .map((one, index) => `${index === 0 ? 'M' : 'L'}${x(one.index).toFixed(1)} ${y(one.share ?? 0).toFixed(1)}`)
    .join('');
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t('bench.onTimeByWeek')}</h2>
      </div>
      {due === 0 ? <EmptyPanel icon="chart" title={t('bench.noTrend')} /> : null}
      {due > 0 ? (
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="weeks" role="img" aria-label={t('bench.onTimeByWeek')}>
          {weeks.map((week, index) => {
            const height = (week.due / most) * (FLOOR - TOP) * 0.6;
            const good = week.due > 0 ? (week.onTime / week.due) * height : 0;
            return (
              <g key={week.monday}>
                <title>
                  {dayMonth(week.monday)}: {week.onTime}/{week.due}
                </title>
                <rect x={x(index) - 13} y={FLOOR - height} width={26} height={height} rx={3} fill="var(--red-tint)" />
                <rect x={x(index) - 13} y={FLOOR - good} width={26} height={good} rx={3} fill="var(--pill-blue)" />
                <text x={x(index)} y={HEIGHT - 8} textAnchor="middle" fontSize={11} fill="var(--secondary)">
                  {dayMonth(week.monday)}
                </text>
                {week.due > 0 ? (
                  <text x={x(index)} y={FLOOR - height - 4} textAnchor="middle" fontSize={10.5} fill="var(--ink)">
                    {week.onTime}/{week.due}
                  </text>
                ) : null}
              </g>
            );
          })}
          <path d={`M4 ${y(TARGET / 100)}H${WIDTH - 54}`} stroke="var(--secondary)" strokeDasharray="3 4" />
          <text x={WIDTH - 48} y={y(TARGET / 100) + 4} fontSize={11} fill="var(--secondary)">
            {t('bench.target')} {TARGET}
          </text>
          <path d={line} fill="none" stroke="var(--blue)" strokeWidth={2.2} strokeLinejoin="round" />
          {shares.map((one) =>
            one.share === null ? null : (
              <circle
                key={one.index}
                cx={x(one.index)}
                cy={y(one.share)}
                r={3.4}
                fill="var(--surface)"
                stroke="var(--blue)"
                strokeWidth={2}
              />
            ),
          )}
        </svg>
      ) : null}
    </section>
  );
}

/** What delays orders now: how many lines each kind of cause endangers, most first, with the running share. */
export function CausesCard() {
  const { t } = useTranslation();
  const exceptions = useExceptions(undefined, false);
  const counts = [...(exceptions.data?.counts ?? [])].sort((one, other) => other.lines - one.lines);
  const all = counts.reduce((sum, one) => sum + one.lines, 0);
  const most = Math.max(1, ...counts.map((one) => one.lines));
  let running = 0;
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t('bench.causes')}</h2>
        <span className="muted">{all > 0 ? t('bench.causesNote', { n: all }) : ''}</span>
      </div>
      {exceptions.isPending ? <RowsSkeleton rows={4} height={28} /> : null}
      {exceptions.data && all === 0 ? <EmptyPanel title={t('line.noObstacle')} /> : null}
      <div className="pareto">
        {counts.slice(0, 6).map((one) => {
          running += one.lines;
          return (
            <Link key={one.kind} to="/bench?role=planner" className="pareto-row">
              <span className="ellipsis">{t(`exception.${one.kind}`, one.kind)}</span>
              <i style={{ width: `${(one.lines / most) * 100}%` }} />
              <b className="line-right">{one.lines}</b>
              <span className="muted line-right">{Math.round((running / all) * 100)}%</span>
            </Link>
          );
        })}
      </div>
    </section>
  );
}
