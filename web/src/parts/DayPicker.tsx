import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { DayInputProps } from './DayInput';

/** The calendar behind a {@link DayInput}; fetched when the first one is shown. */
export function DayPicker({ value, onChange, label, id, disabled }: DayInputProps) {
  return (
    <DatePicker
      id={id}
      value={value ? dayjs(value) : null}
      format="YYYY-MM-DD"
      aria-label={label}
      disabled={disabled}
      style={{ width: '100%' }}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
    />
  );
}
