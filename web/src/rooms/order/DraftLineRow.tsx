import { useMutation } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../parts/DayInput';
import { RefusalNote } from '../../parts/Feedback';
import { unitText } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { RecordSelect } from '../../parts/RecordSelect';
import { askPromise } from './api';
import type { DraftLine } from './newOrder';
import { PromiseChain } from './PromiseChain';

interface DraftLineRowProps {
  line: DraftLine;
  position: number;
  prices: boolean;
  onChange: (line: Partial<DraftLine>) => void;
  onPaste: (text: string) => boolean;
  onRemove?: () => void;
}

/** One line of a new order, with the question "can we?" beside it. */
export function DraftLineRow({ line, position, prices, onChange, onPaste, onRemove }: DraftLineRowProps) {
  const { t } = useTranslation();
  const ask = useMutation({
    mutationFn: () =>
      askPromise({
        itemId: line.itemId,
        item: line.itemId ? undefined : line.item,
        quantity: line.quantity,
        wanted: line.requestedDate || null,
      }),
  });
  const paste = (event: ClipboardEvent) => {
    if (onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  return (
    <div className="draft-line" onPaste={paste}>
      <span className="draft-position muted">{position}</span>
      <label className="draft-item">
        {t('promise.item')}
        <RecordSelect
          type="item"
          value={line.itemId ?? line.item}
          label={line.itemId ? undefined : line.item}
          onChange={(itemId, record) =>
            onChange({
              itemId,
              item: undefined,
              unit: record ? String(record.values.unit ?? '') || undefined : undefined,
            })
          }
        />
      </label>
      <label>
        {t('lineColumn.quantity')}
        <InputNumber
          stringMode
          min="0"
          value={line.quantity || null}
          onChange={(quantity) => onChange({ quantity: quantity ?? '' })}
          suffix={unitText(line.unit)}
          style={{ width: '100%' }}
        />
      </label>
      <label>
        {t('lineColumn.requested')}
        <DayInput value={line.requestedDate} onChange={(requestedDate) => onChange({ requestedDate })} />
      </label>
      {prices ? (
        <label>
          {t('newOrder.price')}
          <InputNumber
            stringMode
            min="0"
            value={line.unitPrice || null}
            placeholder={t('newOrder.listPrice')}
            onChange={(unitPrice) => onChange({ unitPrice: unitPrice ?? '' })}
            style={{ width: '100%' }}
          />
        </label>
      ) : null}
      <label className="draft-spec">
        {t('newOrder.specification')}
        <Input value={line.specification} onChange={(event) => onChange({ specification: event.target.value })} />
      </label>
      <div className="draft-buttons">
        <Button
          disabled={!(line.itemId || line.item) || !(Number(line.quantity) > 0)}
          loading={ask.isPending}
          onClick={() => ask.mutate()}
        >
          {t('newOrder.canWe')}
        </Button>
        {onRemove ? (
          <Button type="text" icon={<Icon name="trash" />} aria-label={t('common.delete')} onClick={onRemove} />
        ) : null}
      </div>
      {ask.data || ask.error ? (
        <div className="draft-promise">
          <RefusalNote problem={ask.error} />
          <PromiseChain promise={ask.data} />
          {ask.data && !ask.data.meetsWanted ? (
            <Button size="small" onClick={() => onChange({ requestedDate: ask.data?.earliest })}>
              {t('newOrder.takeEarliest')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
