import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Tests } from './RuleParts';
import { Copies, Steps } from './RuleSteps';
import { Condition, CopiesText, StepText } from './RuleTexts';
import { conditionsOf, conditionText, copiesOf, listSubjects, stepsOf } from './rules';

interface InputProps {
  id?: string;
  value?: unknown;
  onChange?: (value: unknown) => void;
}

function useSubjects() {
  return useQuery({ queryKey: ['approval-subjects'], queryFn: listSubjects, staleTime: 60_000 }).data ?? [];
}

/** What is approved, in the record form of a rule. */
export function RuleTypeInput({ id, value, onChange }: InputProps) {
  const { t } = useTranslation();
  const options = useSubjects().map((one) => ({ value: one.recordType, label: one.label }));
  return (
    <Select
      id={id}
      value={value ? String(value) : undefined}
      placeholder={t('approvals.subject')}
      options={options}
      onChange={(chosen) => onChange?.(chosen)}
    />
  );
}

/** The conditions, in the record form of a rule. */
export function RuleConditionInput({ value, onChange }: InputProps) {
  const facts = useSubjects().flatMap((subject) => subject.facts);
  return (
    <div className="approval-form">
      <Tests
        draft={conditionsOf(value)}
        facts={facts}
        onChange={(conditions) => onChange?.(conditionText(conditions, facts))}
      />
    </div>
  );
}

/** What a rule is about, in words. */
export function RuleTypeText({ value }: { value: unknown }) {
  return <>{useSubjects().find((one) => one.recordType === value)?.label ?? String(value)}</>;
}

/** The steps, in the record form of a rule. */
export function RuleStepsInput({ value, onChange }: InputProps) {
  return (
    <div className="approval-form">
      <Steps steps={stepsOf(value)} onChange={(steps) => onChange?.(JSON.stringify(steps))} />
    </div>
  );
}

/** Who only reads, in the record form of a rule. */
export function RuleCopiesInput({ value, onChange }: InputProps) {
  return (
    <div className="approval-form">
      <Copies copies={copiesOf(value)} onChange={(copies) => onChange?.(JSON.stringify(copies))} />
    </div>
  );
}

export function RuleConditionText({ value }: { value: unknown }) {
  const subjects = useSubjects();
  const conditions = conditionsOf(value);
  return <Condition tests={conditions.tests} any={conditions.any} subject={subjects[0]} />;
}

export function RuleStepsText({ value }: { value: unknown }) {
  return (
    <span className="approval-steps">
      {stepsOf(value).map((step) => (
        <StepText key={JSON.stringify(step)} step={step} />
      ))}
    </span>
  );
}

/** Who only reads, in words. */
export function RuleCopiesText({ value }: { value: unknown }) {
  const copies = copiesOf(value);
  return copies.length ? <CopiesText copies={copies} /> : null;
}
