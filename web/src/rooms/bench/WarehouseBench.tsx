import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayMonth, quantityText, today, unitText } from '../../parts/format';
import { StateShape } from '../../parts/StateShape';
import { useRecords } from '../records/api';
import { useReady } from '../shipping/api';
import { useExpected } from '../stock/api';
import { BenchFigures, BenchHead, BenchPanel, BenchRow } from './BenchParts';

const RELEASED = [{ field: 'status', op: 'in', value: ['RELEASED', 'STARTED'] }];

/** The warehouse's day: what should come in, what the floor needs, what can go out. */
export function WarehouseBench() {
  const { t } = useTranslation();
  const expected = useExpected();
  const ready = useReady();
  const orders = useRecords('work-order', { filter: RELEASED, sort: 'due', page: 0, size: 60 });
  const coming = [...(expected.data ?? [])].sort((one, other) => one.expected.localeCompare(other.expected));
  const late = coming.filter((one) => one.daysLate > 0);
  const dueToday = coming.filter((one) => one.expected === today());
  const outgoing = (ready.data ?? []).filter((line) => Number(line.ready) > 0 || Number(line.packed) > 0);
  return (
    <div className="bench">
      <BenchHead title={t('bench.warehouse')}>
        <BenchFigures
          figures={[
            { label: t('bench.lateIn'), value: expected.data && late.length, to: '/warehouse?tab=receipts', bad: true },
            { label: t('bench.todayIn'), value: expected.data && dueToday.length, to: '/warehouse?tab=receipts' },
            { label: t('bench.toIssue'), value: orders.data?.total, to: '/warehouse?tab=issue' },
            { label: t('bench.toShip'), value: ready.data && outgoing.length, to: '/warehouse?tab=shipping' },
          ]}
        />
      </BenchHead>
      <div className="bench-thirds">
        <BenchPanel
          title={t('bench.toReceive')}
          query={expected}
          count={coming.length}
          all={{ to: '/warehouse?tab=receipts' }}
          empty={t('bench.nothingExpected')}
          isEmpty={(data) => data.length === 0}
        >
          {() =>
            coming.slice(0, 50).map((one) => (
              <BenchRow
                key={one.lineId}
                to={`/records/purchase-order/${one.orderId}`}
                shape={<StateShape shape={one.daysLate > 0 ? 'late' : 'normal'} size={14} />}
                title={one.itemName}
                note={`${one.number} · ${one.supplierName}`}
                right={
                  <>
                    <b className="nowrap">
                      {quantityText(one.open)} {unitText(one.unit)}
                    </b>
                    <small className={one.daysLate > 0 ? 'red nowrap' : 'muted nowrap'}>
                      {one.daysLate > 0 ? t('kit.lateBy', { n: one.daysLate }) : dayMonth(one.expected)}
                    </small>
                  </>
                }
                action={
                  <Link to="/warehouse?tab=receipts">
                    <Button size="small">{t('bench.receive')}</Button>
                  </Link>
                }
              />
            ))
          }
        </BenchPanel>
        <BenchPanel
          title={t('bench.toIssue')}
          query={orders}
          count={orders.data?.total}
          all={{ to: '/warehouse?tab=issue' }}
          empty={t('bench.nothingToIssue')}
          isEmpty={(page) => page.items.length === 0}
        >
          {(page) =>
            page.items.map((order) => {
              const due = String(order.values.due ?? '');
              const overdue = due !== '' && due < today();
              return (
                <BenchRow
                  key={order.id}
                  to={`/records/work-order/${order.id}`}
                  shape={<StateShape shape={overdue ? 'late' : 'normal'} size={14} />}
                  title={order.labels?.item_id ?? String(order.values.number)}
                  note={String(order.values.number)}
                  right={
                    <>
                      <b className="nowrap">
                        {quantityText(String(order.values.quantity ?? ''))} {unitText(String(order.values.unit ?? ''))}
                      </b>
                      <small className={overdue ? 'red nowrap' : 'muted nowrap'}>{dayMonth(due)}</small>
                    </>
                  }
                  action={
                    <Link to="/warehouse?tab=issue">
                      <Button size="small">{t('bench.issue')}</Button>
                    </Link>
                  }
                />
              );
            })
          }
        </BenchPanel>
        <BenchPanel
          title={t('bench.toShip')}
          query={ready}
          count={outgoing.length}
          all={{ to: '/warehouse?tab=shipping' }}
          empty={t('bench.nothingToShip')}
          isEmpty={() => outgoing.length === 0}
        >
          {() =>
            outgoing.slice(0, 50).map((line) => (
              <BenchRow
                key={line.orderLineId}
                to={`/orders/${line.orderLineId}`}
                shape={<StateShape shape={line.onHold ? 'hold' : line.due < today() ? 'late' : 'done'} size={14} />}
                title={line.itemName}
                note={`${line.order} · ${line.customer}`}
                right={
                  <>
                    <b className="nowrap">
                      {quantityText(Number(line.ready) > 0 ? line.ready : line.packed)} {unitText(line.unit)}
                    </b>
                    <small className={line.due < today() ? 'red nowrap' : 'muted nowrap'}>{dayMonth(line.due)}</small>
                  </>
                }
                action={
                  <Link to={`/warehouse?tab=shipping&line=${line.orderLineId}`}>
                    <Button size="small">{Number(line.ready) > 0 ? t('bench.pack') : t('bench.ship')}</Button>
                  </Link>
                }
              />
            ))
          }
        </BenchPanel>
      </div>
    </div>
  );
}
