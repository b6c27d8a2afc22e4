import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EmptyPanel, ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { pathOf } from '../../shell/paths';
import { PAGE_SIZE, useRecords, useType } from './api';
import { RecordForm } from './RecordForm';
import { RecordTable } from './RecordTable';

/** The records that belong to another one, e.g. the lines of a bill. */
export function RecordChildren({
  child,
  parentId,
}: {
  child: { type: string; field: string; label: string };
  parentId: string;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [page, setPage] = useState(0);
  const [sort, setSort] = useState<string | undefined>();
  const [adding, setAdding] = useState(false);
  const type = useType(child.type);
  const filter = [{ field: child.field, op: 'eq', value: parentId }];
  const records = useRecords(child.type, {
    filter,
    page,
    size: PAGE_SIZE,
    sort: sort ?? (type?.defaultSort.join(',') || undefined),
  });
  if (records.isError) return <ProblemPanel problem={records.error} onRetry={() => records.refetch()} />;
  if (!type || !records.data) return <RowsSkeleton rows={4} />;
  const fields = type.fields.filter((field) => field.name !== child.field && (field.list || field.custom));
  return (
    <div>
      {type.may.create && type.writtenBy === 'FREE' ? (
        <Button onClick={() => setAdding(true)} style={{ marginBottom: 8 }}>
          {t('record.new', { type: type.label })}
        </Button>
      ) : null}
      {records.data.items.length === 0 ? (
        <EmptyPanel icon="plus" title={t('record.none', { type: child.label })} />
      ) : (
        <RecordTable
          type={type}
          fields={fields.length > 0 ? fields : type.fields.slice(0, 8)}
          records={records.data}
          page={page}
          sort={sort}
          onSort={setSort}
          onPage={setPage}
          onOpen={(id) => navigate(pathOf({ type: child.type, id }))}
        />
      )}
      {adding ? (
        <RecordForm
          type={type}
          preset={{ [child.field]: parentId }}
          onClose={() => setAdding(false)}
          onDone={() => records.refetch()}
        />
      ) : null}
    </div>
  );
}
