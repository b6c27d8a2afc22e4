import { Table, type TableColumnType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecordPage, StoredRecord } from '../../parts/RecordSelect';
import { pathOf } from '../../shell/paths';
import { type FieldView, PAGE_SIZE, type TypeView } from './api';
import { FieldText, isNumber } from './FieldText';

interface RecordTableProps {
  type: TypeView;
  fields: FieldView[];
  records: RecordPage;
  page: number;
  sort?: string;
  onSort: (sort: string | undefined) => void;
  onPage: (page: number) => void;
  onOpen: (id: string) => void;
  chosen?: readonly StoredRecord[];
  onChoose?: (chosen: StoredRecord[]) => void;
}

/** The rows of a list; the first column is the link, the whole row opens. */
export function RecordTable(props: RecordTableProps) {
  const { type, fields, records, page, sort, onSort, onPage, onOpen, chosen = [], onChoose } = props;
  const { t } = useTranslation();
  const first = sort?.split(',')[0] ?? '';
  const columns: TableColumnType<StoredRecord>[] = fields.map((field, index) => ({
    key: field.name,
    title: field.label,
    align: isNumber(field) ? 'right' : undefined,
    sorter: field.sortable,
    sortOrder: first === field.name ? 'ascend' : first === `-${field.name}` ? 'descend' : null,
    ellipsis: field.kind === 'long-text' || field.kind === 'json',
    render: (_, record) =>
      index === 0 ? (
        <Link
          to={pathOf({ type: type.name, id: record.id })}
          className="strong"
          onClick={(event) => event.stopPropagation()}
        >
          {field.kind === 'reference' ? (record.labels?.[field.name] ?? '…') : String(record.values[field.name] ?? '—')}
        </Link>
      ) : (
        <FieldText field={field} record={record} />
      ),
  }));
  return (
    <Table<StoredRecord>
      size="small"
      rowKey="id"
      className="record-table"
      columns={columns}
      dataSource={records.items}
      scroll={{ x: 'max-content' }}
      sticky
      rowSelection={
        onChoose && type.verbs.length > 0
          ? {
              selectedRowKeys: chosen.map((record) => record.id),
              onChange: (_, rows) => onChoose(rows),
              onCell: () => ({ onClick: (event) => event.stopPropagation() }),
            }
          : undefined
      }
      onRow={(record) => ({ onClick: () => onOpen(record.id) })}
      onChange={(_, __, sorter) => {
        const one = Array.isArray(sorter) ? sorter[0] : sorter;
        const name = String(one?.columnKey ?? '');
        onSort(one?.order ? `${one.order === 'descend' ? '-' : ''}${name}` : undefined);
      }}
      pagination={{
        current: page + 1,
        pageSize: PAGE_SIZE,
        total: records.total,
        showSizeChanger: false,
        hideOnSinglePage: false,
        showTotal: (total, [from, to]) => t('lines.range', { first: from, last: to, total }),
        onChange: (next) => next - 1 !== page && onPage(next - 1),
      }}
    />
  );
}
