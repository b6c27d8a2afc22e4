import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../parts/DayInput';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton } from '../../parts/Feedback';
import { dayMonth, daysBetween, moneyText, quantityText, today, unitText, weekday } from '../../parts/format';
import { StateShape } from '../../parts/StateShape';
import { PortalFrame } from './PortalFrame';
import { answerPurchase, listPurchases, type SupplierLine, type SupplierOrder } from './purchases';

const PURCHASES = ['portal', 'purchases'];

/** A supplier's own purchase orders: what is wanted when, and the answer in two presses. */
export function SupplierPage() {
  const { t } = useTranslation();
  const orders = useQuery({ queryKey: PURCHASES, queryFn: listPurchases, meta: { tables: ['*'] } });
  const all = orders.data ?? [];
  const urgent = all.flatMap((order) => order.lines).filter((line) => line.chase);
  const overdue = urgent.filter((line) => line.chase === 'OVERDUE').length;
  const waiting = all.flatMap((order) => order.lines).filter((line) => isOpen(line) && !line.confirmed).length;
  return (
    <PortalFrame title={t('supplier.title')}>
      {urgent.length ? (
        <p className={overdue ? 'red strong' : 'amber strong'}>
          {t('supplier.chase', { overdue, soon: urgent.length - overdue })}
        </p>
      ) : null}
      {waiting ? <p className="amber strong">{t('supplier.waiting', { n: waiting })}</p> : null}
      {orders.isPending ? <RowsSkeleton rows={4} height={110} /> : null}
      {orders.isError && !orders.data ? <ProblemPanel problem={orders.error} onRetry={() => orders.refetch()} /> : null}
      {orders.data?.length === 0 ? (
        <EmptyPanel icon="box" title={t('supplier.none')}>
          <span>{t('supplier.noneAdvice')}</span>
        </EmptyPanel>
      ) : null}
      {all.map((order) => (
        <OrderCard key={order.id} order={order} />
      ))}
    </PortalFrame>
  );
}

function isOpen(line: SupplierLine): boolean {
  return line.status === 'OPEN' || line.status === 'PARTIAL';
}

function OrderCard({ order }: { order: SupplierOrder }) {
  const { t } = useTranslation();
  return (
    <section className="card supplier-order">
      <div className="supplier-head">
        <b>{order.number}</b>
        <span className="muted">{t(`purchaseStatus.${order.status}`)}</span>
        <span className="lines-grow" />
        {order.orderedAt ? (
          <span className="muted small">{t('supplier.orderedOn', { day: dayMonth(order.orderedAt) })}</span>
        ) : null}
      </div>
      {order.lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </section>
  );
}

function Line({ line }: { line: SupplierLine }) {
  const { t } = useTranslation();
  const [answering, setAnswering] = useState(false);
  const open = isOpen(line);
  const late = open && daysBetween(line.due, line.confirmed ?? today()) > 0;
  const shape = !open ? 'done' : late ? 'risk' : line.confirmed ? 'doing' : 'idle';
  return (
    <div className="supplier-line">
      <StateShape shape={shape} size={18} />
      <span className="portal-row-text">
        <b>
          {line.itemName} {line.drawing}
        </b>
        <span className="muted">
          {line.itemCode} ·{' '}
          <span className="nowrap">
            {quantityText(line.quantity)} {unitText(line.unit)}
          </span>{' '}
          ·{' '}
          <span className="nowrap">
            {line.unitPrice.currency} {moneyText(line.unitPrice.amount)}
          </span>
        </span>
        {open && String(line.open) !== String(line.quantity) ? (
          <span className="muted">
            {t('supplier.open', { n: quantityText(line.open), unit: unitText(line.baseUnit) })}
          </span>
        ) : null}
        {line.chase ? (
          <span className={line.chase === 'OVERDUE' ? 'red strong' : 'amber'}>
            {t(`chase.${line.chase}`)}
            {line.remindedAt ? ` · ${t('supplier.asked', { at: dayMonth(line.remindedAt) })}` : ''}
          </span>
        ) : null}
        {line.remark ? <span className="muted">“{line.remark}”</span> : null}
      </span>
      <span className="portal-row-date">
        <span className="muted small">{t('supplier.wanted')}</span>
        <b>
          {dayMonth(line.due)} {weekday(line.due)}
        </b>
        {line.confirmed ? (
          <span className={late ? 'amber' : 'green'}>
            {t('supplier.confirmed', { day: dayMonth(line.confirmed) })}
            {line.answered ? ` · ${quantityText(line.answered)}` : ''}
          </span>
        ) : null}
      </span>
      {open && !answering ? (
        <Button type={line.confirmed ? 'default' : 'primary'} onClick={() => setAnswering(true)}>
          {t(line.confirmed ? 'supplier.change' : 'supplier.confirm')}
        </Button>
      ) : null}
      {answering ? <AnswerForm line={line} onClose={() => setAnswering(false)} /> : null}
    </div>
  );
}

function AnswerForm({ line, onClose }: { line: SupplierLine; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const usual = line.confirmed ?? (daysBetween(today(), line.due) < 0 ? today() : line.due);
  const [date, setDate] = useState(usual);
  const [quantity, setQuantity] = useState<string | null>(String(line.answered ?? line.quantity));
  const [remark, setRemark] = useState('');
  const answer = useMutation({
    mutationFn: () =>
      answerPurchase(line.id, {
        date,
        quantity: quantity && quantity !== String(line.quantity) ? quantity : undefined,
        remark: remark.trim() || undefined,
      }),
    onSuccess: (orders) => {
      queries.setQueryData(PURCHASES, orders);
      onClose();
    },
  });
  return (
    <div className="supplier-answer">
      <DayInput required value={date} min={today()} label={t('supplier.wanted')} onChange={setDate} />
      <InputNumber
        stringMode
        min="0"
        value={quantity}
        suffix={unitText(line.unit)}
        aria-label={t('supplier.quantity')}
        onChange={setQuantity}
      />
      <Input
        value={remark}
        placeholder={t('supplier.remark')}
        onChange={(event) => setRemark(event.target.value)}
        style={{ flex: 1, minWidth: 140 }}
      />
      <Button onClick={onClose}>{t('common.back')}</Button>
      <Button type="primary" loading={answer.isPending} onClick={() => answer.mutate()}>
        {t('supplier.confirm')}
      </Button>
      <RefusalNote problem={answer.error} />
    </div>
  );
}
