import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface DayInputProps {
  value?: string | null;
  onChange: (day: string) => void;
  label?: string;
  id?: string;
  disabled?: boolean;
}

/** A day as the plant writes it, 2026-12-18, whatever the browser's own habit is; empty when it is cleared. */
export function DayInput({ value, onChange, label, id, disabled }: DayInputProps) {
  return (
    <DatePicker
      id={id}
      value={value ? dayjs(value) : null}
      format="YYYY-MM-DD"
      aria-label={label}
      disabled={disabled}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
    />
  );
}
