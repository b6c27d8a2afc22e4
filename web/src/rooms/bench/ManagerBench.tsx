import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { clockTime, dayMonth, productName, signed, today, weekday } from '../../parts/format';
import { Avatar } from '../../parts/Person';
import { StateShape } from '../../parts/StateShape';
import { stageOf } from '../../parts/states';
import { useWaiting } from '../approvals/api';
import { WaitingApprovals } from '../approvals/WaitingApprovals';
import { shareText } from '../lines/KpiStrip';
import { type ManagerBench as Bench, useManagerBench } from './api';
import { HeatStrip } from './HeatStrip';
import { CausesCard, WeeksCard } from './ManagerCharts';

/** Ten thousands, as managers speak of money here; in English thousands. */
function useMoney() {
  const { i18n, t } = useTranslation();
  return (value: string | number | null | undefined): { number: string; unit: string } => {
    if (value === null || value === undefined) return { number: '—', unit: '' };
    const divisor = i18n.language === 'en' ? 1000 : 10_000;
    const shown = (Number(value) / divisor).toLocaleString('en-US', { maximumFractionDigits: 1 });
    return { number: shown, unit: t('bench.moneyUnit') };
  };
}

/** The manager's one screen: four figures, the three that hurt most, and what waits for a yes. */
export function ManagerBench() {
  const { t } = useTranslation();
  const bench = useManagerBench();
  const waiting = useWaiting();
  return (
    <div className="bench bench-manager">
      <header className="page-head">
        <h1>{t('common.today')}</h1>
        <span className="muted">
          {dayMonth(today())} {weekday(today())}
        </span>
        <span className="grow" />
        {bench.data ? (
          <span className="muted small">✓ {t('bench.updated', { time: clockTime(bench.dataUpdatedAt) })}</span>
        ) : null}
      </header>
      {bench.isPending ? <RowsSkeleton rows={6} height={60} /> : null}
      {bench.isError && !bench.data ? <ProblemPanel problem={bench.error} onRetry={() => bench.refetch()} /> : null}
      {bench.data ? (
        <div className="bench-manager-wide">
          <div>
            <Tiles bench={bench.data} />
            {waiting.data?.length ? (
              <section className="card">
                <div className="card-head">
                  <h2>{t('approvals.waiting')}</h2>
                  <span className="muted">{waiting.data.length}</span>
                </div>
                <WaitingApprovals approvals={waiting.data} first={3} />
              </section>
            ) : null}
            <Worst bench={bench.data} />
          </div>
          <div>
            <WeeksCard weeks={bench.data.trend} />
            <CausesCard />
            <HeatStrip />
          </div>
        </div>
      ) : null}
    </div>
  );
}

function Tiles({ bench }: { bench: Bench }) {
  const { t } = useTranslation();
  const money = useMoney();
  const { figures } = bench;
  const delivered = money(bench.deliveredToday);
  const open = money(bench.openValue);
  const late = money(bench.lateValue);
  const tiles = [
    {
      key: 'delivered',
      label: t('bench.deliveredToday'),
      value: delivered.number,
      unit: delivered.unit,
      note: t('kpi.openDue', { n: figures.openDueThisWeek }),
      to: '/orders?state=DONE&sort=-promised',
    },
    {
      key: 'open',
      label: t('kpi.open'),
      value: open.number,
      unit: open.unit,
      note: t('bench.lines', { n: figures.open }),
      to: '/orders',
    },
    {
      key: 'late',
      label: t('state.LATE'),
      value: String(figures.late),
      unit: t('kpi.lines'),
      note: late.number === '—' ? '' : `${late.number} ${late.unit}`,
      to: '/orders?state=LATE',
      bad: figures.late > 0,
    },
    {
      key: 'otd',
      label: t('kpi.otd'),
      value: shareText(figures.onTime, figures.due),
      unit: '%',
      note: t('bench.ofLines', { n: figures.onTime, total: figures.due }),
      to: '/orders?state=DONE',
      trend: true,
    },
  ];
  return (
    <div className="card tiles">
      {tiles.map((tile) => (
        <Link key={tile.key} to={tile.to} className="tile">
          <span className="muted">{tile.label}</span>
          <span>
            <b className={tile.bad ? 'tile-value red' : 'tile-value'}>{tile.value}</b>{' '}
            <span className="muted">{tile.unit}</span>
          </span>
          <span className="muted small tile-note">
            {tile.bad ? <StateShape shape="late" size={12} /> : null}
            {tile.trend ? <Spark bench={bench} /> : null}
            {tile.note}
          </span>
        </Link>
      ))}
    </div>
  );
}

function Spark({ bench }: { bench: Bench }) {
  const values = bench.trend.filter((week) => week.due > 0).map((week) => week.onTime / week.due);
  if (values.length < 2) return null;
  const low = Math.min(...values);
  const span = Math.max(0.02, Math.max(...values) - low);
  const path = values
    .map(
      (value, index) =>
        `${index === 0 ? 'M' : 'L'}${(index / (values.length - 1)) * 56 + 2} ${16 - ((value - low) / span) * 12}`,
    )
    .join('');
  return (
    <svg width={60} height={18} aria-hidden="true">
      <path d={path} fill="none" stroke="var(--green)" strokeWidth={2} />
    </svg>
  );
}

function Worst({ bench }: { bench: Bench }) {
  const { t } = useTranslation();
  if (bench.worst.length === 0) return null;
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t('bench.worst')}</h2>
      </div>
      {bench.worst.map((line) => (
        <Link key={line.id} to={`/orders/${line.id}`} className="boss-row">
          <StateShape shape="late" size={20} />
          <span className="boss-text">
            <b className="ellipsis">
              {productName(line.item.name, line.item.drawing)} {line.item.drawing}{' '}
              <span className="red">{t('common.plusDays', { n: signed(Number(line.slipDays ?? 0)) })}</span>
            </b>
            <span className="muted ellipsis">
              {[line.customer.name, line.reason || t(`stage.${stageOf(line)}`)].join(' · ')}
            </span>
          </span>
          <span className="boss-owner">
            <Avatar name={line.owner?.name} size={30} />
            <small>{line.owner?.name ?? t('line.nobody')}</small>
          </span>
        </Link>
      ))}
    </section>
  );
}
