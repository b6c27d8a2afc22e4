import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LineDetail, LineRow } from '../../api/lines';
import { DatePair } from '../../parts/Dates';
import { quantityText, unitText } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { OrderActions } from '../order/OrderActions';
import { bestOf, daysGained, useRecovery } from './recovery';

/** What is ordered by whom, the two dates, and the one thing to do. */
export function LineHead({ detail }: { detail: LineDetail }) {
  const { t } = useTranslation();
  const { line, order } = detail;
  const { item } = line;
  return (
    <div className="line-title">
      <Link to={item.id ? `/records/item/${item.id}` : '#'} className="line-picture wide-only" aria-label={item.name}>
        <Icon name="box" size={40} weight={1} />
      </Link>
      <div className="line-names">
        <div className="line-name">
          <h1 className="ellipsis" title={item.name}>
            {item.name}
          </h1>
          {line.orderClass === 'RUSH' ? <span className="line-rush">{t('line.rush')}</span> : null}
          <span className="line-quantity nowrap">
            {quantityText(line.quantity)} {unitText(line.unit)}
          </span>
        </div>
        <div className="line-facts">
          <Link to={`/records/sales-order/${line.orderId}`}>
            {line.orderNumber} · {line.position}
          </Link>
          <span>{line.customer.name}</span>
          {item.drawing || item.code ? (
            <span>
              {t('line.drawing')} <span className="line-ink">{item.drawing ?? item.code}</span>{' '}
              {item.revision ? t('line.revision', { revision: item.revision }) : ''}
            </span>
          ) : null}
          {order.customerItemNumber ? (
            <span className="wide-only">
              {t('line.customerItem')} {order.customerItemNumber}
            </span>
          ) : null}
        </div>
      </div>
      <DatePair line={line} />
      <div className="line-actions">
        <RecoverButton line={line} />
        <NextButton line={line} />
        <OrderActions orderId={line.orderId} lineId={line.id} />
      </div>
    </div>
  );
}

/** Leads to what can still be done; the days are those of the best way. */
function RecoverButton({ line }: { line: LineRow }) {
  const { t } = useTranslation();
  const options = useRecovery(line).data?.options ?? [];
  const best = bestOf(line, options);
  if (line.state !== 'LATE' || !best || daysGained(best) < 1) return null;
  const days = Math.min(daysGained(best), Number(line.slipDays ?? 0));
  const show = () => document.getElementById('recover')?.scrollIntoView({ behavior: 'smooth', block: 'nearest' });
  return (
    <Button type="primary" size="large" className="line-next" onClick={show}>
      {t('recover.button', { n: days })}
    </Button>
  );
}

function NextButton({ line }: { line: LineRow }) {
  const { next } = line;
  const recovery = useRecovery(line);
  const recovers = line.state === 'LATE' && (recovery.data?.options.length ?? 0) > 0;
  if (!next?.link || next.link.startsWith(`/orders/${line.id}`)) return null;
  return (
    <Link to={next.link}>
      <Button type={recovers ? 'default' : 'primary'} size="large" className="line-next">
        {next.label}
      </Button>
    </Link>
  );
}
