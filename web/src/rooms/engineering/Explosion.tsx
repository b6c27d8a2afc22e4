import { useQuery } from '@tanstack/react-query';
import { Segmented, Table, type TableColumnType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import { EmptyPanel, ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { quantityText, unitText } from '../../parts/format';

type Part = Schema<'StructureItemView'>;
type Component = Schema<'StructureNodeView'>;

interface Row {
  key: string;
  item: Part;
  quantity: string;
  level: number;
  children?: Row[];
}

function rowsOf(components: Component[], prefix = ''): Row[] {
  return components.map((one, index) => {
    const key = `${prefix}${index}-${one.item.id}`;
    return {
      key,
      item: one.item,
      level: one.level,
      quantity: `${quantityText(one.quantity)} ${unitText(one.unit)}`,
      children: one.components.length > 0 ? rowsOf(one.components, `${key}/`) : undefined,
    };
  });
}

async function readStructure(id: string, side: 'explosion' | 'where-used'): Promise<Row[]> {
  if (side === 'explosion') {
    const answer = await api.get('/api/items/{item}/explosion', {
      path: { item: id },
      query: { quantity: 1 },
    });
    return rowsOf(answer.root.components);
  }
  const uses = await api.get('/api/items/{item}/where-used', { path: { item: id } });
  return uses.map((use, index) => ({
    key: `${index}-${use.item.id}`,
    item: use.item,
    level: use.level,
    quantity: `${quantityText(use.quantityPer)} ${unitText(use.unit)}`,
  }));
}

/** The bill of an item through all levels, or every assembly that uses it. */
export function Explosion({ itemId }: { itemId: string }) {
  const { t } = useTranslation();
  const [side, setSide] = useState<'explosion' | 'where-used'>('explosion');
  const tree = useQuery({
    queryKey: ['structure', itemId, side],
    queryFn: () => readStructure(itemId, side),
  });
  const columns: TableColumnType<Row>[] = [
    {
      title: t('kit.item'),
      render: (_, { item, level }) => (
        <Link
          to={`/records/item/${item.id}`}
          style={side === 'where-used' ? { paddingLeft: (level - 1) * 16 } : undefined}
        >
          {item.code} {item.name}
        </Link>
      ),
    },
    { title: t('kit.quantity'), align: 'right', render: (_, { quantity }) => quantity },
  ];
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
      {tree.data?.length === 0 ? <EmptyPanel icon="ruler" title={t('record.noStructure')} /> : null}
      {tree.data && tree.data.length > 0 ? (
        <Table<Row>
          size="small"
          columns={columns}
          dataSource={tree.data}
          pagination={false}
          expandable={{ defaultExpandAllRows: true }}
        />
      ) : null}
    </div>
  );
}
