import { Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { DayInput } from '../../parts/DayInput';
import { RefusalNote } from '../../parts/Feedback';
import { unitText } from '../../parts/format';
import type { Order } from './api';
import { lineName } from './lineText';
import { useOrderCommand } from './useOrderCommand';

/** Changes quantity or dates of a line; after confirmation the planner receives the effects as proposals. */
export function ChangeLineDialog({ order, lineId, onClose }: { order: Order; lineId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const line = order.lines.find((one) => one.id === lineId);
  const before = line
    ? String(line.orderedQuantity)
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '')
    : '';
  const [quantity, setQuantity] = useState<string | null>(before);
  const [requested, setRequested] = useState(line?.requestedDate ?? '');
  const [promise, setPromise] = useState(line?.latestPromise ?? '');
  const [reason, setReason] = useState('');
  const body = {
    quantity: quantity !== before ? quantity : undefined,
    requestedDate: requested !== (line?.requestedDate ?? '') ? requested : undefined,
    promise: promise !== (line?.latestPromise ?? '') ? promise : undefined,
    reason: reason.trim(),
  };
  const command = useOrderCommand(
    order.id,
    () => api.patch('/api/order-lines/{id}', { path: { id: lineId }, body }),
    onClose,
  );
  if (!line) return null;
  const changed = body.quantity !== undefined || body.requestedDate !== undefined || body.promise !== undefined;
  return (
    <Modal
      open
      title={t('change.title', { number: order.number, position: line.position })}
      onCancel={onClose}
      okText={t('change.send')}
      cancelText={t('common.back')}
      confirmLoading={command.isPending}
      okButtonProps={{ disabled: !changed || !reason.trim() }}
      onOk={() => command.mutate()}
    >
      <p>
        <b>{lineName(line)}</b>
      </p>
      <div className="dialog-grid">
        <label>
          {t('lineColumn.quantity')}
          <InputNumber
            stringMode
            value={quantity}
            onChange={setQuantity}
            suffix={unitText(line.orderedUnit)}
            style={{ width: '100%' }}
          />
        </label>
        <label>
          {t('lineColumn.requested')}
          <DayInput value={requested} onChange={setRequested} />
        </label>
        {line.latestPromise ? (
          <label>
            {t('line.promised')}
            <DayInput value={promise} onChange={setPromise} />
          </label>
        ) : null}
        <label className="dialog-wide">
          {t('order.reason')}
          <Input value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      </div>
      {order.status === 'CONFIRMED' ? <p className="muted small">{t('change.effect')}</p> : null}
      <RefusalNote problem={command.error} />
    </Modal>
  );
}
