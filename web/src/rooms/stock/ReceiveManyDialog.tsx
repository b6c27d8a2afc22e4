import { useQueryClient } from '@tanstack/react-query';
import { Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, freshKey } from '../../api/client';
import { BulkDialog } from '../../parts/BulkDialog';
import { unitText } from '../../parts/format';
import { RecordSelect } from '../../parts/RecordSelect';
import type { Expected } from './api';

/** A whole delivery at once: every line in full unless another quantity is typed; lots are numbered by rule. */
export function ReceiveManyDialog({
  rows,
  onDone,
  onClose,
}: {
  rows: Expected[];
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [all] = useState(() => rows.map((row) => ({ ...row, key: freshKey() })));
  const [quantities, setQuantities] = useState<Record<string, string | null>>({});
  const [supplierLot, setSupplierLot] = useState('');
  const [locationId, setLocationId] = useState<string | undefined>();
  const quantityOf = (row: Expected) => quantities[row.lineId] ?? String(row.open);
  const receive = (row: Expected & { key: string }) =>
    api.post('/api/purchase-order-lines/{id}/receipts', {
      path: { id: row.lineId },
      key: row.key,
      body: {
        quantity: quantityOf(row),
        supplierLot: supplierLot.trim() || null,
        locationId: locationId ?? null,
        key: row.key,
      },
    });
  return (
    <BulkDialog
      width={760}
      title={t('stock.receive')}
      okText={t('stock.receiveMany', { n: all.length })}
      disabled={all.some((row) => !(Number(quantityOf(row)) > 0))}
      all={all}
      keyOf={(row) => row.lineId}
      nameOf={(row) => `${row.number} ${row.itemCode}`}
      act={receive}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['expected'] });
        onDone();
      }}
      onClose={onClose}
    >
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
      <div className="receive-many">
        <table className="dialog-table">
          <tbody>
            {all.map((row) => (
              <tr key={row.lineId}>
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
                    aria-label={`${t('lineColumn.quantity')} ${row.itemCode}`}
                    value={quantityOf(row)}
                    suffix={unitText(row.unit)}
                    onChange={(quantity) => setQuantities((before) => ({ ...before, [row.lineId]: quantity ?? '0' }))}
                    style={{ width: 150 }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </BulkDialog>
  );
}
