import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../api/client';
import { EmptyPanel, ProblemPanel, RowsSkeleton, StaleNote } from '../../parts/Feedback';
import { dayMonth, dayTime, productName, quantityText, unitText } from '../../parts/format';
import { type Shape, StateShape } from '../../parts/StateShape';
import { SectionTabs } from '../../shell/SectionTabs';
import type { Task } from '../floor/api';
import { ReportManyDialog } from './ReportManyDialog';
import '../records/records.css';
import './shop.css';

function shapeOf(task: Task): Shape {
  if (task.status === 'RUNNING') return 'doing';
  if (task.status === 'PAUSED') return 'hold';
  return task.blocks.length > 0 ? 'blocked' : 'idle';
}

const ALL = 'all';

/** What can be reported now: nothing blocks it and pieces are there. */
function mayReport(task: Task): boolean {
  return task.blocks.length === 0 && Number(task.available) > 0;
}

function wordsOf(task: Task): string {
  const { workOrderNumber, item, order, name } = task;
  return `${workOrderNumber} ${item.code} ${item.name} ${item.drawingNumber ?? ''} ${name} ${order?.label ?? ''} ${order?.customer ?? ''}`.toLowerCase();
}

/** The team leader's list: what each machine does now and next, and what holds a job up. */
export function DispatchPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const centres = useQuery({
    queryKey: ['records', 'work-centre', 'all'],
    queryFn: () =>
      api.get('/api/records/{type}', {
        path: { type: 'work-centre' },
        query: { size: 100, sort: 'position,code' },
      }),
    staleTime: 300_000,
  });
  const list = centres.data?.items ?? [];
  const centre = params.get('centre') ?? ALL;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [many, setMany] = useState<Task[] | null>(null);
  const tasks = useQuery({
    queryKey: ['tasks', 'centre', centre],
    queryFn: () =>
      api.get('/api/floor/tasks', { query: { workCentre: centre === ALL ? undefined : centre, size: 200 } }),
    meta: { tables: ['shopfloor', 'scheduling', 'stock', 'quality'] },
    placeholderData: (before) => before,
  });
  const wanted = text.trim().toLowerCase();
  const jobs = (tasks.data?.tasks ?? []).filter((task) => wordsOf(task).includes(wanted));
  const reportable = jobs.filter(mayReport);
  const picked = reportable.filter((task) => chosen.includes(task.operationId));
  const toggle = (task: Task) =>
    setChosen((before) =>
      before.includes(task.operationId)
        ? before.filter((id) => id !== task.operationId)
        : [...before, task.operationId],
    );
  const count = (shape: Shape) => jobs.filter((task) => shapeOf(task) === shape).length;
  return (
    <div className="record-page">
      <SectionTabs />
      <header className="page-head record-head">
        <h1>{t('page.dispatch')}</h1>
        <Select
          value={centre}
          loading={centres.isPending}
          onChange={(next: string) => setParams({ centre: next })}
          options={[
            { value: ALL, label: t('shop.allCentres') },
            ...list.map((one) => ({
              value: String(one.values.code),
              label: `${String(one.values.name)} ${String(one.values.code)}`,
            })),
          ]}
          style={{ minWidth: 200 }}
          aria-label={t('shop.centre')}
        />
        <span className="muted">
          {t('shop.counts', { running: count('doing'), ready: count('idle'), blocked: count('blocked') })}
        </span>
      </header>
      <section className="card record-card">
        <div className="record-tools">
          {reportable.length > 0 ? (
            <Checkbox
              checked={picked.length === reportable.length}
              indeterminate={picked.length > 0 && picked.length < reportable.length}
              onChange={(event) => setChosen(event.target.checked ? reportable.map((task) => task.operationId) : [])}
            >
              {t('bulk.chooseAll', { n: reportable.length })}
            </Checkbox>
          ) : null}
          <Input
            allowClear
            value={text}
            placeholder={t('shop.find')}
            onChange={(event) => setText(event.target.value)}
            style={{ maxWidth: 260 }}
          />
          <span className="lines-grow" />
          <Button type="primary" disabled={picked.length === 0} onClick={() => setMany(picked)}>
            {t('shop.reportMany', { n: picked.length })}
          </Button>
        </div>
        <StaleNote
          at={tasks.dataUpdatedAt}
          problem={tasks.data ? tasks.error : undefined}
          onRetry={() => tasks.refetch()}
        />
        {tasks.isPending ? <RowsSkeleton rows={12} height={48} /> : null}
        {tasks.isError && !tasks.data ? <ProblemPanel problem={tasks.error} onRetry={() => tasks.refetch()} /> : null}
        {(tasks.data && jobs.length === 0) || (centres.data && list.length === 0) ? (
          <EmptyPanel icon="floor" title={t('shop.none')}>
            <span>{t('shop.noneAdvice')}</span>
          </EmptyPanel>
        ) : null}
        {jobs.map((task) => (
          <div key={task.operationId} className="dispatch-row">
            <Checkbox
              checked={chosen.includes(task.operationId)}
              disabled={!mayReport(task)}
              aria-label={`${task.workOrderNumber} ${task.sequence}`}
              onChange={() => toggle(task)}
            />
            <StateShape shape={shapeOf(task)} size={15} label={t(`operationState.${task.status}`)} />
            <span className="dispatch-time num">
              {dayTime(task.plannedStart)}
              {task.startsBy && !task.startedAt ? (
                <small className={Date.parse(task.startsBy) < Date.now() ? 'red' : 'muted'}>
                  {t('shop.startsBy', { at: dayTime(task.startsBy) })}
                </small>
              ) : null}
            </span>
            <span className="dispatch-text">
              <Link to={`/records/work-order/${task.workOrderId}`} className="line-ink strong ellipsis">
                {productName(task.item.name, task.item.drawingNumber)} {task.item.drawingNumber}
              </Link>
              <span className="muted small ellipsis">
                {task.workOrderNumber} · {task.sequence} {task.name}
                {task.order ? ` · ${task.order.customer}` : ''}
              </span>
            </span>
            <span className="ellipsis">{task.machine?.name ?? ''}</span>
            <span className="line-right nowrap">
              {quantityText(task.good)} / {quantityText(task.total)} {unitText(task.unit)}
            </span>
            <span className="num">
              {t('floor.due')} {dayMonth(task.due)}
            </span>
            <span
              className={task.blocks.length > 0 ? 'red ellipsis' : 'muted ellipsis'}
              title={task.blocks[0]?.advice ?? undefined}
            >
              {task.blocks[0]?.detail ?? task.workers.map((worker) => worker.name).join('、')}
            </span>
            {task.order ? <Link to={`/orders/${task.order.lineId}`}>{t('shop.order')}</Link> : <span />}
          </div>
        ))}
      </section>
      {many ? <ReportManyDialog tasks={many} onDone={() => setChosen([])} onClose={() => setMany(null)} /> : null}
    </div>
  );
}
