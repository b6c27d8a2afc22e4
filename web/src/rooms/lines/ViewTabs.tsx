import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import { FILTERS } from './api';

const PATH = '/api/records/{type}/views';
const path = { type: 'sales-order-line' };

function searchOf(view: Schema<'SavedViewsViewView'>): string | undefined {
  const stored = view.filter as { search?: unknown } | null | undefined;
  return typeof stored?.search === 'string' ? stored.search : undefined;
}

/** Saved views as tabs; "save" appears when the filters are not one of them. */
export function ViewTabs({ search, onOpen }: { search: URLSearchParams; onOpen: (search: URLSearchParams) => void }) {
  const { t } = useTranslation();
  const stored = useQuery({ queryKey: ['line-views'], queryFn: () => api.get(PATH, { path }), retry: false });
  const views = (stored.data ?? []).filter((view) => searchOf(view) !== undefined);
  const now = new URLSearchParams(
    [...search].filter(([name]) => (FILTERS as readonly string[]).includes(name)),
  ).toString();
  const here = views.find((view) => searchOf(view) === now);
  return (
    <div className="view-tabs">
      <button
        type="button"
        className={now === '' ? 'view-tab view-here' : 'view-tab'}
        onClick={() => onOpen(new URLSearchParams())}
      >
        {t('lines.allOpen')}
      </button>
      {views.map((view) => (
        <button
          key={view.id}
          type="button"
          className={view.id === here?.id ? 'view-tab view-here' : 'view-tab'}
          onClick={() => onOpen(new URLSearchParams(searchOf(view)))}
        >
          {view.name}
        </button>
      ))}
      {now !== '' && !here ? <SaveView search={now} /> : null}
    </div>
  );
}

function SaveView({ search }: { search: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: () => api.post(PATH, { path, body: { name, filter: { search }, shared: false } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['line-views'] }),
  });
  const form = (
    <div style={{ width: 240 }}>
      <Input value={name} placeholder={t('lines.viewName')} onChange={(event) => setName(event.target.value)} />
      <RefusalNote problem={save.error} />
      <Button
        type="primary"
        block
        disabled={!name.trim()}
        loading={save.isPending}
        onClick={() => save.mutate()}
        style={{ marginTop: 8 }}
      >
        {t('common.save')}
      </Button>
    </div>
  );
  return (
    <Popover content={form} trigger="click" placement="bottomLeft">
      <button type="button" className="view-tab">
        + {t('lines.saveView')}
      </button>
    </Popover>
  );
}
