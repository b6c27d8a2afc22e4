import { Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { BulkDialog } from '../../parts/BulkDialog';
import { unitText } from '../../parts/format';
import { RecordSelect } from '../../parts/RecordSelect';
import type { Expected } from './api';

interface ReceiveManyProps {
  rows: Expected[];
  onDone: () => void;
  onClose: () => void;
}

/** A whole delivery at once: every line in full unless another quantity is typed; lots are numbered by rule. */
export function ReceiveManyDialog({ rows, onDone, onClose }: ReceiveManyProps) {
  const { t } = useTranslation();
  const [quantities, setQuantities] = useState<Record<string, string | null>>({});
  const [supplierLot, setSupplierLot] = useState('');
  const [locationId, setLocationId] = useState<string | undefined>();
  const quantityOf = (row: Expected) => quantities[row.lineId] ?? String(row.open);
  const receive = (row: Expected, key: string) =>
    api.post('/api/purchase-order-lines/{id}/receipts', {
      path: { id: row.lineId },
      key,
      body: {
        quantity: quantityOf(row),
        supplierLot: supplierLot.trim() || null,
        locationId: locationId ?? null,
        key,
      },
    });
  return (
    <BulkDialog
      width={760}
      title={t('stock.receive')}
      okText={(n) => t('stock.receiveMany', { n })}
      disabled={rows.some((row) => !(Number(quantityOf(row)) > 0))}
      chosen={rows}
      keyOf={(row) => row.lineId}
      nameOf={(row) => `${row.number} ${row.itemCode}`}
      act={receive}
      refresh={[['expected']]}
      onDone={onDone}
      onClose={onClose}
      lead={
        <div className="dialog-grid">
          <label>
            {t('stock.location')}
            <RecordSelect type="location" value={locationId} onChange={setLocationId} />
          </label>
          <label>
            {t('stock.supplierLot')}
            <Input value={supplierLot} onChange={(event) => setSupplierLot(event.target.value)} />
          </label>
        </div>
      }
      cells={(row) => (
        <>
          <td className="nowrap">{row.number}</td>
          <td>
            {row.itemCode} {row.itemName}
          </td>
          <td>{row.toInspect ? <span className="amber nowrap">{t('stockStatus.TO_INSPECT')}</span> : null}</td>
          <td className="line-right">
            <InputNumber
              stringMode
              min="0"
              size="small"
              className="receive-quantity"
              aria-label={`${t('lineColumn.quantity')} ${row.itemCode}`}
              value={quantityOf(row)}
              suffix={unitText(row.unit)}
              onChange={(quantity) => setQuantities((before) => ({ ...before, [row.lineId]: quantity ?? '0' }))}
            />
          </td>
        </>
      )}
    />
  );
}
