import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyPanel, RowsSkeleton } from '../../parts/Feedback';
import { dayMonth } from '../../parts/format';
import type { PlannerBench } from './api';

const WIDTH = 280;
const HEIGHT = 130;
const TARGET = 95;

/** How many of the operations planned for a day were done by then, over the last days, against the target. */
export function Attainment({ bench }: { bench: UseQueryResult<PlannerBench> }) {
  const { t } = useTranslation();
  const days = (bench.data?.attainment ?? []).filter((day) => day.planned > 0);
  const last = days.at(-1);
  const before = days.at(-2);
  return (
    <section className="card bench-attainment">
      <div className="card-head">
        <h2>{t('bench.attainment')}</h2>
      </div>
      {bench.isPending ? <RowsSkeleton rows={4} height={34} /> : null}
      {bench.data && !last ? <EmptyPanel icon="chart" title={t('bench.noAttainment')} /> : null}
      {last ? (
        <div className="attainment">
          <div>
            <b className="attainment-value">{percent(last)}%</b>{' '}
            <span className="muted small">
              {before ? t('bench.dayBefore', { n: percent(before) }) : ''}{' '}
              {t('bench.missed', { n: last.planned - last.done })}
            </span>
          </div>
          <Chart days={days.slice(-14)} />
        </div>
      ) : null}
    </section>
  );
}

interface Day {
  day: string;
  planned: number;
  done: number;
}

function percent(day: Day): string {
  return ((day.done / day.planned) * 100).toFixed(1).replace(/\.0$/, '');
}

function Chart({ days }: { days: Day[] }) {
  const { t } = useTranslation();
  const values = days.map((day) => (day.done / day.planned) * 100);
  const low = Math.max(0, Math.floor((Math.min(...values, 80) - 2) / 10) * 10);
  const x = (index: number) => 8 + (index / Math.max(1, days.length - 1)) * (WIDTH - 60);
  const y = (value: number) => 12 + ((100 - value) / Math.max(1, 100 - low)) * (HEIGHT - 36);
  const path = values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('');
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="attainment-chart" role="img" aria-label={t('bench.attainment')}>
      <path d={`M8 ${y(TARGET)}H${WIDTH - 46}`} stroke="var(--secondary)" strokeDasharray="3 4" />
      <text x={WIDTH - 42} y={y(TARGET) + 4} fontSize={11} fill="var(--secondary)">
        {t('bench.target')} {TARGET}
      </text>
      <path d={`M8 ${y(low)}H${WIDTH - 46}`} stroke="var(--row-line)" />
      <text x={WIDTH - 42} y={y(low) + 4} fontSize={11} fill="var(--secondary)">
        {low}
      </text>
      <path d={path} fill="none" stroke="var(--blue)" strokeWidth={2.4} strokeLinejoin="round" />
      {days.map((day, index) => (
        <circle
          key={day.day}
          cx={x(index)}
          cy={y(values[index] ?? 0)}
          r={index === days.length - 1 ? 5 : 2.6}
          fill={index === days.length - 1 ? 'var(--surface)' : 'var(--blue)'}
          stroke="var(--blue)"
          strokeWidth={2}
        >
          <title>
            {dayMonth(day.day)}: {day.done}/{day.planned}
          </title>
        </circle>
      ))}
      <text x={8} y={HEIGHT - 4} fontSize={11} fill="var(--secondary)">
        {dayMonth(days[0]?.day)}
      </text>
      <text x={WIDTH - 46} y={HEIGHT - 4} fontSize={11} fill="var(--secondary)" textAnchor="end">
        {dayMonth(days.at(-1)?.day)}
      </text>
    </svg>
  );
}
