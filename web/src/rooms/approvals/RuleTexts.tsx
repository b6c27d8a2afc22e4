import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { quantityText } from '../../parts/format';
import { listColleagues } from './api';
import { branchesOf, type RuleCopy, type RulePeople, type RuleStep, type RuleSubject, type RuleTest } from './rules';

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

/** People of a rule by name: a role's people, or those chosen. */
function useNames() {
  const { t } = useTranslation();
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: listColleagues, staleTime: 60_000 });
  return ({ role, users }: RulePeople) =>
    role
      ? t(`role.${role}`)
      : (users ?? []).map((user) => colleagues.data?.find((one) => one.id === user)?.name ?? user).join(' ');
}

/** A step of a rule in words. */
export function StepText({ step }: { step: RuleStep }) {
  const { t } = useTranslation();
  const names = useNames();
  const branches = branchesOf(step);
  const parallel = branches.length > 1;
  const who = branches.map((branch) => {
    const mode = parallel && branch.mode !== 'ANY' ? t(`approvalMode.${branch.mode}`) : '';
    return `${branch.name ?? names(branch)}${mode ? ` (${mode})` : ''}`;
  });
  const notes = [
    parallel ? t(`approvalJoin.${step.join ?? 'ALL'}`) : '',
    parallel || step.mode === 'ANY' || !step.mode ? '' : t(`approvalMode.${step.mode}`),
    step.hours ? t('approvals.within', { n: step.hours }) : '',
    step.escalate ? t('approvals.raisedTo', { role: t(`role.${step.escalate}`) }) : '',
  ].filter(Boolean);
  return (
    <span>
      <b>{who.join(' + ')}</b>
      {notes.length ? <span className="muted"> {notes.join(' · ')}</span> : null}
    </span>
  );
}

/** Who only reads, in words. */
export function CopiesText({ copies }: { copies: RuleCopy[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const words = copies.map((copy) => `${names(copy)} (${t(`approvalCopy.${copy.when}`)})`);
  return <span className="muted small">{t('approvals.copiesAre', { who: words.join(' · ') })}</span>;
}
