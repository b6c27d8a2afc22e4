import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Table, type TableColumnType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { BulkDialog } from '../../parts/BulkDialog';
import { EmptyPanel, ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { dayOf, daysBetween, dayTime, quantityText, today, unitText, when } from '../../parts/format';
import { SectionTabs } from '../../shell/SectionTabs';
import type { Inspection, Nonconformance } from './api';
import { DecideDialog } from './DecideDialog';
import { DispositionDialog } from './DispositionDialog';
import '../stock/stock.css';

type Side = 'inspections' | 'nonconformances';

/** Room 60: what waits for the inspector's word, and what nobody has decided yet. */
export function QualityPage() {
  const { t } = useTranslation();
  const [side, setSide] = useState<Side>('inspections');
  return (
    <div className="record-page">
      <SectionTabs />
      <header className="page-head record-head">
        <h1>{t('page.inspections')}</h1>
        <Segmented
          value={side}
          onChange={setSide}
          options={(['inspections', 'nonconformances'] as const).map((value) => ({
            value,
            label: t(`quality.${value}`),
          }))}
        />
      </header>
      <section className="card record-card">{side === 'inspections' ? <Inspections /> : <Nonconformances />}</section>
    </div>
  );
}

function Inspections() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Inspection | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [many, setMany] = useState<Inspection[] | null>(null);
  const columns = useInspectionColumns(setOpen);
  const inspections = useQuery({
    queryKey: ['inspections'],
    queryFn: () => api.get('/api/inspections', { query: { status: 'OPEN' } }),
    meta: { tables: ['quality'] },
  });
  if (inspections.isError && !inspections.data)
    return <ProblemPanel problem={inspections.error} onRetry={() => inspections.refetch()} />;
  if (!inspections.data) return <RowsSkeleton rows={8} />;
  if (inspections.data.length === 0) return <EmptyPanel icon="shield" title={t('quality.none')} />;
  const picked = inspections.data.filter((one) => chosen.includes(one.id));
  return (
    <>
      {picked.length > 0 ? (
        <div className="bulk-verbs">
          <span className="muted">{t('bulk.chosen', { n: picked.length })}</span>
          <Button size="small" type="primary" onClick={() => setMany(picked)}>
            {t('quality.acceptMany', { n: picked.length })}
          </Button>
        </div>
      ) : null}
      <Table<Inspection>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={inspections.data}
        rowSelection={{
          selectedRowKeys: picked.map((one) => one.id),
          onChange: (keys) => setChosen(keys.map(String)),
        }}
        pagination={{ pageSize: 100, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 'max-content' }}
      />
      {open ? <DecideDialog key={open.id} inspection={open} onClose={() => setOpen(null)} /> : null}
      {many ? <AcceptMany inspections={many} onDone={() => setChosen([])} onClose={() => setMany(null)} /> : null}
    </>
  );
}

function useInspectionColumns(onDecide: (one: Inspection) => void): TableColumnType<Inspection>[] {
  const { t } = useTranslation();
  return [
    {
      title: t('quality.number'),
      render: (_, one) => <Link to={`/records/inspection/${one.id}`}>{one.number}</Link>,
    },
    { title: t('planning.kind'), render: (_, one) => t(`inspectionKind.${one.kind}`, one.kind) },
    { title: t('kit.item'), render: (_, one) => `${one.item.code} ${one.item.name}` },
    { title: t('stock.lot'), dataIndex: 'lotNumber' },
    {
      title: t('kit.quantity'),
      align: 'right',
      render: (_, one) => `${quantityText(one.quantity)} ${unitText(one.unit)}`,
    },
    {
      title: t('planning.forOrder'),
      render: (_, one) => (one.orderLineId ? <Link to={`/orders/${one.orderLineId}`}>{one.order}</Link> : null),
    },
    {
      title: t('quality.waitsSince'),
      render: (_, one) => (
        <span className="num" title={dayTime(one.requestedAt)}>
          {t('common.days', { n: daysBetween(dayOf(one.requestedAt), today()) })}
        </span>
      ),
    },
    {
      align: 'right',
      render: (_, one) => (
        <Button size="small" type="primary" onClick={() => onDecide(one)}>
          {t('quality.decide')}
        </Button>
      ),
    },
  ];
}

interface AcceptManyProps {
  inspections: Inspection[];
  onDone: () => void;
  onClose: () => void;
}

function AcceptMany({ inspections, onDone, onClose }: AcceptManyProps) {
  const { t } = useTranslation();
  return (
    <BulkDialog
      title={t('quality.decide')}
      okText={(n) => t('quality.acceptMany', { n })}
      chosen={inspections}
      keyOf={(one) => one.id}
      nameOf={(one) => `${one.number} ${one.item.name}`}
      act={(one) =>
        api.post('/api/inspections/{id}/decide', {
          path: { id: one.id },
          body: { accepted: one.quantity, rejected: 0 },
        })
      }
      refresh={[['inspections']]}
      onDone={onDone}
      onClose={onClose}
      lead={<p>{t('quality.acceptManyHelp')}</p>}
    />
  );
}

function Nonconformances() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Nonconformance | null>(null);
  const list = useQuery({
    queryKey: ['nonconformances'],
    queryFn: () => api.get('/api/nonconformances', { query: { disposition: 'OPEN' } }),
    meta: { tables: ['quality'] },
  });
  if (list.isError && !list.data) return <ProblemPanel problem={list.error} onRetry={() => list.refetch()} />;
  if (!list.data) return <RowsSkeleton rows={8} />;
  if (list.data.length === 0) return <EmptyPanel icon="shield" title={t('quality.noNonconformance')} />;
  return (
    <>
      <table className="dialog-table">
        <tbody>
          {list.data.map((one) => (
            <tr key={one.id}>
              <td>
                <Link to={`/records/nonconformance/${one.id}`}>{one.number}</Link>
              </td>
              <td>
                {one.item.code} {one.item.name}
              </td>
              <td className="line-right nowrap">
                {quantityText(one.quantity)} {unitText(one.unit)}
              </td>
              <td>{one.reason}</td>
              <td>{one.orderLineId ? <Link to={`/orders/${one.orderLineId}`}>{one.order}</Link> : null}</td>
              <td className="num">{when(one.raisedAt)}</td>
              <td className="line-right">
                <Button size="small" type="primary" onClick={() => setOpen(one)}>
                  {t('quality.decide')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open ? <DispositionDialog key={open.id} nonconformance={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
