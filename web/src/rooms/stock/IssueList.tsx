import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Table, type TableColumnType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, freshKey } from '../../api/client';
import { BulkDialog } from '../../parts/BulkDialog';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton, useTell } from '../../parts/Feedback';
import { quantityText, unitText } from '../../parts/format';
import { type StoredRecord, titleOf } from '../../parts/RecordSelect';
import { type TypeView, useRecords, useType } from '../records/api';
import { FieldText, isNumber } from '../records/FieldText';

const OPEN = [{ field: 'status', op: 'in', value: ['RELEASED', 'STARTED'] }];

/** Released work orders; one press hands out what is suggested, first in, first out. */
export function IssueList() {
  const { t } = useTranslation();
  const type = useType('work-order');
  const [text, setText] = useState('');
  const orders = useRecords('work-order', {
    q: text.trim() || undefined,
    filter: OPEN,
    sort: 'due',
    page: 0,
    size: 200,
  });
  const [open, setOpen] = useState<StoredRecord | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [many, setMany] = useState<StoredRecord[] | null>(null);
  const columns = useColumns(type, setOpen);
  if (orders.isError && !orders.data) return <ProblemPanel problem={orders.error} onRetry={() => orders.refetch()} />;
  if (!orders.data) return <RowsSkeleton rows={10} />;
  const rows = orders.data.items;
  const picked = rows.filter((order) => chosen.includes(order.id));
  return (
    <div>
      <div className="choice-tools">
        <Input
          allowClear
          placeholder={t('record.search')}
          onChange={(event) => setText(event.target.value)}
          style={{ maxWidth: 320 }}
        />
        <span className="lines-grow" />
        <Button type="primary" disabled={picked.length === 0} onClick={() => setMany(picked)}>
          {t('stock.issueMany', { n: picked.length })}
        </Button>
      </div>
      {rows.length === 0 ? (
        <EmptyPanel icon="box" title={t('stock.noIssue')} />
      ) : (
        <Table<StoredRecord>
          size="small"
          rowKey="id"
          columns={columns}
          dataSource={rows}
          rowSelection={{
            selectedRowKeys: picked.map((order) => order.id),
            onChange: (keys) => setChosen(keys.map(String)),
          }}
          pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
          scroll={{ x: 'max-content' }}
        />
      )}
      {open ? <IssueDialog key={open.id} order={open} onClose={() => setOpen(null)} /> : null}
      {many ? <IssueMany orders={many} onDone={() => setChosen([])} onClose={() => setMany(null)} /> : null}
    </div>
  );
}

function useColumns(
  type: TypeView | undefined,
  onIssue: (order: StoredRecord) => void,
): TableColumnType<StoredRecord>[] {
  const { t } = useTranslation();
  const fields = (type?.fields ?? []).filter((field) =>
    ['item_id', 'quantity', 'due', 'status', 'order_line_id'].includes(field.name),
  );
  return [
    {
      title: type?.label,
      render: (_, order) => <Link to={`/records/work-order/${order.id}`}>{String(order.values.number ?? '')}</Link>,
    },
    ...fields.map(
      (field): TableColumnType<StoredRecord> => ({
        title: field.label,
        align: isNumber(field) ? 'right' : undefined,
        render: (_, order) => <FieldText field={field} record={order} />,
      }),
    ),
    {
      align: 'right',
      render: (_, order) => (
        <Button size="small" onClick={() => onIssue(order)}>
          {t('stock.issueNow')}
        </Button>
      ),
    },
  ];
}

interface IssueManyProps {
  orders: StoredRecord[];
  onDone: () => void;
  onClose: () => void;
}

function IssueMany({ orders, onDone, onClose }: IssueManyProps) {
  const { t } = useTranslation();
  return (
    <BulkDialog
      title={t('stock.issueNow')}
      okText={(n) => t('stock.issueMany', { n })}
      chosen={orders}
      keyOf={(order) => order.id}
      nameOf={titleOf}
      act={(order, key) => api.post('/api/work-orders/{id}/issue', { path: { id: order.id }, key, body: { key } })}
      refresh={[['records']]}
      onDone={onDone}
      onClose={onClose}
      lead={<p>{t('stock.issueManyHelp')}</p>}
    />
  );
}

function IssueDialog({ order, onClose }: { order: StoredRecord; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const [key] = useState(freshKey);
  const picks = useQuery({
    queryKey: ['picks', order.id],
    queryFn: () => api.get('/api/work-orders/{id}/issue-suggestion', { path: { id: order.id } }),
  });
  const issue = useMutation({
    mutationFn: () => api.post('/api/work-orders/{id}/issue', { path: { id: order.id }, key, body: { key } }),
    onSuccess: () => {
      tell.done(t('stock.issued'));
      void queries.invalidateQueries({ queryKey: ['records'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      width={680}
      title={`${t('stock.issueNow')} ${String(order.values.number ?? '')}`}
      okText={t('stock.issueNow')}
      cancelText={t('common.back')}
      okButtonProps={{ disabled: !picks.data?.length }}
      confirmLoading={issue.isPending}
      onCancel={onClose}
      onOk={() => issue.mutate()}
    >
      {picks.isPending ? <RowsSkeleton rows={4} /> : null}
      {picks.isError ? <RefusalNote problem={picks.error} /> : null}
      {picks.data?.length === 0 ? <EmptyPanel icon="check" title={t('stock.nothingToIssue')} /> : null}
      {picks.data && picks.data.length > 0 ? (
        <table className="dialog-table">
          <thead>
            <tr>
              <th>{t('stock.location')}</th>
              <th>{t('stock.lot')}</th>
              <th>{t('kit.item')}</th>
              <th className="line-right">{t('kit.quantity')}</th>
            </tr>
          </thead>
          <tbody>
            {picks.data.map((pick) => (
              <tr key={`${pick.componentId}-${pick.locationCode}-${pick.lotNumber ?? ''}`}>
                <td className="strong">{pick.locationCode}</td>
                <td>{pick.lotNumber}</td>
                <td>
                  {pick.code} {pick.name}
                </td>
                <td className="line-right nowrap">
                  {quantityText(pick.quantity)} {unitText(pick.unit)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <RefusalNote problem={issue.error} />
    </Modal>
  );
}
