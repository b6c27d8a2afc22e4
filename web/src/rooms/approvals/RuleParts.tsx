import { useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ApprovalMode, listColleagues } from './api';
import { operatorsOf, type RuleFact, type RuleStep, type RuleTest } from './rules';

const MODES: readonly ApprovalMode[] = ['ANY', 'ALL', 'SOME', 'IN_TURN'];
const ROLES = [
  'manager',
  'planner',
  'sales',
  'finance',
  'engineer',
  'buyer',
  'project-manager',
  'team-leader',
  'inspector',
  'warehouse',
  'administrator',
] as const;

/** When a rule applies. */
export interface Conditions {
  any: boolean;
  tests: RuleTest[];
}

/** The conditions of a rule as rows of fact, comparison and value. */
export function Tests({
  draft,
  facts,
  onChange,
}: {
  draft: Conditions;
  facts: RuleFact[];
  onChange: (conditions: Conditions) => void;
}) {
  const { t } = useTranslation();
  const change = (index: number, test: RuleTest) =>
    onChange({ ...draft, tests: draft.tests.map((one, at) => (at === index ? test : one)) });
  const add = () => {
    const fact = facts[0];
    if (fact) {
      const op = operatorsOf(fact)[0] ?? 'eq';
      onChange({ ...draft, tests: [...draft.tests, { field: fact.name, op, value: fact.choices[0]?.value ?? '' }] });
    }
  };
  return (
    <>
      <div className="rule-test">
        <b>{t('approvals.conditions')}</b>
        {draft.tests.length > 1 ? (
          <Segmented
            value={draft.any ? 'any' : 'all'}
            options={[
              { value: 'all', label: t('approvals.all') },
              { value: 'any', label: t('approvals.any') },
            ]}
            onChange={(value) => onChange({ ...draft, any: value === 'any' })}
          />
        ) : null}
        {draft.tests.length === 0 ? <span className="muted">{t('approvals.always')}</span> : null}
      </div>
      {draft.tests.map((test, index) => (
        <Test
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity of their own
          key={index}
          test={test}
          facts={facts}
          onChange={(changed) => change(index, changed)}
          onRemove={() => onChange({ ...draft, tests: draft.tests.filter((_, at) => at !== index) })}
        />
      ))}
      <button type="button" className="link-button" onClick={add}>
        + {t('approvals.addCondition')}
      </button>
    </>
  );
}

interface TestProps {
  test: RuleTest;
  facts: RuleFact[];
  onChange: (test: RuleTest) => void;
  onRemove: () => void;
}

function Test({ test, facts, onChange, onRemove }: TestProps) {
  const { t } = useTranslation();
  const fact = facts.find((one) => one.name === test.field);
  const choose = (field: string) => {
    const chosen = facts.find((one) => one.name === field);
    onChange({ field, op: operatorsOf(chosen)[0] ?? 'eq', value: chosen?.choices[0]?.value ?? '' });
  };
  return (
    <div className="rule-test">
      <Select
        value={test.field}
        options={facts.map((one) => ({ value: one.name, label: one.label }))}
        onChange={choose}
        style={{ flex: 1 }}
      />
      <Select
        value={test.op}
        options={operatorsOf(fact).map((op) => ({ value: op, label: t(`ruleOp.${op}`) }))}
        onChange={(op) => onChange({ ...test, op })}
      />
      {fact?.choices.length ? (
        <Select
          value={test.value}
          options={fact.choices.map((one) => ({ value: one.value, label: one.label }))}
          onChange={(value) => onChange({ ...test, value })}
          style={{ flex: 1 }}
        />
      ) : (
        <Input
          value={test.value}
          onChange={(event) => onChange({ ...test, value: event.target.value })}
          style={{ flex: 1 }}
        />
      )}
      <Button type="text" onClick={onRemove}>
        {t('common.delete')}
      </Button>
    </div>
  );
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
          onChange={(changed) => onChange(steps.map((one, at) => (at === index ? changed : one)))}
          onUp={index > 0 ? () => swap(index) : undefined}
          onRemove={() => onChange(steps.filter((_, at) => at !== index))}
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
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: listColleagues, staleTime: 60_000 });
  const roles = ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }));
  return (
    <div className="rule-step">
      <b className="num" style={{ minWidth: 16 }}>
        {number}
      </b>
      <Segmented
        value={step.users ? 'people' : 'role'}
        options={[
          { value: 'role', label: t('approvals.roleOf') },
          { value: 'people', label: t('approvals.people') },
        ]}
        onChange={(kind) =>
          onChange(
            kind === 'role' ? { ...step, users: undefined, role: 'manager' } : { ...step, role: undefined, users: [] },
          )
        }
      />
      {step.users ? (
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={step.users}
          placeholder={t('approvals.person')}
          options={(colleagues.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
          onChange={(users) => onChange({ ...step, users })}
          style={{ flex: 1 }}
        />
      ) : (
        <Select value={step.role} options={roles} onChange={(role) => onChange({ ...step, role })} />
      )}
      <Select
        value={step.mode}
        options={MODES.map((mode) => ({ value: mode, label: t(`approvalMode.${mode}`) }))}
        onChange={(mode) => onChange({ ...step, mode, needed: mode === 'SOME' ? (step.needed ?? 2) : undefined })}
      />
      {step.mode === 'SOME' ? (
        <InputNumber
          min={1}
          prefix={t('approvals.needed')}
          value={step.needed}
          onChange={(needed) => onChange({ ...step, needed: needed ?? 1 })}
        />
      ) : null}
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
  );
}
