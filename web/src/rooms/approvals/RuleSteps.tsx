import { Button, InputNumber, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ApprovalJoin, ApprovalMode } from './api';
import { PeopleInput, useRoles } from './RulePeople';
import { branchesOf, type RuleBranch, type RuleCopy, type RuleStep, withBranches } from './rules';

const MODES: readonly ApprovalMode[] = ['ANY', 'ALL', 'SOME', 'IN_TURN'];
const JOINS: readonly ApprovalJoin[] = ['ALL', 'ANY'];
const TIMES: readonly RuleCopy['when'][] = ['SUBMITTED', 'GRANTED', 'BOTH'];

/** The list with one of its own changed, or without it. */
function changed<T>(all: readonly T[], index: number, one?: T): T[] {
  return all.flatMap((known, at) => (at === index ? (one === undefined ? [] : [one]) : [known]));
}

/** Who decides, in which order. */
export function Steps({ steps, onChange }: { steps: RuleStep[]; onChange: (steps: RuleStep[]) => void }) {
  const { t } = useTranslation();
  const swap = (index: number) => {
    const next = [...steps];
    const [step] = next.splice(index, 1);
    if (step) next.splice(index - 1, 0, step);
    onChange(next);
  };
  return (
    <>
      <b>{t('approvals.steps')}</b>
      {steps.map((step, index) => (
        <Step
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are known by their place
          key={index}
          number={index + 1}
          step={step}
          onChange={(one) => onChange(changed(steps, index, one))}
          onUp={index > 0 ? () => swap(index) : undefined}
          onRemove={() => onChange(changed(steps, index))}
        />
      ))}
      {steps.length === 0 ? <span className="amber">{t('approvals.noSteps')}</span> : null}
      <button
        type="button"
        className="link-button"
        onClick={() => onChange([...steps, { role: 'manager', mode: 'ANY', hours: 24 }])}
      >
        + {t('approvals.addStep')}
      </button>
    </>
  );
}

interface StepProps {
  number: number;
  step: RuleStep;
  onChange: (step: RuleStep) => void;
  onUp?: () => void;
  onRemove: () => void;
}

function Step({ number, step, onChange, onUp, onRemove }: StepProps) {
  const { t } = useTranslation();
  const roles = useRoles();
  const branches = branchesOf(step);
  const parallel = branches.length > 1;
  const rebranch = (next: RuleBranch[]) => onChange(withBranches(step, next));
  return (
    <div className="rule-step">
      <div className="rule-row">
        <b className="num rule-number">{number}</b>
        {parallel ? (
          <Segmented
            value={step.join ?? 'ALL'}
            options={JOINS.map((join) => ({ value: join, label: t(`approvalJoin.${join}`) }))}
            onChange={(join) => onChange({ ...step, join })}
          />
        ) : (
          <Branch branch={branches[0] as RuleBranch} onChange={(branch) => rebranch([branch])} />
        )}
        <span className="grow" />
        {onUp ? (
          <Button type="text" onClick={onUp}>
            {t('approvals.up')}
          </Button>
        ) : null}
        <Button type="text" onClick={onRemove}>
          {t('common.delete')}
        </Button>
      </div>
      {parallel
        ? branches.map((branch, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: branches are known by their place
            <div key={index} className="rule-row rule-branch">
              <Branch branch={branch} onChange={(one) => rebranch(changed(branches, index, one))} />
              <Button type="text" onClick={() => rebranch(changed(branches, index))}>
                {t('common.delete')}
              </Button>
            </div>
          ))
        : null}
      <div className="rule-row">
        <button
          type="button"
          className="link-button"
          onClick={() => rebranch([...branches, { role: 'manager', mode: 'ANY' }])}
        >
          + {t('approvals.addBranch')}
        </button>
        <span className="grow" />
        <InputNumber
          min={1}
          prefix={t('approvals.hours')}
          value={step.hours}
          onChange={(hours) => onChange({ ...step, hours: hours ?? undefined })}
        />
        <Select
          allowClear
          value={step.escalate}
          placeholder={t('approvals.escalate')}
          options={roles}
          onChange={(escalate?: string) => onChange({ ...step, escalate })}
        />
      </div>
    </div>
  );
}

function Branch({ branch, onChange }: { branch: RuleBranch; onChange: (branch: RuleBranch) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <PeopleInput people={branch} onChange={onChange} />
      <Select
        value={branch.mode}
        options={MODES.map((mode) => ({ value: mode, label: t(`approvalMode.${mode}`) }))}
        onChange={(mode) => onChange({ ...branch, mode, needed: mode === 'SOME' ? (branch.needed ?? 2) : undefined })}
      />
      {branch.mode === 'SOME' ? (
        <InputNumber
          min={1}
          prefix={t('approvals.needed')}
          value={branch.needed}
          onChange={(needed) => onChange({ ...branch, needed: needed ?? 1 })}
        />
      ) : null}
    </>
  );
}

/** Who only reads, and when they are told. */
export function Copies({ copies, onChange }: { copies: RuleCopy[]; onChange: (copies: RuleCopy[]) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <b>{t('approvals.copies')}</b>
      {copies.length === 0 ? <span className="muted">{t('approvals.noCopies')}</span> : null}
      {copies.map((copy, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: copies have no identity of their own
        <div key={index} className="rule-row">
          <PeopleInput people={copy} onChange={(one) => onChange(changed(copies, index, one))} />
          <Select
            value={copy.when}
            options={TIMES.map((when) => ({ value: when, label: t(`approvalCopy.${when}`) }))}
            onChange={(when) => onChange(changed(copies, index, { ...copy, when }))}
          />
          <Button type="text" onClick={() => onChange(changed(copies, index))}>
            {t('common.delete')}
          </Button>
        </div>
      ))}
      <button
        type="button"
        className="link-button"
        onClick={() => onChange([...copies, { role: 'finance', when: 'GRANTED' }])}
      >
        + {t('approvals.addCopy')}
      </button>
    </>
  );
}
