import { useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLiveUpdates } from '../../api/live';
import { useSession } from '../../api/session';
import { EmptyPanel, ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { dayOf, moneyText, quantityText, today } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { type Reported, type Task, useTasks } from './api';
import { BlockPanel } from './BlockPanel';
import { DoneToast } from './DoneToast';
import { JobCard } from './JobCard';
import { NextJobRow } from './NextJobRow';
import { OfflineBanner } from './OfflineBanner';
import { startDelivery, useOutbox } from './outbox';
import { ReportSheet } from './ReportSheet';
import { ScanSheet } from './ScanSheet';
import './floor.css';

const MACHINE = 'throughline.machine';

type Sheet = { kind: 'report' | 'block'; task: Task } | { kind: 'scan' } | null;

export interface Done {
  report: Reported;
  label: string;
}

/** The job for the large card: what runs and can go on, else what can be begun, else whatever is next. */
function firstJob(jobs: Task[]): Task | undefined {
  const workable = (task: Task) => task.blocks.length === 0 && Number(task.available) > 0;
  return jobs.find((task) => task.status === 'RUNNING' && workable(task)) ?? jobs.find(workable) ?? jobs[0];
}

/** The operator's phone: the job of now, one button that fits its state, two more to come. */
export function OperatorPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { name } = useSession();
  const [machine, setMachine] = useState(() => localStorage.getItem(MACHINE) ?? undefined);
  const [sheet, setSheet] = useState<Sheet>(null);
  const [done, setDone] = useState<Done | null>(null);
  const tasks = useTasks(machine);
  const outbox = useOutbox();
  useLiveUpdates();
  useEffect(() => startDelivery(() => void queries.invalidateQueries({ queryKey: ['tasks'] })), [queries]);
  const choose = (next: string | undefined) => {
    if (next) localStorage.setItem(MACHINE, next);
    else localStorage.removeItem(MACHINE);
    setMachine(next);
  };
  const jobs = tasks.data?.tasks ?? [];
  const first = firstJob(jobs);
  const others = jobs.filter((task) => task !== first);
  const unsent = outbox.parcels.filter((parcel) => !parcel.refused && dayOf(parcel.at) === today());
  const unsentPieces = unsent.reduce((sum, parcel) => sum + parcel.pieces, 0);
  return (
    <div className="operator">
      <header className="operator-head">
        <h1>{t('floor.myTasks')}</h1>
        <span className="muted">{tasks.data?.person?.name ?? name}</span>
        <Select
          className="operator-machine"
          value={machine}
          placeholder={t('floor.allMachines')}
          aria-label={t('floor.allMachines')}
          allowClear
          onChange={choose}
          options={(tasks.data?.machines ?? []).map((one) => ({ value: one.code, label: `${one.name} ${one.code}` }))}
          popupMatchSelectWidth={false}
        />
      </header>
      <main className="operator-main">
        <OfflineBanner outbox={outbox} />
        {done ? <DoneToast done={done} onClose={() => setDone(null)} /> : null}
        {tasks.isPending ? <RowsSkeleton rows={4} height={90} /> : null}
        {tasks.isError && !tasks.data ? <ProblemPanel problem={tasks.error} onRetry={() => tasks.refetch()} /> : null}
        {first ? (
          <JobCard
            key={first.operationId}
            task={first}
            onReport={() => setSheet({ kind: 'report', task: first })}
            onBlock={() => setSheet({ kind: 'block', task: first })}
          />
        ) : null}
        {tasks.data && !first ? (
          <EmptyPanel icon="check" title={t('floor.noTask')}>
            <span>{t('floor.noTaskAdvice')}</span>
          </EmptyPanel>
        ) : null}
        {others.slice(0, 6).map((task) => (
          <NextJobRow
            key={task.operationId}
            task={task}
            onOpen={() => setSheet({ kind: task.blocks.length > 0 ? 'block' : 'report', task })}
          />
        ))}
        {tasks.data && tasks.data.more > 0 ? (
          <p className="muted operator-more">{t('floor.more', { n: tasks.data.more })}</p>
        ) : null}
      </main>
      {tasks.data ? (
        <footer className="operator-today">
          <span>
            {t('floor.today')} <b>{quantityText(tasks.data.today.pieces)}</b>
            {unsentPieces > 0 ? <span className="amber"> +{unsentPieces}</span> : null}
          </span>
          <span>
            {t('floor.good')} <b>{quantityText(tasks.data.today.good)}</b>
          </span>
          {tasks.data.today.wage ? (
            <span className="operator-wage">
              {t('floor.wage')} <b>¥{moneyText(tasks.data.today.wage.amount)}</b>
            </span>
          ) : null}
        </footer>
      ) : null}
      <nav className="operator-tabs">
        <span className="operator-tab operator-here">
          <Icon name="task" size={24} />
          {t('shell.tasks')}
        </span>
        <button type="button" className="operator-tab" onClick={() => setSheet({ kind: 'scan' })}>
          <Icon name="scan" size={24} />
          {t('floor.scan')}
        </button>
        <Link to="/orders" className="operator-tab">
          <Icon name="line" size={24} />
          {t('section.orders')}
        </Link>
        <Link to="/more" className="operator-tab">
          <Icon name="user" size={24} />
          {t('floor.me')}
        </Link>
      </nav>
      {sheet?.kind === 'report' ? (
        <ReportSheet
          key={sheet.task.operationId}
          task={sheet.task}
          onClose={() => setSheet(null)}
          onDone={(report) => {
            setSheet(null);
            setDone(report);
          }}
        />
      ) : null}
      {sheet?.kind === 'block' ? (
        <BlockPanel
          task={sheet.task}
          onClose={() => setSheet(null)}
          onReport={() => setSheet({ kind: 'report', task: sheet.task })}
        />
      ) : null}
      {sheet?.kind === 'scan' ? (
        <ScanSheet
          onClose={() => setSheet(null)}
          onTask={(task) => setSheet({ kind: task.blocks.length > 0 ? 'block' : 'report', task })}
        />
      ) : null}
    </div>
  );
}
