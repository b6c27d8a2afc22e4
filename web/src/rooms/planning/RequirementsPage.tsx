import { useQuery } from '@tanstack/react-query';
import { Table, type TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../../api/client';
import { ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { dayMonth } from '../../parts/format';
import { RecordName } from '../../parts/RecordSelect';
import { SectionTabs } from '../../shell/SectionTabs';
import { amountText, PLANNING_TABLES, type Requirement } from './api';
import '../records/records.css';
import './planning.css';

interface Row extends Omit<Requirement, 'components'> {
  key: string;
  children?: Row[];
}

function rowOf(node: Requirement, key: string): Row {
  const { components, ...rest } = node;
  const children = components.map((child, index) => rowOf(child, `${key}.${index}`));
  return { ...rest, key, children: children.length > 0 ? children : undefined };
}

/** The requirements of one order line through all levels: gross, stock, supply, net, order by. */
export function RequirementsPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const tree = useQuery({
    queryKey: ['planning', 'requirements', id],
    queryFn: () => api.get('/api/planning/requirements/{lineId}', { path: { lineId: id } }),
    meta: { tables: PLANNING_TABLES },
  });
  const columns: TableColumnType<Row>[] = [
    {
      title: t('kit.item'),
      render: (_, node) => (
        <Link to={`/records/item/${node.itemId}`}>
          {node.itemCode} {node.itemName}
        </Link>
      ),
    },
    { title: t('planning.gross'), align: 'right', render: (_, node) => amountText(node.gross) },
    { title: t('planning.stock'), align: 'right', render: (_, node) => amountText(node.stock) },
    { title: t('planning.supply'), align: 'right', render: (_, node) => amountText(node.supply) },
    {
      title: t('planning.net'),
      align: 'right',
      render: (_, node) => (
        <span className={Number(node.net.amount) > 0 ? 'strong' : 'muted'}>{amountText(node.net)}</span>
      ),
    },
    { title: t('planning.kind'), render: (_, node) => t(`supply.${node.kind}`) },
    { title: t('kit.needed'), render: (_, node) => <span className="num">{dayMonth(node.needed)}</span> },
    {
      title: t('planning.orderBy'),
      render: (_, node) => <span className={node.pastDue ? 'num red strong' : 'num'}>{dayMonth(node.orderBy)}</span>,
    },
    {
      title: t('planning.possible'),
      render: (_, node) => (
        <span className={node.possible > node.needed ? 'num red' : 'num'}>{dayMonth(node.possible)}</span>
      ),
    },
    { title: t('planning.supplier'), render: (_, node) => node.supplierName ?? '' },
  ];
  return (
    <div className="record-page">
      <SectionTabs />
      <header className="page-head record-head">
        <h1>{t('planning.requirements')}</h1>
        <Link to={`/orders/${id}`}>
          <RecordName type="sales-order-line" id={id} />
        </Link>
      </header>
      <section className="card record-card">
        {tree.isPending ? <RowsSkeleton rows={10} /> : null}
        {tree.isError ? <ProblemPanel problem={tree.error} onRetry={() => tree.refetch()} /> : null}
        {tree.data ? (
          <Table<Row>
            size="small"
            columns={columns}
            dataSource={[rowOf(tree.data, '0')]}
            pagination={false}
            scroll={{ x: 'max-content' }}
            expandable={{ defaultExpandAllRows: true }}
          />
        ) : null}
      </section>
    </div>
  );
}
