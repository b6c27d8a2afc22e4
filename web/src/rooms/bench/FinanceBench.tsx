import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { dayMonth, moneyText } from '../../parts/format';
import { StateShape } from '../../parts/StateShape';
import { useLines } from '../lines/api';
import { BenchFigures, BenchHead, BenchPanel, BenchRow } from './BenchParts';
import { LineCards } from './LineCards';

const UNDERWAY = { field: 'status', op: 'in', value: ['ORDERED', 'CONFIRMED', 'PARTIAL'] };

/** The bookkeeper's day: what was signed for and is not paid, what has left, what is bought, what the stock is worth. */
export function FinanceBench() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const unpaid = useLines({ stage: 'PAID' }, 0);
  const shipped = useLines({ stage: 'ACCEPTED' }, 0);
  const value = useQuery({ queryKey: ['stock-value'], queryFn: () => api.get('/api/stock/value') });
  const purchases = useQuery({
    queryKey: ['records', 'purchase-order', 'underway'],
    queryFn: () =>
      api.get('/api/records/purchase-order', {
        query: { filter: JSON.stringify(UNDERWAY), sort: '-ordered_at', size: 50 },
      }),
    meta: { tables: ['purchasing'] },
  });
  const open = (id: string) => navigate(`/orders/${id}`);
  return (
    <div className="bench">
      <BenchHead title={t('bench.finance')}>
        <BenchFigures
          figures={[
            { label: t('bench.unpaid'), value: unpaid.data?.total, to: '/orders?stage=PAID' },
            { label: t('bench.unsigned'), value: shipped.data?.total, to: '/orders?stage=ACCEPTED' },
          ]}
        />
        {(value.data ?? []).map(({ currency, total }) => (
          <span key={currency} className="kpi">
            <span className="kpi-label">{t('bench.stockValue')}</span>
            <span className="kpi-value">
              <b className="num">{moneyText(total)}</b>
              <small>{currency}</small>
            </span>
          </span>
        ))}
      </BenchHead>
      <div className="bench-thirds">
        <LineCards title={t('bench.unpaid')} query={unpaid} onOpen={open} empty={t('bench.noneUnpaid')} />
        <LineCards title={t('bench.unsigned')} query={shipped} onOpen={open} empty={t('bench.noneUnsigned')} />
        <BenchPanel
          title={t('bench.bought')}
          query={purchases}
          count={purchases.data?.total}
          all={{ to: '/records/purchase-order' }}
          empty={t('bench.noneBought')}
          isEmpty={(page) => page.items.length === 0}
        >
          {(page) =>
            page.items.map(({ id, values, labels }) => (
              <BenchRow
                key={id}
                to={`/records/purchase-order/${id}`}
                shape={<StateShape shape={values.status === 'ORDERED' ? 'idle' : 'doing'} size={15} />}
                title={String(values.number)}
                note={labels?.supplier_id}
                right={
                  <span className="num">
                    {moneyText(values.total)} · {dayMonth(values.ordered_at)}
                  </span>
                }
              />
            ))
          }
        </BenchPanel>
      </div>
    </div>
  );
}
