import { LANE, type Layout } from './layout';
import { type Scale, xOf } from './scale';

/** The way from the end of one bar to the start of the next: across, down, across. */
export function threadPath(layout: Layout, scale: Scale, [from, to]: readonly [string, string]): string {
  const before = layout.byOperation.get(from);
  const after = layout.byOperation.get(to);
  if (!before || !after) return '';
  const x1 = xOf(scale, before.to);
  const x2 = xOf(scale, after.from);
  const y1 = middle(layout, before);
  const y2 = middle(layout, after);
  const turn = x2 > x1 + 12 ? x2 - 6 : x1 + 6;
  const tip = `M${x2 - 4} ${y2 - 3}l4 3-4 3`;
  return `M${x1} ${y1}H${turn}V${y2}H${x2}${tip}`;
}

function middle(layout: Layout, bar: { row: number; lane: number }): number {
  return (layout.rows[bar.row]?.top ?? 0) + bar.lane * LANE + LANE / 2;
}
