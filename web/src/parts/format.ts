import i18next from 'i18next';
import type { Amount } from '../api/lines';

const ZONE = 'Asia/Shanghai';

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function pieces(instant: string | number | Date): Record<string, string> {
  const result: Record<string, string> = {};
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return { year: '—', month: '—', day: '—', hour: '—', minute: '—' };
  for (const part of parts.formatToParts(date)) result[part.type] = part.value;
  return result;
}

/** The plant's day of a date or an instant: `2026-12-18`. */
export function dayOf(value: string | number | Date): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const piece = pieces(value);
  return `${piece.year}-${piece.month}-${piece.day}`;
}

export function today(): string {
  return dayOf(Date.now());
}

/** `12-18`, as the plant writes a date; the year only when it is not near. */
export function dayMonth(value: string | null | undefined): string {
  if (!value) return '—';
  const day = dayOf(value);
  return Math.abs(daysBetween(today(), day)) > 330 ? day : day.slice(5);
}

/** `09:48` in the plant's zone. */
export function clockTime(value: string | number | Date): string {
  const piece = pieces(value);
  return `${piece.hour}:${piece.minute}`;
}

/** The time if it is today, 昨天 if yesterday, otherwise the day. */
export function when(value: string): string {
  const distance = daysBetween(dayOf(value), today());
  if (distance === 0) return value.length > 10 ? clockTime(value) : i18next.t('common.today');
  if (distance === 1) return i18next.t('common.yesterday');
  return dayMonth(value);
}

/** Day and time: `11-25 20:00`. */
export function dayTime(value: string | null | undefined): string {
  if (!value) return '—';
  return value.length > 10 ? `${dayMonth(value)} ${clockTime(value)}` : dayMonth(value);
}

/** Whole days from one plant day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The plant day that many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** 周五 or Fri. */
export function weekday(value: string): string {
  const date = new Date(`${dayOf(value)}T12:00:00Z`);
  return new Intl.DateTimeFormat(i18next.language, { weekday: 'short', timeZone: 'UTC' }).format(date);
}

/** A decimal as people write it: thousands grouped, no trailing zeros, never rounded away from what was sent. */
export function quantityText(value: Amount | null | undefined): string {
  if (value === null || value === undefined || value === '') return '—';
  const text = String(value);
  const [whole = '0', fraction = ''] = text.split('.');
  const kept = fraction.replace(/0+$/, '');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return kept ? `${grouped}.${kept}` : grouped;
}

/** Money with two decimals. */
export function moneyText(value: Amount | null | undefined): string {
  if (value === null || value === undefined || value === '') return '—';
  return Number(value).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** The plant's word for a unit; an unknown unit is shown as it came. */
export function unitText(unit: string | null | undefined): string {
  if (!unit) return '';
  const key = `unit.${unit}`;
  return i18next.exists(key) ? i18next.t(key) : unit;
}

/**
 * A text that was kept without a language, `14 C62 → 7 C62`, `2026-12-08 → 2026-12-13`: units by their names, days as the
 * plant writes them.
 */
export function plainText(text: string): string {
  return text
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dayMonth(day))
    .replace(/(\d) ([A-Z][A-Z0-9]{1,2})\b/g, (_, digit, unit) => `${digit} ${unitText(unit)}`);
}

/** `6 分`, `1.2 时`, `0.5 天`: how long a hand-over took. */
export function durationText(minutes: number): string {
  if (minutes < 60) return i18next.t('common.minutes', { n: Math.round(minutes) });
  if (minutes < 60 * 10) return i18next.t('common.hours', { n: trim(minutes / 60) });
  return i18next.t('common.days', { n: trim(minutes / 60 / 24) });
}

function trim(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}

/** `+3` or `−2`, with a real minus sign. */
export function signed(days: number): string {
  const size = trim(Math.abs(days));
  return days < 0 ? `−${size}` : `+${size}`;
}

/** The sign under which a person is recognised: the family name, or an initial. */
export function initial(name: string | null | undefined): string {
  return (name ?? '').trim().slice(0, 1).toUpperCase() || '?';
}

/** `1103-004/1`: the number of an order as the plant speaks of it, without its letters and the century. */
export function shortNumber(number: string): string {
  return number.replace(/^[A-Z]+-(?:20\d{2})?/, '');
}

/** The name of a product beside its drawing number: a number that the name repeats is said once. */
export function productName(name: string, drawing: string | null | undefined): string {
  const last = name.slice(name.lastIndexOf(' ') + 1);
  const repeats = last !== name && last.length > 2 && drawing?.startsWith(last);
  return repeats ? name.slice(0, name.length - last.length).trimEnd() : name;
}
