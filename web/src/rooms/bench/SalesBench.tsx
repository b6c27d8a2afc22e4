import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { dayMonth, today, weekday } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { useLines } from '../lines/api';
import { KpiStrip } from '../lines/KpiStrip';
import { LineCards } from './LineCards';
import { PromiseBox } from './PromiseBox';

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
        <LineCards
          title={t('bench.myOrders')}
          query={mine}
          onOpen={open}
          all="/orders?mine=true"
          empty={t('bench.noOrders')}
        />
        <LineCards
          title={t('bench.inReview')}
          query={early}
          onOpen={open}
          all="/orders?stage=REVIEWED"
          empty={t('bench.noneInReview')}
        />
        <PromiseBox />
      </div>
    </div>
  );
}
