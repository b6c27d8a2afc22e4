import { Button, Input, Table, type TableColumnType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyPanel, ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { dayMonth, quantityText, unitText } from '../../parts/format';
import { type Expected, useExpected } from './api';
import { ReceiveDialog } from './ReceiveDialog';
import { ReceiveManyDialog } from './ReceiveManyDialog';

/** What is expected at the gate, the longest overdue first; one press takes a delivery in, or all that was chosen. */
export function Receipts() {
  const { t } = useTranslation();
  const expected = useExpected();
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Expected | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [many, setMany] = useState<Expected[] | null>(null);
  const columns = useColumns(setOpen);
  if (expected.isError && !expected.data)
    return <ProblemPanel problem={expected.error} onRetry={() => expected.refetch()} />;
  if (!expected.data) return <RowsSkeleton rows={10} />;
  const wanted = text.trim().toLowerCase();
  const rows = expected.data.filter((row) =>
    `${row.number} ${row.supplierName} ${row.itemCode} ${row.itemName} ${row.orderLabel ?? ''}`
      .toLowerCase()
      .includes(wanted),
  );
  const picked = rows.filter((row) => chosen.includes(row.lineId));
  return (
    <div>
      <div className="choice-tools">
        <Input
          allowClear
          value={text}
          placeholder={t('stock.findDelivery')}
          onChange={(event) => setText(event.target.value)}
          style={{ maxWidth: 320 }}
        />
        <span className="lines-grow" />
        <Button type="primary" disabled={picked.length === 0} onClick={() => setMany(picked)}>
          {t('stock.receiveMany', { n: picked.length })}
        </Button>
      </div>
      {rows.length === 0 ? (
        <EmptyPanel title={t('bench.nothingExpected')} />
      ) : (
        <Table<Expected>
          size="small"
          rowKey="lineId"
          columns={columns}
          dataSource={rows}
          rowSelection={{
            selectedRowKeys: picked.map((row) => row.lineId),
            onChange: (keys) => setChosen(keys.map(String)),
          }}
          pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
          scroll={{ x: 'max-content' }}
        />
      )}
      {open ? <ReceiveDialog key={open.lineId} row={open} onClose={() => setOpen(null)} /> : null}
      {many ? <ReceiveManyDialog rows={many} onDone={() => setChosen([])} onClose={() => setMany(null)} /> : null}
    </div>
  );
}

function useColumns(onReceive: (row: Expected) => void): TableColumnType<Expected>[] {
  const { t } = useTranslation();
  return [
    {
      title: t('stock.expected'),
      render: (_, row) => (
        <span className={row.daysLate > 0 ? 'num red strong' : 'num'}>
          {dayMonth(row.expected)} {row.daysLate > 0 ? t('kit.lateBy', { n: row.daysLate }) : ''}
        </span>
      ),
    },
    { title: t('planning.supplier'), dataIndex: 'supplierName' },
    {
      title: t('planning.document'),
      render: (_, row) => <Link to={`/records/purchase-order/${row.orderId}`}>{row.number}</Link>,
    },
    { title: t('kit.item'), render: (_, row) => `${row.itemCode} ${row.itemName}` },
    {
      title: t('stock.open'),
      align: 'right',
      render: (_, row) => `${quantityText(row.open)} ${unitText(row.unit)}`,
    },
    {
      title: t('planning.forOrder'),
      render: (_, row) => (row.orderLineId ? <Link to={`/orders/${row.orderLineId}`}>{row.orderLabel}</Link> : null),
    },
    {
      align: 'right',
      render: (_, row) => (
        <Button size="small" onClick={() => onReceive(row)}>
          {t('stock.receive')}
        </Button>
      ),
    },
  ];
}
