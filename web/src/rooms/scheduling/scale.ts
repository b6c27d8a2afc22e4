import { dayOf } from '../../parts/format';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

/** How time lies on the board: where it begins, and how wide a day is. */
export interface Scale {
  start: number;
  days: number;
  dayWidth: number;
}

/** The first instant of a plant day. */
export function dayStart(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}

export function xOf(scale: Scale, time: number): number {
  return ((time - scale.start) / DAY) * scale.dayWidth;
}

export function timeOf(scale: Scale, x: number): number {
  return scale.start + (x / scale.dayWidth) * DAY;
}

/** A dropped bar starts on a full quarter of an hour, coarser where a day is narrow. */
export function snapped(scale: Scale, time: number): number {
  const step = scale.dayWidth > 400 ? HOUR / 4 : scale.dayWidth > 90 ? HOUR / 2 : HOUR;
  return Math.round(time / step) * step;
}

export interface Tick {
  x: number;
  day: string;
  weekend: boolean;
}

export function dayTicks(scale: Scale): Tick[] {
  return Array.from({ length: scale.days }, (_, index) => {
    const day = dayOf(scale.start + index * DAY);
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    return { x: index * scale.dayWidth, day, weekend: weekday === 0 || weekday === 6 };
  });
}

/** The hours that are written under a day of this width. */
export function hoursFor(dayWidth: number): number[] {
  if (dayWidth > 900) return [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22];
  if (dayWidth > 300) return [4, 8, 12, 16, 20];
  return dayWidth > 110 ? [8, 16] : [];
}
