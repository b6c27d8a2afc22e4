import type { UseQueryResult } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyPanel, ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { dayMonth, dayOf, quantityText, unitText } from '../../parts/format';
import { useKept } from '../../parts/kept';
import { type AttainmentDay, type MissedOperation, type PlannerBench, useMissed } from './api';

const WIDTH = 290;
const LABELS = 62; // to the right of the lines
const HEIGHT = 130;
const TARGET = 95;

const DEFINITIONS = ['operations', 'pieces'] as const;
type Definition = (typeof DEFINITIONS)[number];

/** How much of what was planned for a day was done by then, over the last days, against the target. */
export function Attainment({ bench }: { bench: UseQueryResult<PlannerBench> }) {
  const { t } = useTranslation();
  const [definition, setDefinition] = useKept<Definition>('attainment', DEFINITIONS);
  const [asked, setAsked] = useState<string | null>(null);
  const days = bench.data?.attainment ?? [];
  const last = days.at(-1);
  const before = days.at(-2);
  const ratio = RATIOS[definition];
  return (
    <section className="card bench-attainment">
      <div className="card-head">
        <h2 className="nowrap">{t('bench.attainment')}</h2>
        <span className="grow" />
        <Select
          size="small"
          variant="borderless"
          aria-label={t('bench.definition')}
          value={definition}
          onChange={setDefinition}
          popupMatchSelectWidth={false}
          options={DEFINITIONS.map((value) => ({ value, label: t(`attainment.${value}`) }))}
        />
      </div>
      {bench.isPending ? <RowsSkeleton rows={4} height={34} /> : null}
      {bench.data && !last ? <EmptyPanel icon="chart" title={t('bench.noAttainment')} /> : null}
      {last ? (
        <div className="attainment">
          <div>
            <b className="attainment-value">{percent(ratio(last))}%</b>{' '}
            <span className="muted small">
              {dayMonth(last.day)} · {before ? t('bench.dayBefore', { n: percent(ratio(before)) }) : ''}{' '}
              <button type="button" className="link-button" onClick={() => setAsked(last.day)}>
                {t('bench.missed', { n: last.planned - last.done })}
              </button>
            </span>
          </div>
          <Chart days={days} ratio={ratio} onAsk={setAsked} />
        </div>
      ) : null}
      {asked ? <MissedDialog day={asked} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}

type Ratio = (day: AttainmentDay) => number;

/** By operations done, or by pieces, where too much of one does not make up for another. */
const RATIOS: Record<Definition, Ratio> = {
  operations: (day) => (day.done / day.planned) * 100,
  pieces: (day) => (Number(day.goodQuantity) / Number(day.plannedQuantity)) * 100,
};

function percent(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}

/** What was not done that day, and what stands in its way. */
function MissedDialog({ day, onClose }: { day: string; onClose: () => void }) {
  const { t } = useTranslation();
  const missed = useMissed(day);
  return (
    <Modal open footer={null} width={680} title={t('bench.missedOn', { day: dayMonth(day) })} onCancel={onClose}>
      {missed.isPending ? <RowsSkeleton rows={5} /> : null}
      {missed.isError ? <ProblemPanel problem={missed.error} onRetry={() => missed.refetch()} /> : null}
      {missed.data?.length === 0 ? <EmptyPanel title={t('bench.missedNone')} /> : null}
      <div className="missed-list">
        {(missed.data ?? []).map((one) => (
          <MissedRow key={one.operationId} missed={one} />
        ))}
      </div>
    </Modal>
  );
}

function MissedRow({ missed }: { missed: MissedOperation }) {
  const { t } = useTranslation();
  const what = (
    <b>
      {missed.workOrder} · {missed.sequence} {missed.operation}
    </b>
  );
  return (
    <div className="missed-row">
      <span>
        {missed.lineId ? <Link to={`/orders/${missed.lineId}`}>{what}</Link> : what}
        <span className="muted small missed-why">
          {missed.endedAt ? t('bench.missedDone', { at: dayMonth(dayOf(missed.endedAt)) }) : t('bench.missedOpen')}
          {missed.reason ? ` · ${missed.reason}` : ''}
        </span>
      </span>
      <span className="nowrap">
        {quantityText(missed.good.amount)} / {quantityText(missed.planned.amount)} {unitText(missed.planned.unit)}
      </span>
    </div>
  );
}

function Chart({ days, ratio, onAsk }: { days: AttainmentDay[]; ratio: Ratio; onAsk: (day: string) => void }) {
  const { t } = useTranslation();
  const values = days.map(ratio);
  const low = Math.max(0, Math.floor((Math.min(...values, 80) - 2) / 10) * 10);
  const x = (index: number) => 8 + (index / Math.max(1, days.length - 1)) * (WIDTH - LABELS - 14);
  const y = (value: number) => 12 + ((100 - value) / Math.max(1, 100 - low)) * (HEIGHT - 36);
  const path = values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('');
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="attainment-chart" role="img" aria-label={t('bench.attainment')}>
      <path d={`M8 ${y(TARGET)}H${WIDTH - LABELS}`} stroke="var(--secondary)" strokeDasharray="3 4" />
      <text x={WIDTH - LABELS + 4} y={y(TARGET) + 4} fontSize={11} fill="var(--secondary)">
        {t('bench.target')} {TARGET}
      </text>
      <path d={`M8 ${y(low)}H${WIDTH - LABELS}`} stroke="var(--row-line)" />
      <text x={WIDTH - LABELS + 4} y={y(low) + 4} fontSize={11} fill="var(--secondary)">
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
          className="attainment-day"
          onClick={() => onAsk(day.day)}
        >
          <title>
            {dayMonth(day.day)}: {percent(values[index] ?? 0)}% · {day.done}/{day.planned}
          </title>
        </circle>
      ))}
      <text x={8} y={HEIGHT - 4} fontSize={11} fill="var(--secondary)">
        {dayMonth(days[0]?.day)}
      </text>
      <text x={WIDTH - LABELS} y={HEIGHT - 4} fontSize={11} fill="var(--secondary)" textAnchor="end">
        {dayMonth(days.at(-1)?.day)}
      </text>
    </svg>
  );
}
