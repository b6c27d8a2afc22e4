import { useQuery } from '@tanstack/react-query';
import { Segmented, Table, type TableColumnType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import type { Amount } from '../../api/lines';
import { EmptyPanel, ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { quantityText, unitText } from '../../parts/format';

interface Node {
  itemId: string;
  itemCode?: string;
  code?: string;
  itemName?: string;
  name?: string;
  quantity?: Amount | { amount: Amount; unit: string };
  unit?: string;
  level?: number;
  children?: Node[];
  components?: Node[];
}

interface Row {
  key: string;
  node: Node;
  children?: Row[];
}

function rowsOf(nodes: Node[], prefix = ''): Row[] {
  return nodes.map((node, index) => {
    const key = `${prefix}${index}-${node.itemId}`;
    const below = node.children ?? node.components ?? [];
    return { key, node, children: below.length > 0 ? rowsOf(below, `${key}/`) : undefined };
  });
}

function amountText(node: Node): string {
  const { quantity } = node;
  if (quantity && typeof quantity === 'object') return `${quantityText(quantity.amount)} ${unitText(quantity.unit)}`;
  return `${quantityText(quantity)} ${unitText(node.unit)}`;
}

/** The bill of an item through all levels, or every assembly that uses it. */
export function Explosion({ itemId }: { itemId: string }) {
  const { t } = useTranslation();
  const [side, setSide] = useState<'explosion' | 'where-used'>('explosion');
  const tree = useQuery({
    queryKey: ['structure', itemId, side],
    queryFn: () =>
      api.get<Node | Node[]>(`/api/items/{id}/${side}`, {
        path: { id: itemId },
        query: side === 'explosion' ? { quantity: 1 } : {},
      }),
  });
  const columns: TableColumnType<Row>[] = [
    {
      title: t('kit.item'),
      render: (_, { node }) => (
        <Link to={`/records/item/${node.itemId}`}>
          {[node.itemCode ?? node.code, node.itemName ?? node.name].filter(Boolean).join(' ')}
        </Link>
      ),
    },
    { title: t('kit.quantity'), align: 'right', render: (_, { node }) => amountText(node) },
  ];
  const nodes = tree.data
    ? Array.isArray(tree.data)
      ? tree.data
      : (tree.data.children ?? tree.data.components ?? [])
    : [];
  return (
    <div>
      <Segmented
        value={side}
        onChange={setSide}
        options={[
          { value: 'explosion', label: t('record.components') },
          { value: 'where-used', label: t('record.whereUsed') },
        ]}
      />
      {tree.isPending ? <RowsSkeleton rows={5} /> : null}
      {tree.isError ? <ProblemPanel problem={tree.error} onRetry={() => tree.refetch()} /> : null}
      {tree.data && nodes.length === 0 ? <EmptyPanel icon="ruler" title={t('record.noStructure')} /> : null}
      {nodes.length > 0 ? (
        <Table<Row>
          size="small"
          columns={columns}
          dataSource={rowsOf(nodes)}
          pagination={false}
          expandable={{ defaultExpandAllRows: true }}
        />
      ) : null}
    </div>
  );
}
