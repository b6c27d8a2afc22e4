import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { EmptyPanel, ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { quantityText, unitText, when } from '../../parts/format';
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
  const inspections = useQuery({
    queryKey: ['inspections'],
    queryFn: () => api.get<Inspection[]>('/api/inspections', { query: { status: 'OPEN' } }),
    meta: { tables: ['quality'] },
  });
  if (inspections.isError && !inspections.data)
    return <ProblemPanel problem={inspections.error} onRetry={() => inspections.refetch()} />;
  if (!inspections.data) return <RowsSkeleton rows={8} />;
  if (inspections.data.length === 0) return <EmptyPanel icon="shield" title={t('quality.none')} />;
  return (
    <>
      <table className="dialog-table">
        <thead>
          <tr>
            <th>{t('quality.number')}</th>
            <th>{t('planning.kind')}</th>
            <th>{t('kit.item')}</th>
            <th>{t('stock.lot')}</th>
            <th className="line-right">{t('kit.quantity')}</th>
            <th>{t('planning.forOrder')}</th>
            <th>{t('quality.waitsSince')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {inspections.data.map((one) => (
            <tr key={one.id}>
              <td>
                <Link to={`/records/inspection/${one.id}`}>{one.number}</Link>
              </td>
              <td>{t(`inspectionKind.${one.kind}`, one.kind)}</td>
              <td>
                {one.item.code} {one.item.name}
              </td>
              <td>{one.lotNumber}</td>
              <td className="line-right nowrap">
                {quantityText(one.quantity)} {unitText(one.unit)}
              </td>
              <td>{one.orderLineId ? <Link to={`/orders/${one.orderLineId}`}>{one.order}</Link> : null}</td>
              <td className="num">{when(one.requestedAt)}</td>
              <td className="line-right">
                <Button size="small" type="primary" onClick={() => setOpen(one)}>
                  {t('quality.decide')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open ? <DecideDialog key={open.id} inspection={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function Nonconformances() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Nonconformance | null>(null);
  const list = useQuery({
    queryKey: ['nonconformances'],
    queryFn: () => api.get<Nonconformance[]>('/api/nonconformances', { query: { disposition: 'OPEN' } }),
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
