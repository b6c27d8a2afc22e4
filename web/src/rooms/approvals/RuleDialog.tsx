import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, InputNumber, Modal, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '../../parts/Feedback';
import { Tests } from './RuleParts';
import { Copies, Steps } from './RuleSteps';
import { branchesOf, hasPeople, type Rule, type RuleSubject, saveRule } from './rules';

/** Edits one rule: what it is about, when it applies, who decides in which order. */
export function RuleDialog({ rule, subjects, onClose }: { rule: Rule; subjects: RuleSubject[]; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(rule);
  const facts = subjects.find((one) => one.recordType === draft.recordType)?.facts ?? [];
  const save = useMutation({
    mutationFn: () => saveRule(draft, facts),
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: ['approval-rules'] });
    },
  });
  const asks = draft.steps.flatMap(branchesOf);
  const ready =
    draft.name.trim() && draft.recordType && asks.length > 0 && asks.every(hasPeople) && draft.copies.every(hasPeople);
  return (
    <Modal
      open
      width={760}
      title={rule.id ? rule.name : t('approvals.newRule')}
      okText={t('common.save')}
      cancelText={t('common.back')}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={save.isPending}
      onCancel={onClose}
      onOk={() => save.mutate()}
    >
      <div className="approval-form">
        <div className="rule-test">
          <Input
            value={draft.name}
            placeholder={t('approvals.ruleName')}
            style={{ flex: 2 }}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
          <Select
            value={draft.recordType || undefined}
            placeholder={t('approvals.subject')}
            options={subjects.map((one) => ({ value: one.recordType, label: one.label }))}
            onChange={(recordType) => setDraft({ ...draft, recordType, tests: [] })}
          />
          <InputNumber
            prefix={t('approvals.order')}
            value={draft.priority}
            onChange={(priority) => setDraft({ ...draft, priority: priority ?? 100 })}
          />
          <Switch
            checked={draft.active}
            checkedChildren={t('approvals.active')}
            unCheckedChildren={t('approvals.inactive')}
            onChange={(active) => setDraft({ ...draft, active })}
          />
        </div>
        <Tests draft={draft} facts={facts} onChange={(conditions) => setDraft({ ...draft, ...conditions })} />
        <Steps steps={draft.steps} onChange={(steps) => setDraft({ ...draft, steps })} />
        <Copies copies={draft.copies} onChange={(copies) => setDraft({ ...draft, copies })} />
        <RefusalNote problem={save.error} />
      </div>
    </Modal>
  );
}
