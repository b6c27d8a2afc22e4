import { useMutation } from '@tanstack/react-query';
import { Button, Input, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, freshKey } from '../../api/client';
import { RefusalNote, useTell } from '../../parts/Feedback';
import { unitText } from '../../parts/format';
import { RecordSelect } from '../../parts/RecordSelect';

const KINDS = ['OPENING', 'TRANSFER', 'ADJUSTMENT', 'STATUS'] as const;
type Kind = (typeof KINDS)[number];
const STATUSES = ['AVAILABLE', 'TO_INSPECT', 'BLOCKED'] as const;

interface Draft {
  kind: Kind;
  item?: string;
  unit?: string;
  quantity: string | null;
  location?: string;
  toLocation?: string;
  lot: string;
  toStatus: (typeof STATUSES)[number];
  reason: string;
}

const FRESH: Draft = { kind: 'TRANSFER', quantity: null, lot: '', toStatus: 'BLOCKED', reason: '' };

/** A movement by hand: opening stock, another place, a correction, another status. */
export function MovementForm() {
  const { t } = useTranslation();
  const tell = useTell();
  const [draft, setDraft] = useState<Draft>(FRESH);
  const [key, setKey] = useState(freshKey);
  const change = (next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next }));
  const post = useMutation({
    mutationFn: () =>
      api.post('/api/stock/movements', {
        key,
        body: {
          kind: draft.kind,
          item: draft.item ?? '',
          quantity: draft.quantity ?? '',
          location: draft.location ?? null,
          lot: draft.lot.trim() || null,
          toLocation: draft.kind === 'TRANSFER' ? draft.toLocation : null,
          toStatus: draft.kind === 'STATUS' ? draft.toStatus : null,
          reason: draft.reason.trim() || null,
          key,
        },
      }),
    onSuccess: () => {
      tell.done(t('stock.posted'));
      setDraft({ ...FRESH, kind: draft.kind });
      setKey(freshKey());
    },
  });
  const ready =
    Boolean(draft.item) &&
    Number(draft.quantity) !== 0 &&
    draft.quantity !== null &&
    (draft.kind !== 'TRANSFER' || Boolean(draft.toLocation)) &&
    (draft.kind !== 'ADJUSTMENT' || draft.reason.trim() !== '');
  return (
    <div className="movement-form">
      <Segmented
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        options={KINDS.map((value) => ({ value, label: t(`movement.${value}`) }))}
      />
      <div className="dialog-grid">
        <label>
          {t('kit.item')}
          <RecordSelect
            type="item"
            value={draft.item}
            onChange={(item, record) => change({ item, unit: record ? String(record.values.unit ?? '') : undefined })}
          />
        </label>
        <label>
          {t(draft.kind === 'ADJUSTMENT' ? 'stock.difference' : 'lineColumn.quantity')}
          <InputNumber
            stringMode
            value={draft.quantity}
            suffix={unitText(draft.unit)}
            onChange={(quantity) => change({ quantity })}
            style={{ width: '100%' }}
          />
        </label>
        <label>
          {t('stock.location')}
          <RecordSelect type="location" value={draft.location} onChange={(location) => change({ location })} />
        </label>
        <label>
          {t('stock.lot')}
          <Input value={draft.lot} onChange={(event) => change({ lot: event.target.value })} />
        </label>
        {draft.kind === 'TRANSFER' ? (
          <label>
            {t('stock.toLocation')}
            <RecordSelect type="location" value={draft.toLocation} onChange={(toLocation) => change({ toLocation })} />
          </label>
        ) : null}
        {draft.kind === 'STATUS' ? (
          <label>
            {t('stock.toStatus')}
            <Select
              value={draft.toStatus}
              onChange={(toStatus) => change({ toStatus })}
              options={STATUSES.map((value) => ({ value, label: t(`stockStatus.${value}`) }))}
            />
          </label>
        ) : null}
        <label>
          {t('order.reason')}
          <Input value={draft.reason} onChange={(event) => change({ reason: event.target.value })} />
        </label>
      </div>
      <RefusalNote problem={post.error} />
      <Button type="primary" disabled={!ready} loading={post.isPending} onClick={() => post.mutate()}>
        {t('stock.post')}
      </Button>
    </div>
  );
}
