import { Tag } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { dayTime } from '../../parts/format';
import { StateShape } from '../../parts/StateShape';
import type { Approval, ApprovalBranch, ApprovalState, ApprovalStep, ApprovalTask } from './api';

const TONE = {
  WAITING: 'gold',
  RETURNED: 'gold',
  GRANTED: 'green',
  REJECTED: 'red',
  WITHDRAWN: 'default',
} as const satisfies Record<ApprovalState, string>;

/** Where an approval stands. */
export function StateChip({ state }: { state: ApprovalState }) {
  const { t } = useTranslation();
  return <Tag color={TONE[state]}>{t(`approvalState.${state}`)}</Tag>;
}

/** The chain in one line: steps that agreed, the one that waits, those to come. */
export function ChainText({ approval }: { approval: Approval }) {
  return (
    <span className="approval-steps">
      {approval.steps.map((step, index) => (
        <span
          key={`${step.name}-${step.tasks[0]?.user ?? ''}-${step.dueAt ?? ''}`}
          className={
            index < approval.step
              ? 'green'
              : index === approval.step && approval.state === 'WAITING'
                ? 'amber strong'
                : 'muted'
          }
        >
          {step.name}
        </span>
      ))}
    </span>
  );
}

/** The chain with its people and what they said. */
export function ChainSteps({ approval }: { approval: Approval }) {
  return (
    <ol className="chain">
      {approval.steps.map((step, index) => (
        <Fragment key={`${step.name}-${step.tasks[0]?.user ?? ''}-${step.dueAt ?? ''}`}>
          <StepRow
            step={step}
            done={index < approval.step}
            now={index === approval.step && approval.state === 'WAITING'}
          />
        </Fragment>
      ))}
    </ol>
  );
}

function StepRow({ step, done, now }: { step: ApprovalStep; done: boolean; now: boolean }) {
  const { t } = useTranslation();
  const parallel = step.branches.length > 1;
  return (
    <li className="chain-step">
      <StateShape shape={done ? 'done' : step.overdue ? 'late' : now ? 'doing' : 'idle'} size={18} />
      <div className="grow">
        <b>{step.name}</b>
        <span className="muted small">
          {' '}
          {parallel ? t(`approvalJoin.${step.join}`) : null}
          {now && step.dueAt ? ` · ${t('approvals.due', { at: dayTime(step.dueAt) })}` : null}
          {step.overdue ? <span className="red"> · {t('approvals.overdue')}</span> : null}
        </span>
        {step.branches.map((branch, index) => (
          <BranchRows
            // biome-ignore lint/suspicious/noArrayIndexKey: branches are known by their place
            key={index}
            branch={branch}
            tasks={step.tasks.filter((task) => task.branch === index)}
            titled={parallel}
          />
        ))}
      </div>
    </li>
  );
}

function BranchRows({ branch, tasks, titled }: { branch: ApprovalBranch; tasks: ApprovalTask[]; titled: boolean }) {
  const { t } = useTranslation();
  const mode = tasks.length > 1 ? t(`approvalMode.${branch.mode}`) : '';
  return (
    <div className={titled ? 'chain-branch' : undefined}>
      {titled || mode ? (
        <span className="muted small">{[titled ? branch.name : '', mode].filter(Boolean).join(' · ')}</span>
      ) : null}
      {tasks.map((task) => (
        <TaskRow key={task.user} task={task} />
      ))}
    </div>
  );
}

function TaskRow({ task }: { task: ApprovalTask }) {
  const { t } = useTranslation();
  const tone =
    task.answer === 'APPROVED' ? 'green' : task.answer === 'REJECTED' ? 'red' : task.waiting ? 'amber' : 'muted';
  return (
    <div className="chain-task">
      <span className={tone}>{task.userName}</span>
      {task.insteadOf ? (
        <span className="muted small">{t('approvals.insteadOf', { name: task.insteadOf })}</span>
      ) : null}
      {task.addedBy ? <span className="muted small">{t('approvals.addedBy', { name: task.addedBy })}</span> : null}
      {task.answer ? <span className={tone}>{t(`approvalAct.${task.answer}`)}</span> : null}
      {task.comment ? <span>“{task.comment}”</span> : null}
      {task.at ? <time className="muted small nowrap">{dayTime(task.at)}</time> : null}
    </div>
  );
}
