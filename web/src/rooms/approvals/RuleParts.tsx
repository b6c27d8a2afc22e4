import { Button, Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { operatorsOf, type RuleFact, type RuleTest } from './rules';

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
