import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, freshKey } from '../../api/client';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton } from '../../parts/Feedback';
import { dayMonth, quantityText, unitText } from '../../parts/format';
import { type ReadyLine, type ShippingDesk, useShippingDesk } from './api';
import { Shipments } from './Shipments';

/** What is ready to be packed, what is packed, and what is on its way to the customer. */
export function Shipping({ line }: { line: string | null }) {
  const { t } = useTranslation();
  const ready = useShippingDesk();
  const [open, setOpen] = useState<ReadyLine | null>(null);
  if (ready.isError && !ready.data) return <ProblemPanel problem={ready.error} onRetry={() => ready.refetch()} />;
  if (!ready.data) return <RowsSkeleton rows={8} />;
  const rows = linesOf(ready.data).filter((row) => !line || row.orderLineId === line);
  return (
    <div>
      {rows.length === 0 ? <EmptyPanel icon="truck" title={t('shipping.noneReady')} /> : null}
      {rows.map((row) => (
        <div key={row.orderLineId} className="ship-row">
          <Link to={`/orders/${row.orderLineId}`}>{row.order}</Link>
          <span className="ellipsis">
            {row.customer} · {row.item}
          </span>
          <span className="num">
            {t('line.promised')} {dayMonth(row.promised)}
          </span>
          <span className="nowrap">
            {t('shipping.ready')} <b>{quantityText(row.ready)}</b> {unitText(row.unit)}
          </span>
          <Button size="small" type="primary" disabled={!(Number(row.ready) > 0)} onClick={() => setOpen(row)}>
            {t('shipping.pack')}
          </Button>
        </div>
      ))}
      <Shipments />
      {open ? <PackDialog key={open.orderLineId} row={open} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function linesOf(desk: ShippingDesk): ReadyLine[] {
  return Array.isArray(desk) ? desk : (desk.lines ?? []);
}

function PackDialog({ row, onClose }: { row: ReadyLine; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [key] = useState(freshKey);
  const [quantity, setQuantity] = useState<string | null>(String(row.ready));
  const [note, setNote] = useState('');
  const pack = useMutation({
    mutationFn: () =>
      api.post('/api/packages', {
        key,
        body: { orderLineId: row.orderLineId, lineId: row.orderLineId, quantity, note: note.trim() || null, key },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['shipping'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={`${t('shipping.pack')} ${row.order}`}
      okText={t('shipping.pack')}
      cancelText={t('common.back')}
      okButtonProps={{ disabled: !(Number(quantity) > 0) }}
      confirmLoading={pack.isPending}
      onCancel={onClose}
      onOk={() => pack.mutate()}
    >
      <div className="dialog-grid">
        <label>
          {t('lineColumn.quantity')}
          <InputNumber
            stringMode
            min="0"
            value={quantity}
            suffix={unitText(row.unit)}
            onChange={setQuantity}
            style={{ width: '100%' }}
          />
        </label>
        <label>
          {t('review.remark')}
          <Input value={note} onChange={(event) => setNote(event.target.value)} />
        </label>
      </div>
      <RefusalNote problem={pack.error} />
    </Modal>
  );
}
