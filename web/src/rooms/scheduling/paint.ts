import { type BoardRow, dailyLoad, LANE, type Layout, type PlacedBar, rowAt, type Tone } from './layout';
import { DAY, dayTicks, type Scale, xOf } from './scale';

/** What is drawn: the part of the board that is seen, and what stands out in it. */
export interface Scene {
  layout: Layout;
  scale: Scale;
  width: number;
  height: number;
  scrollLeft: number;
  scrollTop: number;
  now: number;
  frozenUntil: number;
  selected?: string;
  thread: ReadonlySet<string>;
  /** Null: nothing is searched for, every bar is lit. */
  lit: ReadonlySet<string> | null;
  /** The operation that is being moved is drawn as a shadow of itself. */
  lifted?: string;
}

export interface Palette {
  fill: Record<Tone, string>;
  edge: Record<Tone, string>;
  ink: string;
  closed: string;
  line: string;
  blue: string;
  frozen: string;
  hatch: string;
  surface: string;
  font: string;
}

const NAMES: Record<Tone, string> = { late: 'late', risk: 'risk', normal: 'normal', running: 'running', done: 'done' };

/** The colours of the theme that is on. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const tones = (prefix: string) =>
    Object.fromEntries(
      Object.entries(NAMES).map(([tone, name]) => [tone, colour(`--bar-${name}-${prefix}`)]),
    ) as Record<Tone, string>;
  return {
    fill: tones('fill'),
    edge: tones('edge'),
    ink: colour('--ink'),
    closed: colour('--bar-closed'),
    line: colour('--row-line'),
    blue: colour('--blue'),
    frozen: colour('--bar-frozen'),
    hatch: colour('--bar-hatch'),
    surface: colour('--surface'),
    font: colour('--font'),
  };
}

const BAR_TOP = 4;
const BAR_HEIGHT = LANE - 8;

/** Draws what is in view; a few milliseconds for ten thousand bars. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, palette: Palette): void {
  const { layout, width, height, scrollTop, scrollLeft } = scene;
  context.clearRect(0, 0, width, height);
  context.save();
  context.translate(-scrollLeft, -scrollTop);
  context.font = `11px ${palette.font}`;
  context.textBaseline = 'middle';
  const first = rowAt(layout, scrollTop);
  for (let index = first; index < layout.rows.length; index++) {
    const row = layout.rows[index] as BoardRow;
    if (row.top > scrollTop + height) break;
    ground(context, scene, palette, row);
    if (row.folded) folded(context, scene, palette, row);
    else for (const bar of row.bars) seen(context, scene, palette, row, bar);
  }
  grid(context, scene, palette);
  context.restore();
}

function ground(context: CanvasRenderingContext2D, scene: Scene, palette: Palette, row: BoardRow) {
  const { scale, scrollLeft, width } = scene;
  context.fillStyle = palette.closed;
  for (const gap of row.closed) {
    const x = xOf(scale, gap.from);
    const end = xOf(scale, gap.to);
    if (end < scrollLeft || x > scrollLeft + width) continue;
    context.fillRect(x, row.top, end - x, row.height);
  }
  context.fillStyle = palette.line;
  context.fillRect(scrollLeft, row.top + row.height - 1, width, 1);
}

function seen(context: CanvasRenderingContext2D, scene: Scene, palette: Palette, row: BoardRow, bar: PlacedBar) {
  const left = xOf(scene.scale, bar.from);
  const right = xOf(scene.scale, bar.to);
  if (right < scene.scrollLeft || left > scene.scrollLeft + scene.width) return;
  const dim = scene.lit !== null && !scene.lit.has(bar.bar.operationId);
  const lifted = scene.lifted === bar.bar.operationId;
  context.globalAlpha = lifted ? 0.35 : dim ? 0.2 : 1;
  drawBar(context, scene, palette, bar, row.top + bar.lane * LANE + BAR_TOP);
  context.globalAlpha = 1;
}

function drawBar(context: CanvasRenderingContext2D, scene: Scene, palette: Palette, bar: PlacedBar, y: number) {
  const { scale } = scene;
  const { tone } = bar;
  const outlined = scene.selected === bar.bar.operationId || scene.thread.has(bar.bar.operationId);
  const left = xOf(scale, bar.from);
  const right = xOf(scale, bar.to);
  if (right - left < 3) {
    context.fillStyle = outlined ? palette.blue : palette.edge[tone];
    context.fillRect(left, y, Math.max(1.5, right - left), BAR_HEIGHT);
    return;
  }
  const whole = bar.pieces.length === 1 || scale.dayWidth < 30;
  const pieces = whole ? [{ from: bar.from, to: bar.to }] : bar.pieces;
  if (!whole) {
    context.fillStyle = palette.edge[tone];
    context.fillRect(left, y + BAR_HEIGHT / 2 - 0.75, right - left, 1.5);
  }
  let widest = { x: left, width: 0 };
  for (const piece of pieces) {
    const x = xOf(scale, piece.from);
    const width = Math.max(1.5, xOf(scale, piece.to) - x - 1);
    if (width > widest.width) widest = { x, width };
    context.beginPath();
    context.roundRect(x + 0.5, y + 0.5, Math.max(1, width - 0.5), BAR_HEIGHT - 1, Math.min(3, width / 2));
    context.fillStyle = palette.fill[tone];
    context.fill();
    context.strokeStyle = outlined ? palette.blue : palette.edge[tone];
    context.lineWidth = outlined ? 2 : 1.2;
    context.stroke();
  }
  const setup = xOf(scale, bar.setupTo) - left;
  if (setup > 3) hatch(context, palette, left + 1, y + 1, Math.min(setup, right - left) - 1, BAR_HEIGHT - 2);
  label(context, scene, palette, bar, widest, y);
}

function hatch(
  context: CanvasRenderingContext2D,
  palette: Palette,
  x: number,
  y: number,
  width: number,
  height: number,
) {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.strokeStyle = palette.hatch;
  context.lineWidth = 1;
  context.beginPath();
  for (let at = x - height; at < x + width; at += 4) {
    context.moveTo(at, y + height);
    context.lineTo(at + height, y);
  }
  context.stroke();
  context.restore();
}

function label(
  context: CanvasRenderingContext2D,
  scene: Scene,
  palette: Palette,
  bar: PlacedBar,
  piece: { x: number; width: number },
  y: number,
) {
  const right = piece.x + piece.width;
  let x = Math.max(piece.x, scene.scrollLeft) + 5;
  const middle = y + BAR_HEIGHT / 2 + 0.5;
  if (bar.tone === 'late' || bar.tone === 'risk') {
    if (right - x < 12) return;
    mark(context, palette, bar.tone, x + 4, middle - 0.5);
    x += 12;
  }
  const text = fitting(bar.label, right - x - 4);
  if (!text) return;
  context.fillStyle = palette.ink;
  context.fillText(text, x, middle);
}

function mark(context: CanvasRenderingContext2D, palette: Palette, tone: Tone, x: number, y: number) {
  context.fillStyle = palette.edge[tone];
  context.beginPath();
  context.moveTo(x, y - 4.5);
  if (tone === 'late') {
    context.lineTo(x + 4.5, y);
    context.lineTo(x, y + 4.5);
    context.lineTo(x - 4.5, y);
  } else {
    context.lineTo(x + 4.5, y + 3.8);
    context.lineTo(x - 4.5, y + 3.8);
  }
  context.fill();
}

const fitted = new Map<string, string>();

/** The text, its name part alone, or nothing, by how much room there is; widths are estimated, never measured. */
export function fitting(text: string, room: number): string {
  if (room < 18) return '';
  const key = `${text}|${Math.floor(room / 6)}`;
  const known = fitted.get(key);
  if (known !== undefined) return known;
  const short = text.slice(0, text.indexOf(' '));
  let result = '';
  if (widthOf(text) <= room) result = text;
  else if (room > widthOf(short) + 24) result = cut(text, room);
  else if (widthOf(short) <= room) result = short;
  if (fitted.size > 20_000) fitted.clear();
  fitted.set(key, result);
  return result;
}

function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign.charCodeAt(0) > 0x2e80 ? 11 : 6.4;
  return width;
}

function cut(text: string, room: number): string {
  let width = 0;
  let result = '';
  for (const sign of text) {
    width += sign.charCodeAt(0) > 0x2e80 ? 11 : 6.4;
    if (width > room - 8) return `${result.trimEnd()}…`;
    result += sign;
  }
  return result;
}

function folded(context: CanvasRenderingContext2D, scene: Scene, palette: Palette, row: BoardRow) {
  const { scale } = scene;
  dailyLoad([row], scale.start, scale.days).forEach(({ booked, open }, index) => {
    const share = open > 0 ? booked / open : 0;
    if (share <= 0) return;
    const over = share > 1;
    const height = Math.min(1, share) * (LANE - 8);
    context.fillStyle = palette.fill[over ? 'late' : share > 0.95 ? 'risk' : 'running'];
    const x = xOf(scale, scale.start + index * DAY);
    context.fillRect(x + 1, row.top + LANE - 4 - height, scale.dayWidth - 2, height);
    if (scale.dayWidth < 34) return;
    context.fillStyle = palette.ink;
    context.fillText(`${Math.round(share * 100)}%`, x + 6, row.top + LANE / 2);
  });
}

function grid(context: CanvasRenderingContext2D, scene: Scene, palette: Palette) {
  const { scale, layout, scrollTop, height, now, frozenUntil } = scene;
  const bottom = Math.min(layout.height, scrollTop + height);
  context.fillStyle = palette.line;
  for (const tick of dayTicks(scale)) context.fillRect(tick.x, scrollTop, 1, bottom - scrollTop);
  const from = xOf(scale, now);
  const to = xOf(scale, frozenUntil);
  context.fillStyle = palette.frozen;
  context.fillRect(from, scrollTop, to - from, bottom - scrollTop);
  context.strokeStyle = palette.ink;
  context.lineWidth = 1;
  context.setLineDash([4, 3]);
  context.beginPath();
  context.moveTo(to, scrollTop);
  context.lineTo(to, bottom);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = palette.blue;
  context.fillRect(from - 1, scrollTop, 2, bottom - scrollTop);
}
