import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { quantityText } from '../../parts/format';
import { listColleagues } from './api';
import type { RuleStep, RuleSubject, RuleTest } from './rules';

/** The conditions of a rule in words. */
export function Condition({ tests, any, subject }: { tests: RuleTest[]; any: boolean; subject?: RuleSubject }) {
  const { t } = useTranslation();
  if (tests.length === 0) return t('approvals.always');
  const words = tests.map((test) => {
    const fact = subject?.facts.find((one) => one.name === test.field);
    const choice = fact?.choices.find((one) => one.value === test.value)?.label;
    const value = choice ?? (fact?.kind === 'price' ? quantityText(test.value) : test.value);
    return `${fact?.label ?? test.field} ${t(`ruleOp.${test.op}`)} ${value}`;
  });
  return `${tests.length > 1 ? `${t(any ? 'approvals.any' : 'approvals.all')}：` : ''}${words.join(' · ')}`;
}

/** A step of a rule in words. */
export function StepText({ step }: { step: RuleStep }) {
  const { t } = useTranslation();
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: listColleagues, staleTime: 60_000 });
  const people = (step.users ?? [])
    .map((user) => colleagues.data?.find((one) => one.id === user)?.name ?? user)
    .join(' ');
  const who = step.name ?? (step.role ? t(`role.${step.role}`) : people);
  const notes = [
    step.mode === 'ANY' ? '' : t(`approvalMode.${step.mode}`),
    step.hours ? t('approvals.within', { n: step.hours }) : '',
    step.escalate ? t('approvals.raisedTo', { role: t(`role.${step.escalate}`) }) : '',
  ].filter(Boolean);
  return (
    <span>
      <b>{who}</b>
      {notes.length ? <span className="muted"> {notes.join(' · ')}</span> : null}
    </span>
  );
}
