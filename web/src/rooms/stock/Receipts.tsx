import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, freshKey } from '../../api/client';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton, useTell } from '../../parts/Feedback';
import { dayMonth, quantityText, unitText } from '../../parts/format';
import { RecordSelect } from '../../parts/RecordSelect';
import { type Expected, useExpected } from './api';

/** What is expected at the gate, the longest overdue first; one press takes a delivery in. */
export function Receipts() {
  const { t } = useTranslation();
  const expected = useExpected();
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Expected | null>(null);
  if (expected.isError && !expected.data)
    return <ProblemPanel problem={expected.error} onRetry={() => expected.refetch()} />;
  if (!expected.data) return <RowsSkeleton rows={10} />;
  const wanted = text.trim().toLowerCase();
  const rows = expected.data.filter((row) =>
    `${row.number} ${row.supplierName} ${row.itemCode} ${row.itemName}`.toLowerCase().includes(wanted),
  );
  return (
    <div>
      <Input
        allowClear
        value={text}
        placeholder={t('stock.findDelivery')}
        onChange={(event) => setText(event.target.value)}
        style={{ maxWidth: 320, marginBottom: 8 }}
      />
      {rows.length === 0 ? <EmptyPanel title={t('bench.nothingExpected')} /> : null}
      {rows.length > 0 ? (
        <table className="dialog-table">
          <thead>
            <tr>
              <th>{t('stock.expected')}</th>
              <th>{t('planning.supplier')}</th>
              <th>{t('planning.document')}</th>
              <th>{t('kit.item')}</th>
              <th className="line-right">{t('stock.open')}</th>
              <th>{t('planning.forOrder')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 200).map((row) => (
              <tr key={row.lineId}>
                <td className={row.daysLate > 0 ? 'num red strong' : 'num'}>
                  {dayMonth(row.expected)} {row.daysLate > 0 ? t('kit.lateBy', { n: row.daysLate }) : ''}
                </td>
                <td>{row.supplierName}</td>
                <td>
                  <Link to={`/records/purchase-order/${row.orderId}`}>{row.number}</Link>
                </td>
                <td>
                  {row.itemCode} {row.itemName}
                </td>
                <td className="line-right nowrap">
                  {quantityText(row.open)} {unitText(row.unit)}
                </td>
                <td>{row.orderLineId ? <Link to={`/orders/${row.orderLineId}`}>{row.orderLabel}</Link> : null}</td>
                <td className="line-right">
                  <Button size="small" onClick={() => setOpen(row)}>
                    {t('stock.receive')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {open ? <ReceiveDialog key={open.lineId} row={open} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function ReceiveDialog({ row, onClose }: { row: Expected; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const [key] = useState(freshKey);
  const [quantity, setQuantity] = useState<string | null>(String(row.open));
  const [lotNumber, setLotNumber] = useState('');
  const [supplierLot, setSupplierLot] = useState('');
  const [locationId, setLocationId] = useState<string | undefined>();
  const receive = useMutation({
    mutationFn: () =>
      api.post('/api/purchase-order-lines/{id}/receipts', {
        path: { id: row.lineId },
        key,
        body: {
          quantity,
          lotNumber: lotNumber.trim() || null,
          supplierLot: supplierLot.trim() || null,
          locationId: locationId ?? null,
          key,
        },
      }),
    onSuccess: () => {
      tell.done(t(row.toInspect ? 'stock.receivedToInspect' : 'stock.received'));
      void queries.invalidateQueries({ queryKey: ['expected'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={`${t('stock.receive')} ${row.number}`}
      okText={t('stock.receive')}
      cancelText={t('common.back')}
      okButtonProps={{ disabled: !(Number(quantity) > 0) }}
      confirmLoading={receive.isPending}
      onCancel={onClose}
      onOk={() => receive.mutate()}
    >
      <p>
        <b>
          {row.itemCode} {row.itemName}
        </b>{' '}
        · {row.supplierName}
      </p>
      <div className="dialog-grid">
        <label>
          {t('lineColumn.quantity')}
          <InputNumber
            stringMode
            min="0"
            value={quantity}
            onChange={setQuantity}
            suffix={unitText(row.unit)}
            style={{ width: '100%' }}
          />
        </label>
        <label>
          {t('stock.location')}
          <RecordSelect type="location" value={locationId} onChange={setLocationId} />
        </label>
        <label>
          {t('stock.lot')}
          <Input
            value={lotNumber}
            placeholder={t('stock.lotByRule')}
            onChange={(event) => setLotNumber(event.target.value)}
          />
        </label>
        <label>
          {t('stock.supplierLot')}
          <Input value={supplierLot} onChange={(event) => setSupplierLot(event.target.value)} />
        </label>
      </div>
      {row.toInspect ? <p className="amber">{t('stock.willInspect')}</p> : null}
      <RefusalNote problem={receive.error} />
    </Modal>
  );
}
