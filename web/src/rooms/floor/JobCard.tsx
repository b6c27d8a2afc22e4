import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freshKey } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import {
  clockTime,
  dayMonth,
  dayTime,
  durationText,
  productName,
  quantityText,
  shortNumber,
  unitText,
  weekday,
} from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { StateShape } from '../../parts/StateShape';
import type { Task } from './api';
import { post } from './outbox';
import { RouteLine } from './RouteLine';
import { isOnlyRepair } from './sheet';
import { TaskPicture } from './TaskPicture';

/** The job of now: what, how many, where on its route, and the one button. */
export function JobCard({ task, onReport, onBlock }: { task: Task; onReport: () => void; onBlock: () => void }) {
  const { t } = useTranslation();
  const running = task.status === 'RUNNING';
  const blocked = task.blocks.length > 0 && !running;
  const onlyRepair = isOnlyRepair(task);
  const minutes = task.startedAt ? Math.floor((Date.now() - Date.parse(task.startedAt)) / 60_000) : 0;
  return (
    <article className="job card">
      <header className="job-head">
        <StateShape
          shape={blocked ? 'blocked' : running ? 'doing' : task.status === 'PAUSED' ? 'hold' : 'idle'}
          size={22}
        />
        {running ? (
          <>
            <b className="job-running">{t('floor.running')}</b> <span className="muted">{durationText(minutes)}</span>
          </>
        ) : (
          <>
            <b>{t(task.status === 'PAUSED' ? 'floor.paused' : 'floor.next')}</b>
            {blocked ? <b className="red">{t('floor.blocked')}</b> : <b className="green">{t('floor.ready')}</b>}
          </>
        )}
        <span className="job-due muted">
          {t('floor.due')}{' '}
          <b>
            {dayMonth(task.due)} {weekday(task.due)}
          </b>
        </span>
      </header>
      <div className="job-what">
        <TaskPicture task={task} />
        <div className="job-facts">
          <h2>{productName(task.item.name, task.item.drawingNumber)}</h2>
          <Fact
            label={t('line.drawing')}
            value={[task.item.drawingNumber ?? task.item.code, task.item.revision].filter(Boolean).join(' ')}
          />
          <Fact label={t('floor.operation')} value={`${task.sequence} ${task.name}`} />
          <Fact label={t('floor.machine')} value={task.machine?.name ?? task.workCentre.name} />
          {task.order ? (
            <Fact label={t('section.orders')} value={`${shortNumber(task.order.label)} ${task.order.customer}`} />
          ) : null}
        </div>
      </div>
      <div className="job-count">
        <strong>{quantityText(onlyRepair ? task.rework : task.remaining)}</strong>
        <span>
          <b>{unitText(task.unit)}</b>
          <b>{t(onlyRepair ? 'floor.toRepair' : 'floor.remaining')}</b>
        </span>
        <span className="job-count-right muted">
          <span>
            {t('floor.total')} {quantityText(task.total)} {unitText(task.unit)}
          </span>
          <span>
            {Number(task.good) > 0
              ? `${t('floor.reported')} ${quantityText(task.good)}`
              : task.plannedStart
                ? `${t('line.planned')} ${clockTime(task.plannedStart)}${task.plannedEnd ? ` – ${clockTime(task.plannedEnd)}` : ''}`
                : ''}
          </span>
          {task.startsBy && !task.startedAt ? <span>{t('shop.startsBy', { at: dayTime(task.startsBy) })}</span> : null}
        </span>
      </div>
      <RouteLine task={task} />
      <JobButtons task={task} blocked={blocked} onReport={onReport} onBlock={onBlock} />
    </article>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div className="ellipsis">
      <span className="muted">{label}</span> {value}
    </div>
  );
}

interface JobButtonsProps {
  task: Task;
  blocked: boolean;
  onReport: () => void;
  onBlock: () => void;
}

function JobButtons({ task, blocked, onReport, onBlock }: JobButtonsProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const tell = async (verb: 'start' | 'pause') => {
    setBusy(true);
    setProblem(undefined);
    const delivery = await post({
      key: freshKey(),
      at: new Date().toISOString(),
      address: `/api/operations/{id}/${verb}`,
      operationId: task.operationId,
      label: `${t(verb === 'start' ? 'floor.start' : 'floor.pause')} ${task.item.name} ${task.sequence}`,
      pieces: 0,
      body: { machineId: task.machine?.id ?? null },
    });
    setBusy(false);
    if (delivery.kind === 'refused') setProblem(delivery.problem);
    if (delivery.kind === 'kept')
      queries.setQueriesData({ queryKey: ['tasks'] }, (before) => withStatus(before, task, verb));
    else await queries.invalidateQueries({ queryKey: ['tasks'] });
  };
  return (
    <>
      <RefusalNote problem={problem} />
      {task.status === 'RUNNING' ? (
        <div className="job-buttons">
          <button type="button" className="big-button big-second" disabled={busy} onClick={() => tell('pause')}>
            <Icon name="pause" size={24} weight={2.4} />
            <small>{t('floor.pause')}</small>
          </button>
          <button type="button" className="big-button" disabled={busy} onClick={onReport}>
            <Icon name="check" size={30} weight={2.6} /> {t('floor.report')}
          </button>
        </div>
      ) : (
        <div className="job-buttons">
          <button
            type="button"
            className="big-button"
            disabled={busy}
            onClick={blocked ? onBlock : () => tell('start')}
          >
            <Icon name="play" size={24} weight={2.4} /> {t(task.status === 'PAUSED' ? 'floor.resume' : 'floor.start')}
          </button>
        </div>
      )}
    </>
  );
}

/** What the page shows while the server has not heard of it yet. */
function withStatus(before: unknown, task: Task, verb: 'start' | 'pause'): unknown {
  const known = before as { tasks?: Task[] } | undefined;
  if (!known?.tasks) return before;
  const status = verb === 'start' ? 'RUNNING' : 'PAUSED';
  const startedAt = verb === 'start' ? new Date().toISOString() : task.startedAt;
  return {
    ...known,
    tasks: known.tasks.map((one) => (one.operationId === task.operationId ? { ...one, status, startedAt } : one)),
  };
}
