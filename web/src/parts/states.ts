import type { LineRow, LineState, Milestone, MilestoneKind } from '../api/lines';
import type { Shape } from './StateShape';

/** The milestones of a line in their order; the list shows all but the last. */
export const KINDS: readonly MilestoneKind[] = [
  'RECEIVED',
  'REVIEWED',
  'CONFIRMED',
  'ENGINEERED',
  'MATERIAL',
  'RELEASED',
  'PRODUCTION',
  'INSPECTED',
  'PACKED',
  'SHIPPED',
  'ACCEPTED',
  'PAID',
];

export const LIST_KINDS = KINDS.slice(0, 11);

const SHAPES: Record<LineState, Shape> = {
  LATE: 'late',
  RISK: 'risk',
  NORMAL: 'normal',
  HOLD: 'hold',
  DONE: 'done',
  CANCELLED: 'idle',
};

/** The shape at the head of a row. */
export function shapeOf(state: LineState): Shape {
  return SHAPES[state];
}

/** The shape of the node where the line stands now. */
export function currentShape(state: LineState): Shape {
  return state === 'NORMAL' ? 'doing' : SHAPES[state];
}

export function futureColour(state: LineState): string {
  if (state === 'LATE') return 'var(--future-late)';
  return state === 'RISK' ? 'var(--future-risk)' : 'var(--future)';
}

export function stateColour(state: LineState): string {
  const colours: Record<LineState, string> = {
    LATE: 'var(--red)',
    RISK: 'var(--amber)',
    NORMAL: 'var(--blue)',
    HOLD: 'var(--grey)',
    DONE: 'var(--green)',
    CANCELLED: 'var(--grey)',
  };
  return colours[state];
}

export function pillFill(state: LineState): string {
  if (state === 'LATE') return 'var(--pill-red)';
  return state === 'RISK' ? 'var(--pill-amber)' : 'var(--pill-blue)';
}

function stillToCome(kind: MilestoneKind): Milestone {
  return { kind, label: '', state: 'FUTURE', lostDays: 0, recovered: false };
}

/** Where the line stands now; a finished one at its end. */
export function stageOf(line: Pick<LineRow, 'milestones'>): MilestoneKind {
  return line.milestones.find((one) => one.state === 'CURRENT')?.kind ?? 'ACCEPTED';
}

/** The milestones in the fixed order; one the server did not send counts as still to come. */
export function inOrder(milestones: readonly Milestone[], kinds: readonly MilestoneKind[]): Milestone[] {
  return kinds.map((kind) => milestones.find((one) => one.kind === kind) ?? stillToCome(kind));
}
