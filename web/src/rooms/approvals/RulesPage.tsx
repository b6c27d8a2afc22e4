import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton } from '../../parts/Feedback';
import { SectionTabs } from '../../shell/SectionTabs';
import { RuleDialog } from './RuleDialog';
import { Condition, CopiesText, StepText } from './RuleTexts';
import { deleteRule, listRules, listSubjects, type Rule, type RuleSubject } from './rules';
import './approvals.css';

/** The administrator says who decides about what, in sentences instead of JSON. */
export function RulesPage() {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Rule>();
  const rules = useQuery({ queryKey: ['approval-rules'], queryFn: listRules, meta: { tables: ['workflow'] } });
  const subjects = useQuery({ queryKey: ['approval-subjects'], queryFn: listSubjects });
  const fresh: Rule = {
    name: '',
    recordType: subjects.data?.[0]?.recordType ?? '',
    any: false,
    tests: [],
    steps: [{ role: 'manager', mode: 'ANY', hours: 24 }],
    copies: [],
    priority: 100,
    active: true,
    complex: false,
  };
  const problem = rules.error ?? subjects.error;
  return (
    <div className="page waiting-page">
      <SectionTabs />
      <header className="page-head">
        <h1>{t('approvals.rules')}</h1>
        <span className="grow" />
        <Button type="primary" disabled={!subjects.data} onClick={() => setEdited(fresh)}>
          {t('approvals.newRule')}
        </Button>
      </header>
      <p className="muted">{t('approvals.rulesHelp')}</p>
      <section className="card">
        {problem ? <ProblemPanel problem={problem} onRetry={() => rules.refetch()} /> : null}
        {rules.isPending ? <RowsSkeleton rows={3} height={80} /> : null}
        {rules.data?.length === 0 ? <EmptyPanel title={t('approvals.always')} /> : null}
        {(rules.data ?? []).map((rule) => (
          <RuleCard key={rule.id} rule={rule} subjects={subjects.data ?? []} onEdit={() => setEdited(rule)} />
        ))}
      </section>
      {edited ? <RuleDialog rule={edited} subjects={subjects.data ?? []} onClose={() => setEdited(undefined)} /> : null}
    </div>
  );
}

function RuleCard({ rule, subjects, onEdit }: { rule: Rule; subjects: RuleSubject[]; onEdit: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const subject = subjects.find((one) => one.recordType === rule.recordType);
  const remove = useMutation({
    mutationFn: () => deleteRule(rule),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['approval-rules'] }),
  });
  return (
    <article className="rule-card">
      <div className="rule-head">
        <b>{rule.name}</b>
        <span className="muted">{subject?.label ?? rule.recordType}</span>
        {rule.active ? null : <Tag>{t('approvals.inactive')}</Tag>}
        <span className="grow" />
        <button type="button" className="link-button" disabled={rule.complex} onClick={onEdit}>
          {t('common.edit')}
        </button>
        <Popconfirm title={t('approvals.deleteAsk')} onConfirm={() => remove.mutate()}>
          <button type="button" className="link-button">
            {t('common.delete')}
          </button>
        </Popconfirm>
      </div>
      <span>
        {rule.complex ? t('approvals.unreadable') : <Condition tests={rule.tests} any={rule.any} subject={subject} />}
      </span>
      <span className="approval-steps">
        {rule.steps.map((step) => (
          <StepText key={JSON.stringify(step)} step={step} />
        ))}
      </span>
      {rule.copies.length ? <CopiesText copies={rule.copies} /> : null}
      <RefusalNote problem={remove.error} />
    </article>
  );
}
