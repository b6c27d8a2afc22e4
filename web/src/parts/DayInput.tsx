import { Input } from 'antd';
import { lazy, Suspense } from 'react';

export interface DayInputProps {
  value?: string | null;
  onChange: (day: string) => void;
  label?: string;
  id?: string;
  disabled?: boolean;
  /** The earliest day that can be chosen. */
  min?: string;
  /** It cannot be cleared. */
  required?: boolean;
}

const Picker = lazy(async () => ({ default: (await import('./DayPicker')).DayPicker }));

/** A day as the plant writes it, 2026-12-18, whatever the browser's own habit is; empty when it is cleared. */
export function DayInput(props: DayInputProps) {
  return (
    <Suspense fallback={<Input id={props.id} value={props.value ?? ''} aria-label={props.label} readOnly />}>
      <Picker {...props} />
    </Suspense>
  );
}
