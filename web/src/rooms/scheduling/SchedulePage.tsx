import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../../api/client';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton, StaleNote } from '../../parts/Feedback';
import { addDays, dayTime, today } from '../../parts/format';
import { RecordName } from '../../parts/RecordSelect';
import { SectionTabs } from '../../shell/SectionTabs';
import { type Bar, type Schedule, useBoard } from './api';
import { WhyDrawer } from './WhyDrawer';
import '../records/records.css';
import './scheduling.css';

const GanttBoard = lazy(async () => ({ default: (await import('./GanttBoard')).GanttBoard }));

const SPANS = { week: 7, twoWeeks: 14, month: 28 } as const;
type Span = keyof typeof SPANS;

/** Room 40: every machine and what it does when; why a bar stands where it stands. */
export function SchedulePage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const [span, setSpan] = useState<Span>('twoWeeks');
  const [lateOnly, setLateOnly] = useState(false);
  const [bar, setBar] = useState<Bar | null>(null);
  const from = params.get('from') ?? addDays(today(), -1);
  const line = params.get('line');
  const order = params.get('order');
  const centre = params.get('centre');
  const board = useBoard(from, addDays(from, 28));
  const data = board.data;
  const lit = (one: Bar) =>
    (!line || one.orderLineId === line) && (!order || (one.order ?? '').startsWith(order)) && (!lateOnly || one.late);
  return (
    <div className="record-page schedule-page">
      <SectionTabs />
      <header className="page-head record-head">
        <h1>{t('page.schedule')}</h1>
        {data?.schedule ? <Figures schedule={data.schedule} /> : null}
        <span className="grow" />
        <ScheduleButtons draft={data?.schedule?.status === 'DRAFT'} />
      </header>
      <section className="card schedule-card">
        <div className="record-tools">
          <button type="button" className={lateOnly ? 'chip chip-on' : 'chip'} onClick={() => setLateOnly(!lateOnly)}>
            {t('schedule.lateOnly')}
          </button>
          {line || order || centre ? (
            <Tag closable color="blue" onClose={() => setParams({})}>
              {line ? (
                <RecordName type="sales-order-line" id={line} />
              ) : (
                (order ?? <RecordName type="work-centre" id={centre ?? ''} />)
              )}
            </Tag>
          ) : null}
          <span className="lines-grow" />
          <Legend />
          <Segmented
            value={span}
            onChange={setSpan}
            options={(Object.keys(SPANS) as Span[]).map((value) => ({ value, label: t(`span.${value}`) }))}
          />
        </div>
        <StaleNote at={board.dataUpdatedAt} problem={data ? board.error : undefined} onRetry={() => board.refetch()} />
        {board.isPending ? <RowsSkeleton rows={16} height={30} /> : null}
        {board.isError && !data ? <ProblemPanel problem={board.error} onRetry={() => board.refetch()} /> : null}
        {data && !data.schedule ? (
          <EmptyPanel icon="plan" title={t('schedule.none')}>
            <span>{t('schedule.noneAdvice')}</span>
          </EmptyPanel>
        ) : null}
        {data?.schedule ? (
          <Suspense fallback={<RowsSkeleton rows={16} height={30} />}>
            <GanttBoard
              board={data}
              centre={centre}
              from={from}
              days={SPANS[span]}
              lit={lit}
              filtered={Boolean(line || order || lateOnly)}
              onBar={setBar}
            />
          </Suspense>
        ) : null}
      </section>
      <WhyDrawer bar={bar} machines={data?.machines ?? []} onClose={() => setBar(null)} />
    </div>
  );
}

function Figures({ schedule }: { schedule: Schedule }) {
  const { t } = useTranslation();
  return (
    <span className="schedule-figures">
      <b>{t(`scheduleStatus.${schedule.status}`)}</b> <span className="muted">{dayTime(schedule.at)}</span>
      <span>
        {t('state.LATE')} <b className={schedule.lateOrders > 0 ? 'red' : undefined}>{schedule.lateOrders}</b>
      </span>
      <span>
        {t('schedule.lateDays')} <b>{(schedule.lateMinutes / 1440).toFixed(1)}</b>
      </span>
      <span>
        {t('schedule.setup')} <b>{(schedule.setupMinutes / 60).toFixed(1)} h</b>
      </span>
      <span className="muted">{t('schedule.operations', { n: schedule.operations })}</span>
    </span>
  );
}

function ScheduleButtons({ draft }: { draft: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ['scheduling'] });
  const run = useMutation({ mutationFn: () => api.post('/api/schedules', { body: {} }), onSuccess: again });
  const publish = useMutation({ mutationFn: () => api.post('/api/schedules/publish', { body: {} }), onSuccess: again });
  return (
    <>
      {run.error || publish.error ? <RefusalNote problem={run.error ?? publish.error} /> : null}
      <Button loading={run.isPending} onClick={() => run.mutate()}>
        {t('schedule.run')}
      </Button>
      <Button type="primary" disabled={!draft} loading={publish.isPending} onClick={() => publish.mutate()}>
        {t('schedule.publish')}
      </Button>
    </>
  );
}

function Legend() {
  const { t } = useTranslation();
  return (
    <span className="schedule-legend muted small wide-only">
      <i className="bar-key bar-late" /> {t('state.LATE')} <i className="bar-key bar-waiting" /> {t('state.NORMAL')}{' '}
      <i className="bar-key bar-running" /> {t('floor.running')} <i className="bar-key bar-done" /> {t('state.DONE')}{' '}
      <i className="bar-key bar-closed" /> {t('schedule.closed')}
    </span>
  );
}
