import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Segmented, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Schema } from '../../api/calls';
import { api, freshKey } from '../../api/client';
import { useSession } from '../../api/session';
import { RefusalNote } from '../../parts/Feedback';
import { addDays, moneyText, today } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { RecordSelect } from '../../parts/RecordSelect';
import { DraftLineRow } from './DraftLineRow';
import { amounts, type DraftLine, emptyLine, isBlank, pastedLines } from './newOrder';
import './order.css';

const CUSTOMERS = { field: 'is_customer', op: 'eq', value: true } as const;
const LATER = 28;

interface Head {
  customerId?: string;
  customerReference: string;
  orderClass: 'STABLE' | 'RUSH';
  priceIncludesTax: boolean;
  taxRate: string;
  contact: string;
  deliveryAddress: string;
  remark: string;
}

const NEW_HEAD: Head = {
  customerReference: '',
  orderClass: 'STABLE',
  priceIncludesTax: false,
  taxRate: '13',
  contact: '',
  deliveryAddress: '',
  remark: '',
};

/** Enters an inquiry or order; beside every line stands when it could be delivered. */
export function NewOrderPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { seesPrices } = useSession();
  const [head, setHead] = useState<Head>(NEW_HEAD);
  const [lines, setLines] = useState<DraftLine[]>(() => [emptyLine(addDays(today(), LATER))]);
  const [key] = useState(freshKey);
  const change = (next: Partial<Head>) => setHead((before) => ({ ...before, ...next }));
  const changeLine = (key: string, next: Partial<DraftLine>) =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...next } : line)));
  const paste = (text: string, at: number): boolean => {
    if (!text.includes('\t')) return false;
    const pasted = pastedLines(text, new Date().getFullYear()).map((line) => ({
      ...line,
      requestedDate: line.requestedDate || addDays(today(), LATER),
    }));
    if (pasted.length === 0) return false;
    setLines((before) => [...before.slice(0, at).filter((line) => !isBlank(line)), ...pasted, ...before.slice(at + 1)]);
    return true;
  };
  const filled = lines.filter((line) => !isBlank(line));
  const create = useMutation({
    mutationFn: () => api.post('/api/orders', { key, body: bodyOf(head, filled) }),
    onSuccess: (order) => {
      void queries.invalidateQueries({ queryKey: ['lines'] });
      navigate(order.lines[0] ? `/orders/${order.lines[0].id}` : '/orders');
    },
  });
  const ready = Boolean(head.customerId) && filled.length > 0 && filled.every(isComplete);
  const sums = amounts(filled, Number(head.taxRate) / 100, head.priceIncludesTax);
  return (
    <div className="page new-order">
      <header className="page-head">
        <h1>{t('lines.newOrder')}</h1>
        <span className="grow" />
        <Button onClick={() => navigate(-1)}>{t('common.cancel')}</Button>
        <Button type="primary" disabled={!ready} loading={create.isPending} onClick={() => create.mutate()}>
          {t('newOrder.save')}
        </Button>
      </header>
      <RefusalNote problem={create.error} />
      <section className="card new-order-head">
        <label>
          {t('lineColumn.customer')}
          <RecordSelect
            type="partner"
            autoFocus
            value={head.customerId}
            filter={CUSTOMERS}
            onChange={(customerId) => change({ customerId })}
          />
        </label>
        <label>
          {t('newOrder.reference')}
          <Input
            value={head.customerReference}
            onChange={(event) => change({ customerReference: event.target.value })}
          />
        </label>
        <label>
          {t('lines.orderClass')}
          <Segmented
            block
            value={head.orderClass}
            onChange={(orderClass) => change({ orderClass })}
            options={(['STABLE', 'RUSH'] as const).map((value) => ({ value, label: t(`orderClass.${value}`) }))}
          />
        </label>
        <label>
          {t('newOrder.contact')}
          <Input value={head.contact} onChange={(event) => change({ contact: event.target.value })} />
        </label>
        <label className="new-order-wide">
          {t('newOrder.address')}
          <Input value={head.deliveryAddress} onChange={(event) => change({ deliveryAddress: event.target.value })} />
        </label>
        <label className="new-order-wide">
          {t('review.remark')}
          <Input value={head.remark} onChange={(event) => change({ remark: event.target.value })} />
        </label>
        {seesPrices ? (
          <label>
            {t('newOrder.taxRate')}
            <InputNumber
              stringMode
              min="0"
              max="100"
              value={head.taxRate}
              suffix="%"
              onChange={(taxRate) => change({ taxRate: taxRate ?? '0' })}
              style={{ width: '100%' }}
            />
          </label>
        ) : null}
        {seesPrices ? (
          <div className="new-order-switch">
            <Switch
              id="includes-tax"
              checked={head.priceIncludesTax}
              onChange={(priceIncludesTax) => change({ priceIncludesTax })}
            />{' '}
            <label htmlFor="includes-tax">{t('newOrder.includesTax')}</label>
          </div>
        ) : null}
      </section>
      <section className="card new-order-lines">
        <div className="card-head">
          <h2>{t('newOrder.lines')}</h2>
          <span className="muted small">{t('newOrder.pasteHelp')}</span>
          <span className="grow" />
          {seesPrices ? (
            <span className="nowrap">
              {t('newOrder.net')} <b>{moneyText(sums.net)}</b> · {t('newOrder.gross')} <b>{moneyText(sums.gross)}</b>
            </span>
          ) : null}
        </div>
        {lines.map((line, index) => (
          <DraftLineRow
            key={line.key}
            line={line}
            position={index + 1}
            prices={seesPrices}
            onChange={(next) => changeLine(line.key, next)}
            onPaste={(text) => paste(text, index)}
            onRemove={
              lines.length > 1 ? () => setLines((before) => before.filter((one) => one.key !== line.key)) : undefined
            }
          />
        ))}
        <Button
          type="dashed"
          icon={<Icon name="plus" />}
          onClick={() => setLines((before) => [...before, emptyLine(before.at(-1)?.requestedDate)])}
        >
          {t('newOrder.addLine')}
        </Button>
      </section>
    </div>
  );
}

function isComplete(line: DraftLine): boolean {
  return Boolean((line.itemId || line.item) && Number(line.quantity) > 0 && line.requestedDate);
}

function bodyOf(head: Head, lines: DraftLine[]): Schema<'OrderRequest'> {
  return {
    customerId: head.customerId,
    customerReference: head.customerReference || null,
    orderClass: head.orderClass,
    taxRate: Number(head.taxRate) / 100,
    priceIncludesTax: head.priceIncludesTax,
    contact: head.contact || null,
    deliveryAddress: head.deliveryAddress || null,
    remark: head.remark || null,
    lines: lines.map((line) => ({
      itemId: line.itemId ?? null,
      item: line.itemId ? null : (line.item ?? null),
      unit: line.unit ?? null,
      quantity: line.quantity,
      requestedDate: line.requestedDate,
      unitPrice: line.unitPrice || null,
      specification: line.specification || null,
    })),
  };
}
