import { Button, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { moneyText } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { ROLES } from '../../shell/roles';
import { conditionOf, filterOf, type RuleCondition, type RuleStep, stepsOf } from './rule';
import './workflow.css';

interface RuleInputProps {
  id?: string;
  value?: unknown;
  onChange?: (value: unknown) => void;
}

/** Which records an approval rule asks about. */
export function RuleTypeInput({ id, value, onChange }: RuleInputProps) {
  const { t } = useTranslation();
  return (
    <Select
      id={id}
      value={value === undefined || value === null ? undefined : String(value)}
      onChange={onChange}
      placeholder={t('common.choose')}
      options={[{ value: 'sales-order', label: t('rule.salesOrder') }]}
    />
  );
}

/** From which amount, for which class of order, for which promise the rule applies; nothing given: always. */
export function RuleConditionInput({ id, value, onChange }: RuleInputProps) {
  const { t } = useTranslation();
  const condition = conditionOf(value) ?? {};
  const change = (next: RuleCondition) => onChange?.(filterOf({ ...condition, ...next }));
  return (
    <div className="rule-condition">
      <label>
        {t('rule.amount')}
        <InputNumber
          id={id}
          stringMode
          min="0"
          value={condition.amount ?? null}
          placeholder={t('rule.any')}
          onChange={(amount) => change({ amount: amount ?? undefined })}
          style={{ width: '100%' }}
        />
      </label>
      <label>
        {t('lines.orderClass')}
        <Select
          allowClear
          value={condition.orderClass}
          placeholder={t('rule.any')}
          onChange={(orderClass?: string) => change({ orderClass })}
          options={(['STABLE', 'RUSH'] as const).map((one) => ({ value: one, label: t(`orderClass.${one}`) }))}
        />
      </label>
      <label>
        {t('rule.late')}
        <Select
          allowClear
          value={condition.late}
          placeholder={t('rule.any')}
          onChange={(late?: string) => change({ late })}
          options={(['yes', 'no'] as const).map((one) => ({ value: one, label: t(`common.${one}`) }))}
        />
      </label>
    </div>
  );
}

/** The chain: who is asked, one step after the other. */
export function RuleStepsInput({ id, value, onChange }: RuleInputProps) {
  const { t } = useTranslation();
  const steps = stepsOf(value);
  const change = (index: number, next: Partial<RuleStep>) =>
    onChange?.(steps.map((step, at) => (at === index ? { ...step, ...next } : step)));
  return (
    <div className="rule-steps" id={id}>
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place in the chain
        <div key={index} className="rule-step">
          <b className="muted">{index + 1}</b>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={step.role}
            placeholder={t('rule.who')}
            aria-label={t('rule.who')}
            onChange={(role?: string) => change(index, { role, name: role ? t(`role.${role}`) : undefined })}
            options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
            popupMatchSelectWidth={160}
          />
          <Select
            value={step.mode ?? 'ANY'}
            aria-label={t('rule.mode')}
            onChange={(mode) => change(index, { mode })}
            options={(['ANY', 'ALL'] as const).map((mode) => ({ value: mode, label: t(`ruleMode.${mode}`) }))}
          />
          <InputNumber
            min={1}
            precision={0}
            value={step.hours ?? null}
            suffix={t('rule.hours')}
            placeholder="—"
            aria-label={t('rule.hours')}
            onChange={(hours) => change(index, { hours })}
          />
          <Input
            value={step.name ?? ''}
            placeholder={t('rule.stepName')}
            aria-label={t('rule.stepName')}
            onChange={(event) => change(index, { name: event.target.value })}
          />
          <Button
            type="text"
            icon={<Icon name="trash" />}
            aria-label={t('common.delete')}
            onClick={() => onChange?.(steps.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        type="dashed"
        icon={<Icon name="plus" />}
        onClick={() => onChange?.([...steps, { mode: 'ANY', hours: 24 }])}
      >
        {t('rule.addStep')}
      </Button>
    </div>
  );
}

/** A condition in words. */
export function RuleConditionText({ value }: { value: unknown }) {
  const { t } = useTranslation();
  const condition = conditionOf(value);
  if (!condition) return <>{JSON.stringify(value)}</>;
  const parts = [
    condition.amount ? `${t('rule.amount')} ${moneyText(condition.amount)}` : '',
    condition.orderClass ? `${t('lines.orderClass')}: ${t(`orderClass.${condition.orderClass}`)}` : '',
    condition.late ? `${t('rule.late')}: ${t(`common.${condition.late}`)}` : '',
  ].filter(Boolean);
  return <>{parts.length > 0 ? parts.join(' · ') : t('rule.always')}</>;
}

/** A chain in words: manager (any, 24 h) → finance. */
export function RuleStepsText({ value }: { value: unknown }) {
  const { t } = useTranslation();
  return (
    <>
      {stepsOf(value)
        .map((step) => {
          const who = step.name || (step.role ? t(`role.${step.role}`) : (step.users ?? []).join('、'));
          return `${who} (${t(`ruleMode.${step.mode ?? 'ANY'}`)}${step.hours ? ` · ${step.hours} ${t('rule.hours')}` : ''})`;
        })
        .join(' → ')}
    </>
  );
}
