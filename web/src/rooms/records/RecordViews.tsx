import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import { Icon } from '../../parts/Icon';
import type { Condition } from '../../parts/RecordSelect';

const PATH = '/api/records/{type}/views';

function paramsOf(view: Schema<'SavedViewsViewView'>): URLSearchParams {
  const params = new URLSearchParams();
  const conditions = (view.filter as { all?: Condition[] } | null | undefined)?.all ?? [];
  if (conditions.length > 0) params.set('filter', JSON.stringify(conditions));
  if (typeof view.sort === 'string') params.set('sort', view.sort);
  params.set('view', view.id);
  return params;
}

interface RecordViewsProps {
  type: string;
  params: URLSearchParams;
  onOpen: (params: URLSearchParams) => void;
}

/** Saved filters of a list as tabs. */
export function RecordViews({ type, params, onOpen }: RecordViewsProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = ['views', type];
  const views = useQuery({
    queryKey: key,
    queryFn: () => api.get(PATH, { path: { type } }),
    retry: false,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`${PATH}/{id}`, { path: { type, id } }),
    onSuccess: () => [onOpen(new URLSearchParams()), queries.invalidateQueries({ queryKey: key })],
  });
  const here = params.get('view');
  const changed = !here && (params.has('filter') || params.has('sort'));
  return (
    <div className="view-tabs">
      {(views.data?.length ?? 0) > 0 || changed ? (
        <button
          type="button"
          className={here || changed ? 'view-tab' : 'view-tab view-here'}
          onClick={() => onOpen(new URLSearchParams())}
        >
          {t('common.all')}
        </button>
      ) : null}
      {(views.data ?? []).map((view) => (
        <span key={view.id} className="record-view">
          <button
            type="button"
            className={view.id === here ? 'view-tab view-here' : 'view-tab'}
            onClick={() => onOpen(paramsOf(view))}
          >
            {view.name}
          </button>
          {view.id === here ? (
            <button
              type="button"
              className="plain-button muted"
              aria-label={t('common.delete')}
              onClick={() => remove.mutate(view.id)}
            >
              <Icon name="close" size={12} />
            </button>
          ) : null}
        </span>
      ))}
      {changed ? <SaveView type={type} params={params} /> : null}
    </div>
  );
}

function SaveView({ type, params }: { type: string; params: URLSearchParams }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      api.post(PATH, {
        path: { type },
        body: {
          name: name.trim(),
          filter: { all: JSON.parse(params.get('filter') ?? '[]') as unknown },
          sort: params.get('sort') ?? undefined,
          shared,
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['views', type] }),
  });
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      content={
        <div style={{ width: 240, display: 'grid', gap: 8 }}>
          <Input value={name} placeholder={t('lines.viewName')} onChange={(event) => setName(event.target.value)} />
          <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
            {t('record.shareView')}
          </Checkbox>
          <RefusalNote problem={save.error} />
          <Button type="primary" disabled={!name.trim()} loading={save.isPending} onClick={() => save.mutate()}>
            {t('common.save')}
          </Button>
        </div>
      }
    >
      <button type="button" className="view-tab">
        + {t('lines.saveView')}
      </button>
    </Popover>
  );
}
