import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { linkTo } from '../../api/client';
import { EmptyPanel, ProblemPanel, RowsSkeleton, StaleNote } from '../../parts/Feedback';
import { Icon } from '../../parts/Icon';
import type { Condition } from '../../parts/RecordSelect';
import { pathOf } from '../../shell/paths';
import { SectionTabs } from '../../shell/SectionTabs';
import { AddFieldDialog } from './AddFieldDialog';
import { filterText, PAGE_SIZE, type TypeView, useCatalogue, useRecords } from './api';
import { BulkVerbs } from './BulkVerbs';
import { FilterBuilder } from './FilterBuilder';
import { GroupStrip } from './GroupStrip';
import { ImportWizard } from './ImportWizard';
import { useListColumns } from './listColumns';
import { RecordForm } from './RecordForm';
import { RecordTable } from './RecordTable';
import { RecordViews } from './RecordViews';
import './records.css';

/** Any record type as a list: search, filter, sort, group, columns, views, import and export. */
export function RecordListPage() {
  const { t } = useTranslation();
  const { type: name = '' } = useParams();
  const catalogue = useCatalogue();
  const type = catalogue.data?.find((one) => one.name === name);
  if (catalogue.isError) return <ProblemPanel problem={catalogue.error} onRetry={() => catalogue.refetch()} />;
  if (catalogue.isPending) return <RowsSkeleton rows={12} />;
  if (!type) return <EmptyPanel icon="lock" title={t('record.noType')} />;
  return <List key={name} type={type} />;
}

function filtersOf(params: URLSearchParams, type: TypeView): Condition[] {
  const line = params.get('line');
  const lineField = type.fields.find((field) => field.referenceType === 'sales-order-line')?.name;
  const fixed: Condition[] = line && lineField ? [{ field: lineField, op: 'eq', value: line }] : [];
  try {
    const chosen = JSON.parse(params.get('filter') ?? '[]') as Condition[];
    return [...fixed, ...(Array.isArray(chosen) ? chosen : [])];
  } catch {
    return fixed;
  }
}

type Dialog = 'create' | 'import' | 'field' | null;

function List({ type }: { type: TypeView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [dialog, setDialog] = useState<Dialog>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const columns = useListColumns(type);
  const page = Number(params.get('page') ?? '0');
  const filter = filtersOf(params, type);
  const question = {
    q: params.get('q') ?? undefined,
    filter,
    sort: params.get('sort') ?? (type.defaultSort.join(',') || undefined),
    page,
    size: PAGE_SIZE,
  };
  const records = useRecords(type.name, question);
  const picked = (records.data?.items ?? []).filter((record) => chosen.includes(record.id));
  const change = (next: Record<string, string | undefined>) => {
    setChosen([]);
    setParams(
      (before) => {
        const result = new URLSearchParams(before);
        result.delete('page');
        for (const [key, value] of Object.entries(next)) {
          if (value) result.set(key, value);
          else result.delete(key);
        }
        return result;
      },
      { replace: true },
    );
  };
  const setFilter = (next: Condition[]) =>
    change({ filter: next.length > 0 ? JSON.stringify(next) : undefined, line: undefined });
  const groupable = type.fields.filter((field) => ['choice', 'reference', 'flag', 'user', 'date'].includes(field.kind));
  const exportTo = (format: 'xlsx' | 'csv') =>
    linkTo(`/api/records/{type}/export.${format}`, {
      path: { type: type.name },
      query: { q: question.q, sort: question.sort, filter: filterText(question.filter) },
    });
  return (
    <div className="record-page">
      <SectionTabs />
      <header className="page-head record-head">
        <h1>{type.label}</h1>
        <RecordViews type={type.name} params={params} onOpen={setParams} />
        <span className="grow" />
        {type.may.customise ? (
          <Button className="wide-only" onClick={() => setDialog('field')}>
            {t('record.addField')}
          </Button>
        ) : null}
        {type.may.export ? (
          <a href={exportTo('xlsx')} download className="wide-only">
            <Button icon={<Icon name="export" />}>{t('record.export')}</Button>
          </a>
        ) : null}
        {type.may.import ? (
          <Button icon={<Icon name="import" />} onClick={() => setDialog('import')} className="wide-only">
            {t('record.import')}
          </Button>
        ) : null}
        {type.may.create ? (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setDialog('create')}>
            {t('record.new', { type: type.label })}
          </Button>
        ) : null}
      </header>
      <section className="card record-card">
        <div className="record-tools">
          <Input
            allowClear
            prefix={<Icon name="search" size={14} />}
            key={params.get('q') ?? ''}
            defaultValue={params.get('q') ?? ''}
            placeholder={t('record.search')}
            onPressEnter={(event) => change({ q: event.currentTarget.value.trim() || undefined })}
            onClear={() => change({ q: undefined })}
            onBlur={(event) =>
              event.target.value.trim() !== (params.get('q') ?? '') &&
              change({ q: event.target.value.trim() || undefined })
            }
          />
          <FilterBuilder type={type} filter={filter} onChange={setFilter} />
          <Select
            allowClear
            className="wide-only"
            value={params.get('by') ?? undefined}
            placeholder={t('record.groupBy')}
            aria-label={t('record.groupBy')}
            onChange={(by?: string) => change({ by })}
            options={groupable.map((field) => ({ value: field.name, label: field.label }))}
            style={{ minWidth: 120 }}
          />
          {columns.choice}
        </div>
        {picked.length > 0 ? <BulkVerbs type={type} chosen={picked} onDone={() => setChosen([])} /> : null}
        {params.get('by') ? (
          <GroupStrip
            type={type}
            by={params.get('by') ?? ''}
            question={question}
            onChoose={(condition) => setFilter([...filter.filter((one) => one.field !== condition.field), condition])}
          />
        ) : null}
        <StaleNote
          at={records.dataUpdatedAt}
          problem={records.data ? records.error : undefined}
          onRetry={() => records.refetch()}
        />
        {records.isError && !records.data ? (
          <ProblemPanel problem={records.error} onRetry={() => records.refetch()} />
        ) : null}
        {records.isPending ? <RowsSkeleton rows={14} /> : null}
        {records.data && records.data.items.length === 0 ? (
          <EmptyPanel
            icon="search"
            title={filter.length > 0 || question.q ? t('record.noneMatch') : t('record.none', { type: type.label })}
          >
            <span>{type.may.import && filter.length === 0 ? t('record.noneAdvice') : null}</span>
          </EmptyPanel>
        ) : null}
        {records.data && records.data.items.length > 0 ? (
          <RecordTable
            type={type}
            fields={columns.fields}
            records={records.data}
            page={page}
            sort={question.sort}
            onSort={(sort) => change({ sort })}
            onPage={(next) => change({ page: next > 0 ? String(next) : undefined })}
            onOpen={(id) => navigate(pathOf({ type: type.name, id }))}
            chosen={picked}
            onChoose={(rows) => setChosen(rows.map((row) => row.id))}
          />
        ) : null}
      </section>
      {dialog === 'create' ? (
        <RecordForm
          type={type}
          onClose={() => setDialog(null)}
          onDone={(id) => navigate(pathOf({ type: type.name, id }))}
        />
      ) : null}
      {dialog === 'import' ? <ImportWizard type={type} onClose={() => setDialog(null)} /> : null}
      {dialog === 'field' ? <AddFieldDialog type={type} onClose={() => setDialog(null)} /> : null}
    </div>
  );
}
