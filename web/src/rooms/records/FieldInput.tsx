import { Input, InputNumber, Select, Switch } from 'antd';
import { DayInput } from '../../parts/DayInput';
import { RecordSelect } from '../../parts/RecordSelect';
import { UserSelect } from '../../parts/UserSelect';
import type { FieldView } from './api';

interface FieldInputProps {
  field: FieldView;
  id?: string;
  value?: unknown;
  onChange?: (value: unknown) => void;
  label?: string;
  autoFocus?: boolean;
}

/** The control that fits a field; works inside a form item. */
export function FieldInput({ field, id, value, onChange, label, autoFocus }: FieldInputProps) {
  const disabled = field.readOnly;
  switch (field.kind) {
    case 'long-text':
      return (
        <Input.TextArea
          id={id}
          rows={3}
          disabled={disabled}
          value={text(value)}
          onChange={(event) => onChange?.(event.target.value)}
        />
      );
    case 'integer':
    case 'decimal':
    case 'quantity':
    case 'money':
    case 'price':
      return (
        <InputNumber
          id={id}
          stringMode
          disabled={disabled}
          value={value === undefined || value === null ? null : String(value)}
          precision={field.kind === 'integer' ? 0 : undefined}
          onChange={(next) => onChange?.(next)}
          style={{ width: '100%' }}
        />
      );
    case 'percent':
      return (
        <InputNumber
          id={id}
          stringMode
          suffix="%"
          disabled={disabled}
          value={value === undefined || value === null ? null : moved(value, 100)}
          onChange={(next) => onChange?.(next === null ? null : moved(next, 0.01))}
          style={{ width: '100%' }}
        />
      );
    case 'date':
      return <DayInput id={id} disabled={disabled} value={text(value)} onChange={(day) => onChange?.(day || null)} />;
    case 'flag':
      return <Switch id={id} disabled={disabled} checked={value === true} onChange={(next) => onChange?.(next)} />;
    case 'choice':
      return (
        <Select
          id={id}
          allowClear={!field.required}
          disabled={disabled}
          value={value ?? undefined}
          onChange={(next: unknown) => onChange?.(next ?? null)}
          options={field.choices.map((choice) => ({ value: choice.value, label: choice.label }))}
        />
      );
    case 'reference':
      return (
        <RecordSelect
          id={id}
          type={field.referenceType ?? ''}
          value={text(value)}
          label={label}
          disabled={disabled}
          byCode={field.byCode}
          onChange={(next) => onChange?.(next ?? null)}
        />
      );
    case 'user':
      return (
        <UserSelect
          id={id}
          value={text(value)}
          label={label}
          disabled={disabled}
          onChange={(next) => onChange?.(next ?? null)}
        />
      );
    case 'json':
      return <JsonInput id={id} value={value} disabled={disabled} onChange={onChange} />;
    case 'text':
    case 'instant':
    case 'file':
      return (
        <Input
          id={id}
          autoFocus={autoFocus}
          disabled={disabled}
          value={text(value)}
          onChange={(event) => onChange?.(event.target.value)}
        />
      );
  }
}

/** A share as hundredths, or back; rounded to what the database keeps. */
function moved(value: unknown, factor: number): string {
  return String(Number((Number(value) * factor).toFixed(8)));
}

function text(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : String(value);
}

function JsonInput({
  id,
  value,
  disabled,
  onChange,
}: Pick<FieldInputProps, 'id' | 'value' | 'onChange'> & { disabled: boolean }) {
  const shown =
    typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value, null, 1);
  const change = (next: string) => {
    try {
      onChange?.(next ? JSON.parse(next) : null);
    } catch {
      onChange?.(next);
    }
  };
  return (
    <Input.TextArea
      id={id}
      rows={4}
      disabled={disabled}
      value={shown}
      onChange={(event) => change(event.target.value)}
      style={{ fontFamily: 'monospace' }}
    />
  );
}
