import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyPanel, ProblemPanel, RowsSkeleton, StaleNote } from '../../parts/Feedback';
import { dayMonth, today, weekday } from '../../parts/format';

/** The name of the bench, the day, and at the right the figures or the one button. */
export function BenchHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="page-head bench-head">
      <h1>{title}</h1>
      <span className="muted nowrap">
        {dayMonth(today())} {weekday(today())}
      </span>
      <span className="grow" />
      {children}
    </header>
  );
}

export interface BenchFigure {
  label: string;
  value: number | undefined;
  unit?: string;
  to: string;
  bad?: boolean;
}

/** A few figures side by side; each leads to what it counts. */
export function BenchFigures({ figures }: { figures: BenchFigure[] }) {
  return (
    <div className="kpi-strip">
      {figures.map((figure) => (
        <Link key={figure.label} to={figure.to} className="kpi">
          <span className="kpi-label">{figure.label}</span>
          <span className="kpi-value">
            <b className={figure.bad && (figure.value ?? 0) > 0 ? 'red' : undefined}>{figure.value ?? '—'}</b>
            <small>{figure.unit}</small>
          </span>
        </Link>
      ))}
    </div>
  );
}

interface PanelProps<T> {
  title: string;
  query: UseQueryResult<T>;
  count?: number;
  all?: { to: string; label?: string };
  empty: string;
  isEmpty: (data: T) => boolean;
  children: (data: T) => ReactNode;
  rowHeight?: number;
}

/** A card of rows with its own loading, its own failure, and a word for when there is nothing to do. */
export function BenchPanel<T>({ title, query, count, all, empty, isEmpty, children, rowHeight = 56 }: PanelProps<T>) {
  const { t } = useTranslation();
  const { data } = query;
  return (
    <section className="card bench-cards">
      <div className="card-head">
        <h2>{title}</h2>
        {count ? <span className="muted">{count}</span> : null}
        <span className="grow" />
        {all ? <Link to={all.to}>{all.label ?? t('common.all')}</Link> : null}
      </div>
      <StaleNote at={query.dataUpdatedAt} problem={data ? query.error : undefined} onRetry={() => query.refetch()} />
      <div className="bench-scroll">
        {query.isPending ? <RowsSkeleton rows={7} height={rowHeight} /> : null}
        {query.isError && !data ? <ProblemPanel problem={query.error} onRetry={() => query.refetch()} /> : null}
        {data !== undefined && isEmpty(data) ? <EmptyPanel title={empty} /> : null}
        {data !== undefined ? children(data) : null}
      </div>
    </section>
  );
}

interface BenchRowProps {
  to: string;
  shape: ReactNode;
  title: ReactNode;
  note?: ReactNode;
  right?: ReactNode;
  action?: ReactNode;
}

/** A shape, what it is about, what it costs, and the one thing to do. */
export function BenchRow({ to, shape, title, note, right, action }: BenchRowProps) {
  return (
    <div className="bench-row">
      {shape}
      <Link to={to} className="bench-row-text">
        <b className="ellipsis">{title}</b>
        <span className="muted small ellipsis">{note}</span>
      </Link>
      <span className="bench-row-right">{right}</span>
      {action}
    </div>
  );
}
