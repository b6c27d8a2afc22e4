import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EmptyPanel, ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { dayMonth, today, weekday } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { useLines } from '../lines/api';
import { KpiStrip } from '../lines/KpiStrip';
import { LineCard } from '../lines/LineCard';
import { PromiseBox } from './PromiseBox';
import '../lines/OrderLinesPage.css';

/** The salesperson's day: my orders that need me, what comes due, and "can we deliver?". */
export function SalesBench() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mine = useLines({ mine: 'true' }, 0);
  const early = useLines({ stage: 'REVIEWED' }, 0);
  const open = (id: string) => navigate(`/orders/${id}`);
  return (
    <div className="bench">
      <header className="page-head">
        <h1>{t('bench.sales')}</h1>
        <span className="muted">
          {dayMonth(today())} {weekday(today())}
        </span>
        <span className="grow" />
        <KpiStrip
          kpis={mine.data?.kpis}
          onFilter={(filter) => navigate(`/orders?${new URLSearchParams(filter as Record<string, string>)}`)}
        />
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => navigate('/orders/new')}>
          {t('lines.newOrder')}
        </Button>
      </header>
      <div className="bench-sales">
        <LineCards title={t('bench.myOrders')} query={mine} onOpen={open} empty={t('bench.noOrders')} />
        <LineCards title={t('bench.inReview')} query={early} onOpen={open} empty={t('bench.noneInReview')} />
        <PromiseBox />
      </div>
    </div>
  );
}

interface LineCardsProps {
  title: string;
  query: ReturnType<typeof useLines>;
  onOpen: (id: string) => void;
  empty: string;
}

function LineCards({ title, query, onOpen, empty }: LineCardsProps) {
  return (
    <section className="card bench-cards">
      <div className="card-head">
        <h2>{title}</h2>
        <span className="muted">{query.data?.total || ''}</span>
      </div>
      <div className="bench-scroll">
        {query.isPending ? <RowsSkeleton rows={5} height={80} /> : null}
        {query.isError && !query.data ? <ProblemPanel problem={query.error} onRetry={() => query.refetch()} /> : null}
        {query.data?.items.length === 0 ? <EmptyPanel title={empty} /> : null}
        {(query.data?.items ?? []).map((line) => (
          <LineCard key={line.id} line={line} onOpen={onOpen} />
        ))}
      </div>
    </section>
  );
}
