import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { DayInputProps } from './DayInput';

/** The calendar behind a {@link DayInput}; fetched when the first one is shown. */
export function DayPicker({ value, onChange, label, id, disabled, min, required }: DayInputProps) {
  return (
    <DatePicker
      id={id}
      value={value ? dayjs(value) : null}
      format="YYYY-MM-DD"
      aria-label={label}
      disabled={disabled}
      minDate={min ? dayjs(min) : undefined}
      allowClear={!required}
      style={{ width: '100%' }}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
    />
  );
}
