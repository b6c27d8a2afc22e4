import { Button, Popover, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';
import { type Condition, RecordName } from '../../parts/RecordSelect';
import type { FieldView, TypeView } from './api';
import { FieldInput } from './FieldInput';

function operatorsOf(field: FieldView): string[] {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return ['contains', 'starts', 'eq', 'empty', 'notEmpty'];
    case 'flag':
      return ['eq'];
    case 'choice':
    case 'reference':
    case 'user':
      return ['eq', 'ne', 'empty', 'notEmpty'];
    case 'date':
    case 'instant':
      return ['ge', 'le', 'eq', 'empty', 'notEmpty'];
    case 'integer':
    case 'decimal':
    case 'quantity':
    case 'money':
    case 'price':
    case 'percent':
      return ['eq', 'ge', 'le', 'gt', 'lt', 'ne', 'empty', 'notEmpty'];
    case 'file':
    case 'json':
      return ['empty', 'notEmpty'];
  }
}

interface FilterBuilderProps {
  type: TypeView;
  filter: Condition[];
  onChange: (filter: Condition[]) => void;
}

/** Conditions as chips, and a small builder for the next one. */
export function FilterBuilder({ type, filter, onChange }: FilterBuilderProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const words = (condition: Condition) => {
    const field = type.fields.find((one) => one.name === condition.field);
    const choice = field?.choices.find((one) => one.value === condition.value);
    return {
      label: field?.label ?? condition.field,
      type: field?.referenceType,
      text: choice?.label ?? flag(condition.value, t),
    };
  };
  return (
    <div className="filter-builder">
      {filter.map((condition, index) => {
        const { label, type: reference, text } = words(condition);
        return (
          <Tag
            key={`${condition.field}-${condition.op}-${String(condition.value)}`}
            color="blue"
            closable
            onClose={() => onChange(filter.filter((_, at) => at !== index))}
          >
            {label} {t(`operator.${condition.op}`)}{' '}
            {reference && condition.value ? <RecordName type={reference} id={String(condition.value)} /> : text}
          </Tag>
        );
      })}
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        content={<Builder type={type} onAdd={(condition) => [onChange([...filter, condition]), setOpen(false)]} />}
      >
        <Button type="dashed" icon={<Icon name="filter" size={14} />}>
          {t('record.filter')}
        </Button>
      </Popover>
    </div>
  );
}

function flag(value: unknown, t: (key: string) => string): string {
  if (value === true) return t('common.yes');
  if (value === false) return t('common.no');
  return value === undefined || value === null ? '' : String(value);
}

function Builder({ type, onAdd }: { type: TypeView; onAdd: (condition: Condition) => void }) {
  const { t } = useTranslation();
  const [field, setField] = useState<FieldView | undefined>();
  const [operator, setOperator] = useState('eq');
  const [value, setValue] = useState<unknown>();
  const needsValue = operator !== 'empty' && operator !== 'notEmpty';
  const choose = (name: string) => {
    const next = type.fields.find((one) => one.name === name);
    setField(next);
    setOperator(next ? (operatorsOf(next)[0] ?? 'eq') : 'eq');
    setValue(next?.kind === 'flag' ? true : undefined);
  };
  return (
    <div className="filter-form">
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        value={field?.name}
        placeholder={t('record.field')}
        onChange={choose}
        options={type.fields.map((one) => ({ value: one.name, label: one.label }))}
      />
      {field ? (
        <>
          <Select
            value={operator}
            onChange={setOperator}
            options={operatorsOf(field).map((one) => ({ value: one, label: t(`operator.${one}`) }))}
          />
          {needsValue ? <FieldInput field={{ ...field, readOnly: false }} value={value} onChange={setValue} /> : null}
          <Button
            type="primary"
            disabled={needsValue && (value === undefined || value === null || value === '')}
            onClick={() => onAdd({ field: field.name, op: operator, value: needsValue ? value : undefined })}
          >
            {t('record.addFilter')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
