import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../api/calls';
import { api } from '../api/client';

export interface Condition {
  field: string;
  op: string;
  value?: unknown;
}

export type StoredRecord = Schema<'RecordsRecordView'>;

export type RecordPage = Schema<'PageRecordView'>;

/** How a record is called: its code or number, then its name. */
export function titleOf(record: StoredRecord): string {
  const { values, labels } = record;
  if (labels?.order_id && values.position) return `${labels.order_id} · ${String(values.position)}`;
  const head = values.number ?? values.code ?? values.sequence ?? values.position;
  const tail = values.short_name ?? values.name;
  const text = [head, tail].filter((part) => part !== null && part !== undefined && part !== '').join(' ');
  return text || record.id.slice(0, 8);
}

interface RecordSelectProps {
  id?: string;
  type: string;
  value?: string | null;
  onChange?: (id: string | undefined, record?: StoredRecord) => void;
  filter?: Condition;
  label?: string;
  /** Said to those who do not see what stands beside it. */
  name?: string;
  disabled?: boolean;
  autoFocus?: boolean;
  /** The stored value is the other record's code instead of its identity. */
  byCode?: boolean;
}

/** A reference to another record, found by number, name or pinyin. */
export function RecordSelect(props: RecordSelectProps) {
  const { id: inputId, type, value, onChange, filter, label, name, disabled, autoFocus, byCode } = props;
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [opened, setOpened] = useState(false);
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['choices', type, asked, filter],
    queryFn: ({ signal }) =>
      api.get('/api/records/{type}', {
        path: { type },
        query: { q: asked, size: 30, filter: filter ? JSON.stringify({ all: [filter] }) : undefined },
        signal,
      }),
    enabled: opened,
    placeholderData: (before) => before,
    staleTime: 30_000,
  });
  const keyOf = (record: StoredRecord) => (byCode ? String(record.values.code ?? record.id) : record.id);
  const chosen = useRecord(type, value && !label && !byCode ? value : undefined);
  const options = (found.data?.items ?? []).map((record) => ({ value: keyOf(record), label: titleOf(record) }));
  if (value && !options.some((option) => option.value === value)) {
    options.unshift({ value, label: label ?? (byCode ? value : chosen.data ? titleOf(chosen.data) : '…') });
  }
  return (
    <Select
      id={inputId}
      aria-label={name}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      autoFocus={autoFocus}
      disabled={disabled}
      value={value ?? undefined}
      options={options}
      loading={found.isFetching}
      placeholder={t('common.choose')}
      onOpenChange={setOpened}
      onChange={(id?: string) =>
        onChange?.(
          id,
          found.data?.items.find((record) => record.id === id),
        )
      }
      style={{ width: '100%', minWidth: 0 }}
      popupMatchSelectWidth={280}
    />
  );
}

/** One record of any type. */
export function useRecord(type: string, id: string | undefined) {
  return useQuery({
    queryKey: ['record', type, id],
    queryFn: () => api.get('/api/records/{type}/{id}', { path: { type, id: id ?? '' } }),
    enabled: Boolean(id),
    staleTime: 60_000,
    meta: { tables: [type] },
  });
}

/** The name of a record known by its identity only. */
export function RecordName({ type, id }: { type: string; id: string }) {
  const record = useRecord(type, id || undefined);
  return <>{record.data ? titleOf(record.data) : '…'}</>;
}
