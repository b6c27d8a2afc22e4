import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useSession } from '../../api/session';
import { EmptyPanel, ProblemPanel, RowsSkeleton, StaleNote } from '../../parts/Feedback';
import { Icon } from '../../parts/Icon';
import { LiveDot } from '../../parts/LiveDot';
import { StateShape } from '../../parts/StateShape';
import { hasRole } from '../../shell/sections';
import { useShortcut } from '../../shell/shortcuts';
import { FILTERS, type LineFilter, PAGE_SIZE, rememberWalk, useLines } from './api';
import { ColumnChoice, useColumns } from './columns';
import { FilterBar } from './FilterBar';
import { useHeldOrder } from './heldOrder';
import { KpiStrip } from './KpiStrip';
import { LineCard } from './LineCard';
import { LineTableHead, LineTableRow } from './LineTable';
import { ViewTabs } from './ViewTabs';
import './OrderLinesPage.css';

/** Room 90: every line of every order, the most urgent first. */
export function OrderLinesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { roles } = useSession();
  const [params, setParams] = useSearchParams();
  const [chosen, setChosen] = useState(-1);
  const [pointed, setPointed] = useState(false);
  const columns = useColumns();
  const search = useRef<HTMLInputElement>(null);
  const filter = filterOf(params);
  const page = Number(params.get('page') ?? '0');
  const lines = useLines(filter, page);
  const rows = useHeldOrder(lines.data?.items ?? [], pointed, params.toString());

  const change = (next: LineFilter & { page?: string }) => {
    setChosen(-1);
    setParams((before) => merged(before, { page: undefined, ...next }), { replace: true });
  };
  const open = (id: string) => {
    rememberWalk(
      rows.map((row) => row.id),
      params.toString(),
    );
    navigate(`/orders/${id}`);
  };
  useShortcut('j', () => setChosen((at) => Math.min(at + 1, rows.length - 1)));
  useShortcut('k', () => setChosen((at) => Math.max(at - 1, 0)));
  useShortcut('Enter', () => rows[chosen] && open(rows[chosen].id));
  useShortcut('/', () => search.current?.focus());

  const maySell = hasRole(roles, 'sales', 'administrator', 'planner', 'manager');
  return (
    <div className="lines-page">
      <header className="lines-head">
        <h1>{t('lines.title')}</h1>
        <ViewTabs search={params} onOpen={(next) => setParams(next)} />
        <KpiStrip kpis={lines.data?.kpis} onFilter={(next) => setParams(merged(new URLSearchParams(), next))} />
      </header>
      <section className="card lines-card">
        <FilterBar filter={filter} counts={lines.data?.counts} onChange={change} search={search}>
          <ColumnChoice columns={columns} />
          {maySell ? (
            <>
              <Button icon={<Icon name="import" />} onClick={() => navigate('/orders/import')} className="wide-only">
                {t('lines.importExcel')}
              </Button>
              <Button type="primary" icon={<Icon name="plus" />} onClick={() => navigate('/orders/new')}>
                {t('lines.newOrder')}
              </Button>
            </>
          ) : null}
        </FilterBar>
        <StaleNote
          at={lines.dataUpdatedAt}
          problem={lines.data ? lines.error : undefined}
          onRetry={() => lines.refetch()}
        />
        <div
          className="lines-scroll"
          onPointerEnter={() => setPointed(true)}
          onPointerLeave={() => setPointed(false)}
          style={{ opacity: lines.isPlaceholderData ? 0.6 : 1 }}
        >
          <LineTableHead columns={columns.shown} />
          {lines.isPending ? <RowsSkeleton rows={18} /> : null}
          {lines.isError && !lines.data ? <ProblemPanel problem={lines.error} onRetry={() => lines.refetch()} /> : null}
          {lines.data && rows.length === 0 ? (
            <NoLines filtered={FILTERS.some((name) => filter[name])} onClear={() => setParams({})} />
          ) : null}
          <div className="lines-rows">
            {rows.map((row, index) => (
              <LineTableRow key={row.id} line={row} columns={columns.shown} chosen={index === chosen} onOpen={open} />
            ))}
          </div>
          <div className="lines-cards">
            {rows.map((row) => (
              <LineCard key={row.id} line={row} onOpen={open} />
            ))}
          </div>
        </div>
        <footer className="lines-foot">
          <Legend />
          <span className="lines-grow" />
          <LiveDot />
          <Pager
            page={page}
            shown={rows.length}
            total={lines.data?.total ?? 0}
            onPage={(next) => change({ page: next > 0 ? String(next) : undefined })}
          />
          <span className="lines-keys wide-only">
            <kbd>J</kbd> <kbd>K</kbd> {t('lines.keysMove')} <kbd>Enter</kbd> {t('lines.keysOpen')} <kbd>/</kbd>{' '}
            {t('lines.keysFilter')}
          </span>
        </footer>
      </section>
    </div>
  );
}

function filterOf(params: URLSearchParams): LineFilter {
  const filter: LineFilter = {};
  for (const name of FILTERS) {
    const value = params.get(name);
    if (value) filter[name] = value;
  }
  return filter;
}

function merged(before: URLSearchParams, next: Record<string, string | undefined>): URLSearchParams {
  const result = new URLSearchParams(before);
  for (const [name, value] of Object.entries(next)) {
    if (value) result.set(name, value);
    else result.delete(name);
  }
  return result;
}

function NoLines({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (filtered) {
    return (
      <EmptyPanel icon="filter" title={t('lines.noneMatch')}>
        <Button onClick={onClear}>{t('lines.showAll')}</Button>
      </EmptyPanel>
    );
  }
  return (
    <EmptyPanel icon="line" title={t('lines.none')}>
      <span>{t('lines.noneAdvice')}</span>
      <Button type="primary" onClick={() => navigate('/orders/new')}>
        {t('lines.newOrder')}
      </Button>
    </EmptyPanel>
  );
}

function Legend() {
  const { t } = useTranslation();
  const entries = [
    ['late', 'LATE'],
    ['risk', 'RISK'],
    ['normal', 'NORMAL'],
    ['hold', 'HOLD'],
    ['done', 'DONE'],
  ] as const;
  return (
    <span className="lines-legend wide-only">
      {entries.map(([shape, state]) => (
        <span key={state}>
          <StateShape shape={shape} size={11} /> {t(`state.${state}`)}
        </span>
      ))}
      <span>
        <b className="red">+3</b> {t('lines.legendLost')}
      </span>
    </span>
  );
}

interface PagerProps {
  page: number;
  shown: number;
  total: number;
  onPage: (page: number) => void;
}

function Pager({ page, shown, total, onPage }: PagerProps) {
  const { t } = useTranslation();
  const first = page * PAGE_SIZE + 1;
  return (
    <span className="lines-pager">
      {page > 0 ? (
        <button type="button" className="link-button" onClick={() => onPage(page - 1)}>
          {t('common.before')}
        </button>
      ) : null}
      <span>{total > 0 ? t('lines.range', { first, last: first + shown - 1, total }) : null}</span>
      {first + shown - 1 < total ? (
        <button type="button" className="link-button" onClick={() => onPage(page + 1)}>
          {t('common.after')}
        </button>
      ) : null}
    </span>
  );
}
