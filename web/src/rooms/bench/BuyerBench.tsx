import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { EmptyPanel, ProblemPanel, RowsSkeleton, useTell } from '../../parts/Feedback';
import { dayMonth, quantityText, unitText, when } from '../../parts/format';
import { useExpected } from '../stock/api';
import { BenchFigures, BenchHead } from './BenchParts';

const useToOrder = () =>
  useQuery({
    queryKey: ['planning', 'to-order'],
    queryFn: () => api.get('/api/purchasing/to-order'),
    meta: { tables: ['planning', 'purchasing'] },
  });

/** The buyer's day: what to order from whom, and what should have come. */
export function BuyerBench() {
  const { t } = useTranslation();
  const lines = useToOrder().data?.flatMap((supplier) => supplier.lines);
  const expected = useExpected().data;
  return (
    <div className="bench">
      <BenchHead title={t('bench.buyer')}>
        <BenchFigures
          figures={[
            { label: t('bench.toOrder'), value: lines?.length, to: '/planning' },
            {
              label: t('bench.pastOrderBy'),
              value: lines?.filter((line) => line.pastDueDays > 0).length,
              to: '/planning',
              bad: true,
            },
            {
              label: t('bench.lateIn'),
              value: expected?.filter((one) => one.daysLate > 0).length,
              to: '/records/purchase-order-line',
              bad: true,
            },
            {
              label: t('bench.unconfirmed'),
              value: expected?.filter((one) => !one.confirmed).length,
              to: '/records/purchase-order',
            },
          ]}
        />
        <Link to="/records/purchase-order">
          <Button>{t('bench.purchaseOrders')}</Button>
        </Link>
      </BenchHead>
      <div className="bench-buyer">
        <ToOrderList />
        <div className="bench-buyer-right">
          <ChaseList />
          <ExpectedList />
        </div>
      </div>
    </div>
  );
}

function ToOrderList() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const toOrder = useToOrder();
  const convert = useMutation({
    mutationFn: (ids: string[]) => api.post('/api/planning/suggestions/convert', { body: { ids } }),
    onSuccess: (answer) => {
      tell.done(t('planning.converted', { n: answer.made.length }));
      return queries.invalidateQueries({ queryKey: ['planning'] });
    },
    onError: tell.refused,
  });
  return (
    <section className="card bench-cards">
      <div className="card-head">
        <h2>{t('bench.toOrder')}</h2>
      </div>
      <div className="bench-scroll">
        {toOrder.isPending ? <RowsSkeleton rows={6} height={60} /> : null}
        {toOrder.isError && !toOrder.data ? (
          <ProblemPanel problem={toOrder.error} onRetry={() => toOrder.refetch()} />
        ) : null}
        {toOrder.data?.length === 0 ? <EmptyPanel title={t('bench.nothingToOrder')} /> : null}
        {(toOrder.data ?? []).map((supplier) => (
          <article key={supplier.supplierId ?? 'none'} className="buy-card">
            <div className="buy-head">
              <b>{supplier.supplierName ?? t('bench.noSupplier')}</b>
              <span className={supplier.pastDue > 0 ? 'red' : 'muted'}>
                {t('bench.orderBy', { at: dayMonth(supplier.orderBy) })}
              </span>
              <span className="lines-grow" />
              <Button
                type="primary"
                size="small"
                disabled={!supplier.supplierId}
                loading={convert.isPending}
                onClick={() => convert.mutate(supplier.lines.map((line) => line.suggestionId))}
              >
                {t('bench.makeOrder')}
              </Button>
            </div>
            {supplier.lines.slice(0, 8).map((line) => (
              <div key={line.suggestionId} className="buy-line">
                <span className="ellipsis">
                  {line.itemCode} {line.itemName}
                </span>
                <span className="nowrap line-right">
                  {quantityText(line.quantity)} {unitText(line.unit)}
                </span>
                <span className={line.pastDueDays > 0 ? 'num red' : 'num'}>{dayMonth(line.due)}</span>
                <span className="nowrap">
                  {line.orderLineId ? <Link to={`/orders/${line.orderLineId}`}>{line.orderLabel}</Link> : null}
                </span>
              </div>
            ))}
            {supplier.lines.length > 8 ? (
              <span className="muted small">{t('floor.more', { n: supplier.lines.length - 8 })}</span>
            ) : null}
          </article>
        ))}
      </div>
    </section>
  );
}

/** Which suppliers to ask today; one press says that it was done. */
function ChaseList() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const expected = useExpected();
  const remind = useMutation({
    mutationFn: (id: string) => api.post('/api/purchase-order-lines/{id}/remind', { path: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['expected'] }),
    onError: tell.refused,
  });
  const chased = (expected.data ?? []).filter((line) => line.chase);
  if (chased.length === 0) return null;
  return (
    <section className="card bench-cards bench-chase">
      <div className="card-head">
        <h2>{t('chase.title')}</h2>
        <span className="muted">{chased.length}</span>
      </div>
      <div className="bench-scroll">
        {chased.map((line) => (
          <div key={line.lineId} className="buy-line buy-expected">
            <Link to={`/records/purchase-order-line/${line.lineId}`} className="ellipsis line-ink">
              {line.supplierName} · {line.itemName}
            </Link>
            <span className={line.chase === 'OVERDUE' ? 'num red strong' : 'num amber'}>
              {dayMonth(line.expected)} {line.daysLate > 0 ? t('kit.lateBy', { n: line.daysLate }) : t('chase.SOON')}
            </span>
            <span className="muted small nowrap">
              {line.remindedAt ? t('chase.reminded', { at: when(line.remindedAt) }) : ''}
            </span>
            <Button
              size="small"
              loading={remind.isPending && remind.variables === line.lineId}
              onClick={() => remind.mutate(line.lineId)}
            >
              {t('chase.remind')}
            </Button>
          </div>
        ))}
      </div>
    </section>
  );
}

function ExpectedList() {
  const { t } = useTranslation();
  const expected = useExpected();
  return (
    <section className="card bench-cards">
      <div className="card-head">
        <h2>{t('bench.expected')}</h2>
        <span className="muted">{expected.data?.length || ''}</span>
      </div>
      <div className="bench-scroll">
        {expected.isPending ? <RowsSkeleton rows={8} /> : null}
        {expected.isError && !expected.data ? (
          <ProblemPanel problem={expected.error} onRetry={() => expected.refetch()} />
        ) : null}
        {expected.data?.length === 0 ? <EmptyPanel title={t('bench.nothingExpected')} /> : null}
        {(expected.data ?? []).map((line) => (
          <Link key={line.lineId} to={`/records/purchase-order/${line.orderId}`} className="buy-line buy-expected">
            <span className="ellipsis line-ink">
              {line.supplierName} · {line.itemName}
            </span>
            <span className="nowrap line-right line-ink">
              {quantityText(line.open)} {unitText(line.unit)}
            </span>
            <span className={line.daysLate > 0 ? 'num red strong' : 'num muted'}>
              {dayMonth(line.expected)} {line.daysLate > 0 ? t('kit.lateBy', { n: line.daysLate }) : ''}
            </span>
            <span className="muted small">{line.confirmed ? t('bench.confirmed') : t('bench.unconfirmed')}</span>
          </Link>
        ))}
      </div>
    </section>
  );
}
