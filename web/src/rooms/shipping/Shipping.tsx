import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, freshKey } from '../../api/client';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton } from '../../parts/Feedback';
import { dayMonth, quantityText, unitText } from '../../parts/format';
import { type ReadyLine, useReady } from './api';
import { Packages } from './Packages';
import { Shipments } from './Shipments';

/** What can be packed, what lies packed, and what is on its way to the customer. */
export function Shipping({ line }: { line: string | null }) {
  const { t } = useTranslation();
  const ready = useReady();
  const [open, setOpen] = useState<ReadyLine | null>(null);
  const rows = (ready.data ?? []).filter(
    (row) => (!line || row.orderLineId === line) && Number(row.open) > Number(row.packed),
  );
  return (
    <div>
      <h3>{t('shipping.toPack')}</h3>
      {ready.isError && !ready.data ? <ProblemPanel problem={ready.error} onRetry={() => ready.refetch()} /> : null}
      {ready.isPending ? <RowsSkeleton rows={5} /> : null}
      {ready.data && rows.length === 0 ? <EmptyPanel icon="truck" title={t('shipping.noneReady')} /> : null}
      {rows.map((row) => (
        <div key={row.orderLineId} className="ship-row">
          <Link to={`/orders/${row.orderLineId}`}>{row.order}</Link>
          <span className="ellipsis">
            {row.customer} · {row.itemName}
          </span>
          <span className="num">
            {t('floor.due')} {dayMonth(row.due)}
          </span>
          <span className="nowrap">
            {row.onHold ? <b className="amber">{t('line.held')} </b> : null}
            {t('shipping.ready')} <b>{quantityText(row.ready)}</b> / {quantityText(row.open)} {unitText(row.unit)}
            {Number(row.held) > 0 ? (
              <span className="amber"> {t('shipping.held', { n: quantityText(row.held) })}</span>
            ) : null}
          </span>
          <Button
            size="small"
            type="primary"
            disabled={!(Number(row.ready) > 0) || row.onHold}
            onClick={() => setOpen(row)}
          >
            {t('shipping.pack')}
          </Button>
        </div>
      ))}
      <Packages />
      <Shipments />
      {open ? <PackDialog key={open.orderLineId} row={open} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function PackDialog({ row, onClose }: { row: ReadyLine; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [key] = useState(freshKey);
  const [quantity, setQuantity] = useState<string | null>(String(row.ready));
  const pack = useMutation({
    mutationFn: () => api.post('/api/packages', { key, body: { lines: [{ orderLineId: row.orderLineId, quantity }] } }),
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
      <p>
        {row.customer} · {row.itemCode} {row.itemName}
      </p>
      <InputNumber
        stringMode
        min="0"
        aria-label={t('lineColumn.quantity')}
        value={quantity}
        suffix={unitText(row.unit)}
        onChange={setQuantity}
        style={{ width: '100%' }}
      />
      <RefusalNote problem={pack.error} />
    </Modal>
  );
}
