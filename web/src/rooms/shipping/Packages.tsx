import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, freshKey } from '../../api/client';
import { RefusalNote, useTell } from '../../parts/Feedback';
import { quantityText, unitText } from '../../parts/format';
import { type PackageView, usePackages } from './api';

/** Packages that have not left: put together into a shipment, or taken apart again. */
export function Packages() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const packages = usePackages();
  const [chosen, setChosen] = useState<string[]>([]);
  const done = () => {
    setChosen([]);
    return queries.invalidateQueries({ queryKey: ['shipping'] });
  };
  const ship = useMutation({
    mutationFn: () => api.post('/api/shipments', { key: freshKey(), body: { packageIds: chosen } }),
    onSuccess: done,
  });
  const unpack = useMutation({
    mutationFn: (id: string) => api.post('/api/packages/{id}/cancel', { path: { id } }),
    onSuccess: done,
    onError: tell.refused,
  });
  const rows = packages.data ?? [];
  if (rows.length === 0) return null;
  const customer = rows.find((row) => row.id === chosen[0])?.customerId;
  const toggle = (row: PackageView) =>
    setChosen((before) => (before.includes(row.id) ? before.filter((id) => id !== row.id) : [...before, row.id]));
  return (
    <>
      <h3>{t('shipping.packed')}</h3>
      {rows.map((row) => (
        <div key={row.id} className="ship-row">
          <Checkbox
            checked={chosen.includes(row.id)}
            disabled={customer !== undefined && customer !== row.customerId}
            onChange={() => toggle(row)}
          >
            {row.number}
          </Checkbox>
          <span className="ellipsis">
            {row.customer} ·{' '}
            {row.lines
              .map((line) => `${line.itemName} ${quantityText(line.quantity)} ${unitText(line.unit)}`)
              .join('、')}
          </span>
          <span>{[...new Set(row.lines.map((line) => line.order))].join('、')}</span>
          <span />
          <Button size="small" onClick={() => unpack.mutate(row.id)}>
            {t('shipping.unpack')}
          </Button>
        </div>
      ))}
      <RefusalNote problem={ship.error} />
      <Button
        type="primary"
        disabled={chosen.length === 0}
        loading={ship.isPending}
        onClick={() => ship.mutate()}
        style={{ marginTop: 8 }}
      >
        {t('shipping.makeShipment', { n: chosen.length })}
      </Button>
    </>
  );
}
