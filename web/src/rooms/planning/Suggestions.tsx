import { type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Segmented, Table, type TableColumnType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton, useTell } from '../../parts/Feedback';
import { dayMonth, quantityText, unitText } from '../../parts/format';
import type { Suggestion } from './api';

type Side = 'ALL' | 'BUY' | 'MAKE';

/** What to buy and make by order-by date; one press turns the chosen ones into orders. */
export function Suggestions({ suggestions, line }: { suggestions: UseQueryResult<Suggestion[]>; line: string | null }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const [chosen, setChosen] = useState<string[]>([]);
  const [side, setSide] = useState<Side>('ALL');
  const [dismissing, setDismissing] = useState(false);
  const columns = useColumns();
  const convert = useMutation({
    mutationFn: (body: Schema<'PlanningConversion'>) => api.post('/api/planning/suggestions/convert', { body }),
    onSuccess: (answer) => {
      setChosen([]);
      tell.done(t('planning.converted', { n: answer.made.length }));
      return queries.invalidateQueries({ queryKey: ['planning'] });
    },
  });
  if (suggestions.isError && !suggestions.data)
    return <ProblemPanel problem={suggestions.error} onRetry={() => suggestions.refetch()} />;
  if (!suggestions.data) return <RowsSkeleton rows={10} />;
  const rows = suggestions.data.filter((one) => side === 'ALL' || one.kind === side);
  if (suggestions.data.length === 0) {
    return (
      <EmptyPanel icon="check" title={t('planning.noSuggestions')}>
        <span>{t('planning.noSuggestionsAdvice')}</span>
      </EmptyPanel>
    );
  }
  const all = () => convert.mutate({ all: true, kind: side === 'ALL' ? undefined : side, orderLineId: line });
  return (
    <div>
      <div className="planning-tools">
        <Segmented
          value={side}
          onChange={setSide}
          options={(['ALL', 'BUY', 'MAKE'] as const).map((value) => ({ value, label: t(`supply.${value}`) }))}
        />
        <span className="muted small">{t('planning.chosen', { n: chosen.length })}</span>
        <span className="lines-grow" />
        <Button disabled={chosen.length === 0} onClick={() => setDismissing(true)}>
          {t('planning.dismiss')}
        </Button>
        <Button
          type="primary"
          loading={convert.isPending}
          onClick={() => (chosen.length > 0 ? convert.mutate({ ids: chosen }) : all())}
        >
          {chosen.length > 0
            ? t('planning.convert', { n: chosen.length })
            : t('planning.convertAll', { n: rows.length })}
        </Button>
      </div>
      <RefusalNote problem={convert.error} />
      <Table<Suggestion>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={rows}
        rowSelection={{ selectedRowKeys: chosen, onChange: (keys) => setChosen(keys.map(String)) }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 'max-content' }}
      />
      {dismissing ? <Dismiss ids={chosen} onClose={() => setDismissing(false)} onDone={() => setChosen([])} /> : null}
    </div>
  );
}

function useColumns(): TableColumnType<Suggestion>[] {
  const { t } = useTranslation();
  return [
    { title: t('planning.kind'), render: (_, one) => t(`supply.${one.kind}`) },
    {
      title: t('kit.item'),
      render: (_, one) => (
        <Link to={`/records/item/${one.itemId}`}>
          {one.itemCode} {one.itemName}
        </Link>
      ),
    },
    {
      title: t('kit.quantity'),
      align: 'right',
      render: (_, one) => `${quantityText(one.quantity)} ${unitText(one.unit)}`,
    },
    {
      title: t('planning.orderBy'),
      sorter: (one, other) => one.orderBy.localeCompare(other.orderBy),
      render: (_, one) => (
        <span className={one.pastDueDays > 0 ? 'num red strong' : 'num'}>
          {dayMonth(one.orderBy)} {one.pastDueDays > 0 ? t('planning.pastDue', { n: one.pastDueDays }) : ''}
        </span>
      ),
    },
    {
      title: t('planning.due'),
      sorter: (one, other) => one.due.localeCompare(other.due),
      render: (_, one) => <span className="num">{dayMonth(one.due)}</span>,
    },
    {
      title: t('planning.possible'),
      render: (_, one) => (
        <span className={one.possibleDue > one.due ? 'num red' : 'num'}>{dayMonth(one.possibleDue)}</span>
      ),
    },
    { title: t('planning.supplier'), render: (_, one) => one.supplierName ?? '' },
    {
      title: t('planning.forOrder'),
      render: (_, one) => (one.orderLineId ? <Link to={`/orders/${one.orderLineId}`}>{one.orderLabel}</Link> : ''),
    },
  ];
}

function Dismiss({ ids, onClose, onDone }: { ids: string[]; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const dismiss = useMutation({
    mutationFn: () => api.post('/api/planning/suggestions/dismiss', { body: { ids, reason: reason.trim() } }),
    onSuccess: () => {
      onDone();
      onClose();
      return queries.invalidateQueries({ queryKey: ['planning'] });
    },
  });
  return (
    <Modal
      open
      title={t('planning.dismiss')}
      okText={t('planning.dismiss')}
      cancelText={t('common.back')}
      okButtonProps={{ disabled: !reason.trim() }}
      confirmLoading={dismiss.isPending}
      onCancel={onClose}
      onOk={() => dismiss.mutate()}
    >
      <Input value={reason} placeholder={t('order.reason')} onChange={(event) => setReason(event.target.value)} />
      <RefusalNote problem={dismiss.error} />
    </Modal>
  );
}
