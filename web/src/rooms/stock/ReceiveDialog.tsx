import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, freshKey } from '../../api/client';
import { RefusalNote, useTell } from '../../parts/Feedback';
import { unitText } from '../../parts/format';
import { RecordSelect } from '../../parts/RecordSelect';
import type { Expected } from './api';

/** One delivery at the gate: how many, where to, under which lot. */
export function ReceiveDialog({ row, onClose }: { row: Expected; onClose: () => void }) {
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
          quantity: quantity ?? '',
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
