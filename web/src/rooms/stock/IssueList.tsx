import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, freshKey } from '../../api/client';
import type { Amount } from '../../api/lines';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton, useTell } from '../../parts/Feedback';
import { quantityText, unitText } from '../../parts/format';
import type { StoredRecord } from '../../parts/RecordSelect';
import { useRecords, useType } from '../records/api';
import { FieldText } from '../records/FieldText';

interface Pick {
  componentId: string;
  code: string;
  name: string;
  lotNumber?: string | null;
  locationCode: string;
  quantity: Amount;
  unit: string;
  own: boolean;
}

const OPEN = [{ field: 'status', op: 'in', value: ['RELEASED', 'STARTED'] }];

/** Released work orders; one press hands out what is suggested, first in, first out. */
export function IssueList() {
  const { t } = useTranslation();
  const type = useType('work-order');
  const orders = useRecords('work-order', { filter: OPEN, sort: 'due', page: 0, size: 100 });
  const [open, setOpen] = useState<StoredRecord | null>(null);
  if (orders.isError && !orders.data) return <ProblemPanel problem={orders.error} onRetry={() => orders.refetch()} />;
  if (!orders.data) return <RowsSkeleton rows={10} />;
  if (orders.data.items.length === 0) return <EmptyPanel icon="box" title={t('stock.noIssue')} />;
  const fields = (type?.fields ?? []).filter((field) =>
    ['item_id', 'quantity', 'due', 'status', 'order_line_id'].includes(field.name),
  );
  return (
    <div>
      <table className="dialog-table">
        <thead>
          <tr>
            <th>{type?.label}</th>
            {fields.map((field) => (
              <th key={field.name}>{field.label}</th>
            ))}
            <th />
          </tr>
        </thead>
        <tbody>
          {orders.data.items.map((order) => (
            <tr key={order.id}>
              <td>
                <Link to={`/records/work-order/${order.id}`}>{String(order.values.number ?? '')}</Link>
              </td>
              {fields.map((field) => (
                <td key={field.name}>
                  <FieldText field={field} record={order} />
                </td>
              ))}
              <td className="line-right">
                <Button size="small" onClick={() => setOpen(order)}>
                  {t('stock.issueNow')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open ? <IssueDialog key={open.id} order={open} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function IssueDialog({ order, onClose }: { order: StoredRecord; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const [key] = useState(freshKey);
  const picks = useQuery({
    queryKey: ['picks', order.id],
    queryFn: () => api.get<Pick[]>('/api/work-orders/{id}/issue-suggestion', { path: { id: order.id } }),
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
