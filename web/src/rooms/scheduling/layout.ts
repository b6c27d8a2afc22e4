import { shortNumber } from '../../parts/format';
import type { Bar, Board, MachineRow } from './api';

/** A stretch of time in epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
}

export type Tone = 'late' | 'risk' | 'normal' | 'running' | 'done';

/** A bar where it stands: its row, the open stretches it fills, and what is written on it. */
export interface PlacedBar extends Span {
  bar: Bar;
  row: number;
  lane: number;
  pieces: Span[];
  setupTo: number;
  tone: Tone;
  label: string;
}

/** One line of the board: a machine, or a whole work centre folded to its load. */
export interface BoardRow {
  id: string;
  folded: boolean;
  machine: MachineRow;
  centre: Centre;
  /** The first row of its centre carries the centre's name. */
  first: boolean;
  top: number;
  height: number;
  bars: PlacedBar[];
  closed: Span[];
}

export interface Centre {
  id: string;
  name: string;
  load: number;
  rows: number;
}

export interface Layout {
  rows: BoardRow[];
  height: number;
  byOperation: Map<string, PlacedBar>;
  byRowId: Map<string, number>;
}

export const LANE = 30;
const GROUP_GAP = 6;
const MOST_LANES = 6;
const DAY = 86_400_000;

/** Machines in the order of their centres; a folded centre is one row. Without `centre` all of them. */
export function layOut(board: Board, centre: string | null, folded: ReadonlySet<string>): Layout {
  const tones = tonesOf(board.bars);
  const barsOf = group(board.bars, (bar) => bar.machineId ?? bar.workCentreId);
  const closedOf = group(board.closed, (gap) => gap.machineId);
  const layout: Layout = { rows: [], height: 0, byOperation: new Map(), byRowId: new Map() };
  for (const machines of group(board.machines, (machine) => machine.workCentreId).values()) {
    const first = machines[0];
    if (!first || (centre && first.workCentreId !== centre)) continue;
    const load = machines.reduce((sum, machine) => sum + machine.load, 0) / machines.length;
    const fold = folded.has(first.workCentreId);
    const one: Centre = { id: first.workCentreId, name: first.workCentre, load, rows: machines.length };
    if (layout.rows.length > 0) layout.height += GROUP_GAP;
    (fold ? [first] : machines).forEach((machine, index) => {
      const closed = (closedOf.get(machine.id) ?? []).map(({ from, to }) => ({
        from: Date.parse(from),
        to: Date.parse(to),
      }));
      const bars = fold ? machines.flatMap((each) => barsOf.get(each.id) ?? []) : (barsOf.get(machine.id) ?? []);
      addRow(layout, { machine, centre: one, first: index === 0, folded: fold, closed }, bars, tones);
    });
  }
  return layout;
}

type NewRow = Pick<BoardRow, 'machine' | 'centre' | 'first' | 'folded' | 'closed'>;

function addRow(layout: Layout, row: NewRow, bars: Bar[], tones: Map<string, Tone>) {
  const index = layout.rows.length;
  const id = row.folded ? row.centre.id : row.machine.id;
  const placed = bars.map((bar) => place(bar, index, row.closed, tones)).sort((one, other) => one.from - other.from);
  const lanes = row.folded ? 1 : spread(placed);
  layout.rows.push({ ...row, id, top: layout.height, height: lanes * LANE, bars: placed });
  layout.byRowId.set(id, index);
  layout.height += lanes * LANE;
  for (const bar of placed) layout.byOperation.set(bar.bar.operationId, bar);
}

function place(bar: Bar, row: number, closed: Span[], tones: Map<string, Tone>): PlacedBar {
  const from = Date.parse(bar.start);
  const to = Date.parse(bar.end);
  const pieces = openPieces(from, to, closed);
  const tone = bar.state === 'DONE' ? 'done' : (tones.get(bar.workOrderId) ?? 'normal');
  return {
    bar,
    from,
    to,
    row,
    lane: 0,
    pieces,
    setupTo: Math.min(to, from + bar.setupMinutes * 60_000),
    tone: tone === 'normal' && bar.state === 'RUNNING' ? 'running' : tone,
    label: `${numberOf(bar)} ${bar.itemName || bar.item}`,
  };
}

/** The stretches of a bar in which its machine works; the whole bar if it never does. */
export function openPieces(from: number, to: number, closed: Span[]): Span[] {
  const pieces: Span[] = [];
  let at = from;
  for (const gap of closed) {
    if (gap.to <= at) continue;
    if (gap.from >= to) break;
    if (gap.from > at) pieces.push({ from: at, to: gap.from });
    at = Math.max(at, gap.to);
  }
  if (at < to) pieces.push({ from: at, to });
  return pieces.length > 0 ? pieces : [{ from, to }];
}

/** Parallel work in one row stands in lanes; returns how many. */
function spread(bars: PlacedBar[]): number {
  const ends: number[] = [];
  for (const bar of bars) {
    let lane = ends.findIndex((end) => end <= bar.from);
    if (lane < 0) lane = ends.length < MOST_LANES ? ends.length : MOST_LANES - 1;
    ends[lane] = Math.max(ends[lane] ?? 0, bar.to);
    bar.lane = lane;
  }
  return Math.max(1, ends.length);
}

/** An order that ends after its date is late in all its bars; one that ends a day before it is at risk. */
function tonesOf(bars: Bar[]): Map<string, Tone> {
  const tones = new Map<string, Tone>();
  for (const [order, ofOrder] of group(bars, (bar) => bar.workOrderId)) {
    const due = ofOrder[0]?.due;
    const end = Math.max(...ofOrder.map((bar) => Date.parse(bar.end)));
    if (ofOrder.some((bar) => bar.late)) tones.set(order, 'late');
    else if (due && Date.parse(`${due}T00:00:00+08:00`) - end < 0) tones.set(order, 'risk');
  }
  return tones;
}

/** The order a bar is for; the work order where there is none. */
export function numberOf(bar: Bar): string {
  return shortNumber(bar.order ?? bar.workOrder);
}

function group<T>(things: readonly T[], key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const name = key(thing);
    const known = groups.get(name);
    if (known) known.push(thing);
    else groups.set(name, [thing]);
  }
  return groups;
}

/** Booked and open milliseconds of one day. */
export interface DayLoad {
  booked: number;
  open: number;
}

/** How full the rows are day by day, from the day of `start` on. */
export function dailyLoad(rows: readonly BoardRow[], start: number, days: number): DayLoad[] {
  const loads = Array.from({ length: days }, (): DayLoad => ({ booked: 0, open: 0 }));
  const spread = (span: Span, add: (load: DayLoad, time: number) => void) => {
    const last = Math.min(days - 1, Math.floor((span.to - 1 - start) / DAY));
    for (let day = Math.max(0, Math.floor((span.from - start) / DAY)); day <= last; day++) {
      const from = start + day * DAY;
      add(loads[day] as DayLoad, Math.max(0, Math.min(span.to, from + DAY) - Math.max(span.from, from)));
    }
  };
  for (const row of rows) {
    const machines = row.folded ? row.centre.rows : 1;
    for (const load of loads) load.open += DAY * machines;
    for (const gap of row.closed) {
      spread(gap, (load, time) => {
        load.open -= time * machines;
      });
    }
    for (const bar of row.bars) {
      for (const piece of bar.pieces) {
        spread(piece, (load, time) => {
          load.booked += time;
        });
      }
    }
  }
  return loads;
}

/** The row at this height of the board. */
export function rowAt(layout: Layout, y: number): number {
  let low = 0;
  let high = layout.rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((layout.rows[middle]?.top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The bar under a point of the board. */
export function barAt(layout: Layout, y: number, time: number, slack: number): PlacedBar | undefined {
  const row = layout.rows[rowAt(layout, y)];
  if (!row || row.folded) return undefined;
  const lane = Math.floor((y - row.top) / LANE);
  return row.bars.findLast((bar) => bar.lane === lane && bar.from - slack <= time && time <= bar.to + slack);
}
