import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { api } from '../../api/client';
import { ProblemPanel, RowsSkeleton, useTell } from '../../parts/Feedback';
import { type StoredRecord, titleOf, useRecord } from '../../parts/RecordSelect';
import { pathOf } from '../../shell/paths';
import { SectionTabs } from '../../shell/SectionTabs';
import { Explosion } from '../engineering/Explosion';
import { type FieldView, type TypeView, useType } from './api';
import { FieldText } from './FieldText';
import { ownField } from './ownFields';
import { RecordChildren } from './RecordChildren';
import { RecordComments } from './RecordComments';
import { RecordFiles } from './RecordFiles';
import { RecordForm } from './RecordForm';
import { RecordHistory } from './RecordHistory';
import { VerbButtons } from './VerbButtons';
import './records.css';

/** One record of any type: its fields, what belongs to it, who changed what, talk and files. */
export function RecordPage() {
  const { type: name = '', id = '' } = useParams();
  const type = useType(name);
  const record = useRecord(name, id);
  if (record.isError) return <ProblemPanel problem={record.error} onRetry={() => record.refetch()} />;
  if (!type || !record.data) return <RowsSkeleton rows={10} />;
  return <Detail key={`${name}/${id}`} type={type} record={record.data} />;
}

function headOf(type: TypeView, record: StoredRecord): string {
  const parts = type.title
    .map((field) => record.labels?.[field] ?? record.values[field])
    .filter((part) => part !== null && part !== undefined && part !== '');
  return parts.length > 0 ? parts.join(' ') : titleOf(record);
}

function Detail({ type, record }: { type: TypeView; record: StoredRecord }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const [params, setParams] = useSearchParams();
  const place = { type: type.name, id: record.id };
  const tabs = [
    ...type.children.map((child) => ({
      key: `child-${child.type}`,
      label: child.label,
      children: <RecordChildren child={child} parentId={record.id} />,
    })),
    ...(type.name === 'item'
      ? [{ key: 'explosion', label: t('record.explosion'), children: <Explosion itemId={record.id} /> }]
      : []),
    { key: 'history', label: t('record.history'), children: <RecordHistory {...place} /> },
    { key: 'comments', label: t('record.comments'), children: <RecordComments {...place} /> },
    { key: 'files', label: t('record.files'), children: <RecordFiles {...place} /> },
  ];
  return (
    <div className="record-page">
      <SectionTabs />
      <header className="page-head record-head">
        <h1 className="ellipsis">
          <Link to={`/records/${type.name}`} className="muted">
            {type.label}
          </Link>{' '}
          {headOf(type, record)}
        </h1>
        <span className="grow" />
        <VerbButtons type={type} record={record} />
        {type.may.edit && type.fields.some((field) => !field.readOnly) ? (
          <Button onClick={() => setEditing(true)}>{t('common.edit')}</Button>
        ) : null}
        <MoreActions type={type} id={record.id} />
      </header>
      <section className="card record-fields">
        {type.fields
          .filter((field) => field.kind !== 'json' || record.values[field.name])
          .map((field) => (
            <div
              key={field.name}
              className={
                field.kind === 'long-text' || field.kind === 'json' ? 'record-field record-wide' : 'record-field'
              }
            >
              <span className="muted small">{field.label}</span>
              <span>
                <FieldValue type={type.name} field={field} record={record} />
              </span>
            </div>
          ))}
      </section>
      <section className="card record-tabs">
        <Tabs
          items={tabs}
          activeKey={params.get('tab') ?? tabs[0]?.key}
          onChange={(tab) => setParams({ tab }, { replace: true })}
          destroyOnHidden
        />
      </section>
      {editing ? (
        <RecordForm type={type} record={record} onClose={() => setEditing(false)} onDone={() => undefined} />
      ) : null}
    </div>
  );
}

function FieldValue({ type, field, record }: { type: string; field: FieldView; record: StoredRecord }) {
  const own = ownField(type, field.name)?.Text;
  if (!own) return <FieldText field={field} record={record} />;
  const Own = own;
  return <Own value={record.values[field.name]} />;
}

function MoreActions({ type, id }: { type: TypeView; id: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const tell = useTell();
  const copy = useMutation({
    mutationFn: () => api.post('/api/records/{type}/copy/{id}', { path: { type: type.name, id } }),
    onSuccess: (fresh) => navigate(pathOf({ type: type.name, id: fresh.id })),
    onError: tell.refused,
  });
  const remove = useMutation({
    mutationFn: () => api.delete('/api/records/{type}/{id}', { path: { type: type.name, id } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['records', type.name] });
      navigate(`/records/${type.name}`);
    },
    onError: tell.refused,
  });
  return (
    <>
      {type.may.create ? (
        <Button loading={copy.isPending} onClick={() => copy.mutate()}>
          {t('record.copy')}
        </Button>
      ) : null}
      {type.may.delete ? (
        <Popconfirm
          title={t('record.deleteAsk')}
          okText={t('common.delete')}
          cancelText={t('common.cancel')}
          onConfirm={() => remove.mutate()}
        >
          <Button danger>{t('common.delete')}</Button>
        </Popconfirm>
      ) : null}
    </>
  );
}
