import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Popconfirm, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useSession } from '../../api/session';
import { RefusalNote, useTell } from '../../parts/Feedback';
import { when } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { hasRole } from '../../shell/sections';
import { useShortcut } from '../../shell/shortcuts';
import { type Board, type Direction, runSchedule, type Schedule, undoStep } from './api';
import { PublishButton } from './Publish';

/** What the floor works by, the draft beside it with what it gains, and what can be done with it. */
export function Scenarios({ board }: { board?: Board }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const queries = useQueryClient();
  const draft = board?.schedule?.status === 'DRAFT' ? board.schedule : undefined;
  const again = () => queries.invalidateQueries({ queryKey: ['scheduling'] });
  const run = useMutation({ mutationFn: runSchedule, onSuccess: again });
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
          <RunButton
            direction={board?.schedule?.direction ?? 'FORWARD'}
            running={run.isPending}
            onRun={(direction) => run.mutate(direction)}
          />
          <PublishButton changes={draft ? board?.changes : undefined} />
        </>
      ) : null}
    </header>
  );
}

interface RunButtonProps {
  direction: Direction;
  running: boolean;
  onRun: (direction: Direction) => void;
}

/** Plans anew, the way it was planned last; the menu beside it has both ways. */
function RunButton({ direction, running, onRun }: RunButtonProps) {
  const { t } = useTranslation();
  const ways = (['FORWARD', 'BACKWARD'] as const).map((way) => ({
    key: way,
    label: (
      <span className="schedule-way">
        <b>{t(`scheduleDirection.${way}`)}</b>
        <span className="muted small">{t(`scheduleDirectionHint.${way}`)}</span>
      </span>
    ),
    onClick: () => onRun(way),
  }));
  return (
    <Space.Compact>
      <Button loading={running} onClick={() => onRun(direction)}>
        {running ? t('schedule.running') : t('schedule.run')}
      </Button>
      <Dropdown trigger={['click']} menu={{ items: ways, selectedKeys: [direction] }} disabled={running}>
        <Button icon={<Icon name="down" size={14} />} aria-label={t('schedule.ways')} />
      </Dropdown>
    </Space.Compact>
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
          {schedule.direction === 'BACKWARD' ? ` · ${t('scheduleDirection.BACKWARD')}` : ''}
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
