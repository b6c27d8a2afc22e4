import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useSession } from '../../api/session';
import { RefusalNote, RowsSkeleton, useTell } from '../../parts/Feedback';
import { dayTime, when } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { hasRole } from '../../shell/sections';
import { useShortcut } from '../../shell/shortcuts';
import { type Board, type DraftChange, type Schedule, undoStep, useDraftChanges } from './api';

/** What the floor works by, the draft beside it with what it gains, and what can be done with it. */
export function Scenarios({ board }: { board?: Board }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const queries = useQueryClient();
  const [reading, setReading] = useState(false);
  const draft = board?.schedule?.status === 'DRAFT' ? board.schedule : undefined;
  const again = () => queries.invalidateQueries({ queryKey: ['scheduling'] });
  const run = useMutation({ mutationFn: () => api.post('/api/schedules', { body: {} }), onSuccess: again });
  const discard = useMutation({ mutationFn: () => api.delete('/api/schedules/draft'), onSuccess: again });
  return (
    <header className="page-head record-head schedule-head">
      <h1>{t('page.schedule')}</h1>
      {board?.published ? (
        <Scenario title={t('scheduleStatus.PUBLISHED')} schedule={board.published} on={!draft} />
      ) : null}
      {draft ? (
        <Scenario
          title={t('schedule.draftOf', { n: board?.changes })}
          schedule={draft}
          against={board?.published ?? undefined}
          on
        />
      ) : null}
      <span className="grow" />
      {run.error || discard.error ? <RefusalNote problem={run.error ?? discard.error} /> : null}
      {hasRole(roles, 'planner', 'administrator') ? (
        <>
          {draft ? <UndoButton steps={board?.steps ?? 0} /> : null}
          {draft ? (
            <Popconfirm title={t('schedule.discardAsk')} onConfirm={() => discard.mutate()}>
              <Button loading={discard.isPending}>{t('schedule.discard')}</Button>
            </Popconfirm>
          ) : null}
          <Button loading={run.isPending} onClick={() => run.mutate()}>
            {run.isPending ? t('schedule.running') : t('schedule.run')}
          </Button>
          <Button type="primary" disabled={!draft} onClick={() => setReading(true)}>
            {t('schedule.publish')}
            {draft ? <span className="publish-count">{board?.changes}</span> : null}
          </Button>
        </>
      ) : null}
      {reading && board ? <PublishDialog board={board} onClose={() => setReading(false)} /> : null}
    </header>
  );
}

/** Takes the draft back by one step, with the button or Ctrl-Z. */
function UndoButton({ steps }: { steps: number }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const undo = useMutation({
    mutationFn: undoStep,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['scheduling'] });
      tell.done(t('schedule.undone'));
    },
    onError: tell.refused,
  });
  useShortcut('mod+z', () => undo.isPending || undo.mutate());
  return (
    <Button
      icon={<Icon name="undo" />}
      loading={undo.isPending}
      title={t('schedule.undoHint', { n: steps })}
      onClick={() => undo.mutate()}
    >
      {t('schedule.undo')}
    </Button>
  );
}

function Scenario({
  title,
  schedule,
  against,
  on,
}: {
  title: string;
  schedule: Schedule;
  against?: Schedule;
  on: boolean;
}) {
  const { t } = useTranslation();
  const days = (one: Schedule) => one.lateMinutes / 1440;
  const hours = (one: Schedule) => one.setupMinutes / 60;
  return (
    <div className={on ? 'scenario scenario-on' : 'scenario'}>
      <span>
        <b>{title}</b>{' '}
        <span className="muted small">
          {when(schedule.at)} · {schedule.by}
        </span>
      </span>
      <span className="scenario-figures">
        <Figure
          label={t('schedule.lateOrders')}
          value={schedule.lateOrders}
          less={against && schedule.lateOrders - against.lateOrders}
        />
        <Figure
          label={t('schedule.lateDays')}
          value={days(schedule)}
          less={against && days(schedule) - days(against)}
          unit={t('schedule.dayUnit')}
        />
        <Figure
          label={t('schedule.setup')}
          value={hours(schedule)}
          less={against && hours(schedule) - hours(against)}
          unit="h"
        />
      </span>
    </div>
  );
}

function Figure({ label, value, less, unit }: { label: string; value: number; less?: number; unit?: string }) {
  const text = (one: number) => (Number.isInteger(one) ? String(one) : one.toFixed(Math.abs(one) >= 1000 ? 0 : 1));
  const change = less !== undefined && Math.abs(less) >= 0.05 ? less : undefined;
  return (
    <span className="nowrap">
      {label} <b>{text(value)}</b>
      {unit ? ` ${unit}` : ''}
      {change === undefined ? null : (
        <span className={change < 0 ? 'green' : 'red'}>
          {' '}
          {change < 0 ? '−' : '+'}
          {text(Math.abs(change))}
        </span>
      )}
    </span>
  );
}

/** What the floor will see change, before it is told. */
function PublishDialog({ board, onClose }: { board: Board; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const changes = useDraftChanges(true);
  const publish = useMutation({
    mutationFn: () => api.post('/api/schedules/publish'),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['scheduling'] });
      tell.done(t('schedule.published'));
      onClose();
    },
  });
  const names = new Map(board.machines.map((machine) => [machine.id, machine.code]));
  return (
    <Modal
      open
      width={760}
      title={t('schedule.publishTitle', { n: board.changes })}
      okText={t('schedule.publishNow')}
      confirmLoading={publish.isPending}
      onOk={() => publish.mutate()}
      onCancel={onClose}
    >
      <RefusalNote problem={publish.error} />
      {changes.isPending ? <RowsSkeleton rows={6} /> : null}
      <div className="changes">
        <table>
          <thead>
            <tr>
              <th>{t('schedule.operation')}</th>
              <th>{t('schedule.before')}</th>
              <th>{t('schedule.after')}</th>
              <th>{t('schedule.why')}</th>
            </tr>
          </thead>
          <tbody>
            {(changes.data ?? []).map((change) => (
              <ChangeRow key={change.operationId} change={change} names={names} />
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}

function ChangeRow({ change, names }: { change: DraftChange; names: Map<string, string> }) {
  const { t } = useTranslation();
  const place = (machine: string | null | undefined, start: string | null | undefined) =>
    start ? `${machine ? (names.get(machine) ?? '') : ''} ${dayTime(start)}` : '—';
  return (
    <tr>
      <td>
        <b>{change.workOrder}</b> {change.sequence} {change.operation}
      </td>
      <td className="muted nowrap">{place(change.oldMachineId, change.oldStart)}</td>
      <td className="nowrap">{place(change.newMachineId, change.newStart)}</td>
      <td className="muted">{change.byHand ? change.note || t('schedule.byHand') : t('schedule.follows')}</td>
    </tr>
  );
}
