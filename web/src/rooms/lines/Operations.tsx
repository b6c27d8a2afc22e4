import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LineDetail, LineOperation, LineRow } from '../../api/lines';
import { EmptyPanel } from '../../parts/Feedback';
import { dayMonth, signed } from '../../parts/format';

const DAY = 86_400_000;
const ROW = 25;

interface Span {
  from: number;
  to: number;
  now: number;
}

/** The operations of the line: forecast bar over a thin plan bar, the promise, today, closed days shaded. */
export function Operations({ detail }: { detail: LineDetail }) {
  const { t } = useTranslation();
  const { line, operations } = detail;
  const done = operations.filter((one) => one.state === 'DONE').length;
  const running = operations.filter((one) => one.state === 'RUNNING' || one.state === 'PAUSED').length;
  return (
    <section className="card line-panel line-operations">
      <div className="card-head">
        <h2>{t('line.operations')}</h2>
        <span className="muted small">{t('line.operationCount', { n: operations.length, done, running })}</span>
        <span className="grow" />
        <span className="gantt-key wide-only">
          <i className="gantt-key-plan" /> {t('line.originalPlan')} <i className="gantt-key-forecast" />{' '}
          {t('line.forecast')}
        </span>
        <Link to={boardOf(line, operations)}>{t('line.toSchedule')}</Link>
      </div>
      <div className="line-panel-scroll">
        {operations.length > 0 ? (
          <MiniGantt line={line} operations={operations} />
        ) : (
          <EmptyPanel icon="floor" title={t('line.noOperations')}>
            <span>{t('line.noOperationsAdvice')}</span>
          </EmptyPanel>
        )}
      </div>
    </section>
  );
}

/** The board from the day on which the first of these operations begins. */
function boardOf(line: LineRow, operations: LineOperation[]): string {
  const first = operations
    .map((one) => one.start ?? one.plannedStart ?? '')
    .filter(Boolean)
    .sort()[0];
  const from = first ? `&from=${first.slice(0, 10)}` : '';
  return `/schedule?order=${encodeURIComponent(line.orderNumber)}${from}`;
}

function spanOf(line: LineRow, operations: LineOperation[]): Span | null {
  const now = Date.now();
  const times = operations
    .flatMap((one) => [one.plannedStart, one.plannedEnd, one.start, one.end])
    .concat(line.promised ? `${line.promised}T23:59:00+08:00` : null)
    .filter((value): value is string => Boolean(value))
    .map((value) => Date.parse(value))
    .filter((value) => !Number.isNaN(value));
  if (times.length === 0) return null;
  const from = Math.min(...times, now) - DAY;
  const to = Math.max(...times, now) + DAY;
  return { from, to, now };
}

function MiniGantt({ line, operations }: { line: LineRow; operations: LineOperation[] }) {
  const { t } = useTranslation();
  const span = spanOf(line, operations);
  const promised = Date.parse(`${line.promised}T18:00:00+08:00`);
  const place = (value: number) => (span ? `${((value - span.from) / (span.to - span.from)) * 100}%` : '0');
  return (
    <div className="gantt">
      <div className="gantt-names">
        {operations.map((one) => (
          <div key={one.id} style={{ height: ROW }}>
            <span className="muted">{one.sequence}</span>
            <span className="ellipsis" title={one.name}>
              {one.name}
            </span>
            <span className="muted small ellipsis">{one.resource}</span>
          </div>
        ))}
      </div>
      {span ? (
        <div className="gantt-field">
          <Scale span={span} place={place} />
          <div className="gantt-bars" style={{ height: operations.length * ROW }}>
            <Weekends span={span} place={place} />
            {operations.map((one, index) => (
              <Bar key={one.id} operation={one} top={index * ROW} place={place} line={line} />
            ))}
            <i className="gantt-now" style={{ left: place(span.now) }} />
            {line.promised ? (
              <i
                className={
                  promised - span.from < (span.to - span.from) / 4 ? 'gantt-promise gantt-early' : 'gantt-promise'
                }
                style={{ left: place(promised) }}
              >
                <span>
                  {t('line.promised')} {dayMonth(line.promised)}
                </span>
              </i>
            ) : null}
          </div>
        </div>
      ) : (
        <div className="gantt-field muted gantt-unplanned">{t('line.notScheduled')}</div>
      )}
    </div>
  );
}

function Scale({ span, place }: { span: Span; place: (value: number) => string }) {
  const { t } = useTranslation();
  const days = (span.to - span.from) / DAY;
  const step = days > 70 ? 28 : days > 30 ? 14 : days > 12 ? 7 : 2;
  const first = new Date(span.from);
  first.setUTCHours(0, 0, 0, 0);
  const marks: number[] = [];
  for (let at = first.getTime() + DAY; at < span.to - DAY; at += step * DAY) {
    if (Math.abs(at - span.now) > (step * DAY) / 2.2) marks.push(at);
  }
  return (
    <div className="gantt-scale">
      {marks.map((at) => (
        <span key={at} style={{ left: place(at) }}>
          {dayMonth(new Date(at).toISOString())}
        </span>
      ))}
      <b style={{ left: place(span.now) }}>{t('common.today')}</b>
    </div>
  );
}

function Weekends({ span, place }: { span: Span; place: (value: number) => string }) {
  const sundays: number[] = [];
  const day = new Date(span.from);
  day.setUTCHours(0, 0, 0, 0);
  for (let at = day.getTime(); at < span.to; at += DAY) if (new Date(at).getUTCDay() === 0) sundays.push(at);
  return (
    <>
      {sundays.map((at) => (
        <i
          key={at}
          className="gantt-closed"
          style={{
            left: place(Math.max(at, span.from)),
            width: `${((at + DAY - Math.max(at, span.from)) / (span.to - span.from)) * 100}%`,
          }}
        />
      ))}
    </>
  );
}

/** Whole days by which an operation ends after its plan; 0 while nothing is known. */
function lostDays(operation: LineOperation): number {
  if (!operation.plannedEnd || !operation.end) return 0;
  return Math.max(0, Math.round((Date.parse(operation.end) - Date.parse(operation.plannedEnd)) / DAY));
}

function lookOf(operation: LineOperation, late: boolean): string {
  if (operation.state === 'DONE') return 'done';
  if (operation.state === 'RUNNING' || operation.state === 'PAUSED') return 'running';
  return late ? 'late' : 'waiting';
}

interface BarProps {
  operation: LineOperation;
  top: number;
  place: (value: number) => string;
  line: LineRow;
}

function Bar({ operation, top, place, line }: BarProps) {
  const { t } = useTranslation();
  const start = operation.start ?? operation.plannedStart;
  const end = operation.end ?? operation.plannedEnd ?? start;
  const lost = lostDays(operation);
  const look = lookOf(operation, lost > 0 || line.state === 'LATE');
  const width = (from: string, to: string) => `max(5px, calc(${place(Date.parse(to))} - ${place(Date.parse(from))}))`;
  return (
    <>
      {operation.plannedStart && operation.plannedEnd ? (
        <i
          className="gantt-plan"
          style={{
            top: top + 18,
            left: place(Date.parse(operation.plannedStart)),
            width: width(operation.plannedStart, operation.plannedEnd),
          }}
        />
      ) : null}
      {start && end ? (
        <i
          className={`gantt-bar gantt-${look}`}
          style={{ top: top + 3, left: place(Date.parse(start)), width: width(start, end) }}
          title={`${operation.name} ${dayMonth(start)} – ${dayMonth(end)}`}
        >
          {lost > 0 ? <b className="red">{t('common.plusDays', { n: signed(lost) })}</b> : null}
        </i>
      ) : null}
    </>
  );
}
