import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../../shell/appearance';
import { AxisHead } from './AxisHead';
import { type Bar, type Board, causeOf } from './api';
import { LoadStrip } from './LoadStrip';
import { type BoardRow, barAt, LANE, type Layout, rowAt } from './layout';
import { MachineColumn } from './MachineColumn';
import { paint, readPalette, type Scene } from './paint';
import { HOUR, type Scale, snapped, timeOf, xOf } from './scale';
import { threadPath } from './thread';

/** Where a bar is being put: not yet written. */
export interface Proposal {
  bar: Bar;
  machineId: string;
  start: number;
}

interface GanttBoardProps {
  board: Board;
  layout: Layout;
  scale: Scale;
  now: number;
  lit: ReadonlySet<string> | null;
  selected: Bar | null;
  proposal: Proposal | null;
  /** What the ghost says: the gain or loss, or why not. */
  verdict: { text: string; bad: boolean } | null;
  onSelect: (bar: Bar | null) => void;
  onPropose: (proposal: Proposal | null) => void;
  onConfirm: () => void;
  onFold: (centre: string) => void;
  onZoom: (factor: number) => void;
}

const DRAG_FROM = 4;

/** The board: machines down, time across; made for ten thousand bars, of which only those in view are drawn. */
export function GanttBoard(props: GanttBoardProps) {
  const { t } = useTranslation();
  const { appearance } = useAppearance();
  const { layout, scale, selected, proposal, board } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [view, setView] = useState({ left: 0, top: 0, width: 0, height: 0 });
  const thread = useMemo(() => threadOf(layout, selected), [layout, selected]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours change with the theme
  const palette = useMemo(() => readPalette(), [appearance]);
  const threads = useMemo(
    () => (
      <svg className="board-thread" width={scale.days * scale.dayWidth} height={layout.height} aria-hidden="true">
        {thread.links.map((link) => (
          <path key={`${link[0]}-${link[1]}`} d={threadPath(layout, scale, link)} />
        ))}
      </svg>
    ),
    [thread, layout, scale],
  );
  const drag = useDrag(props, scroller);
  useView(scroller, setView);
  useAnchoredZoom(scroller, scale, props.now);
  useWheelZoom(scroller, props.onZoom);
  useReveal(scroller, layout, scale, selected);

  const scene: Scene = {
    layout,
    scale,
    width: view.width,
    height: view.height,
    scrollLeft: view.left,
    scrollTop: view.top,
    now: props.now,
    frozenUntil: Date.parse(board.frozenUntil),
    selected: selected?.operationId,
    thread: thread.operations,
    lit: props.lit,
    lifted: proposal?.bar.operationId,
  };
  useLayoutEffect(() => {
    const place = canvas.current;
    const context = place?.getContext('2d');
    if (!place || !context || view.width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(view.width * ratio), Math.round(view.height * ratio)];
    if (place.width !== width || place.height !== height) Object.assign(place, { width, height });
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint(context, scene, palette);
  });

  return (
    <div className="board">
      <div className="board-corner muted small">
        <span>{t('schedule.centre')}</span>
        <span>{t('schedule.machine')}</span>
        <span>{t('schedule.load')}</span>
      </div>
      <AxisHead scale={scale} left={view.left} now={props.now} frozenUntil={scene.frozenUntil} />
      <MachineColumn layout={layout} top={view.top} target={proposal?.machineId} onFold={props.onFold} />
      <div
        ref={scroller}
        className="board-scroll"
        role="application"
        aria-label={t('schedule.boardLabel')}
        aria-describedby="board-spoken"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the board takes the keys that move a bar
        tabIndex={0}
        onKeyDown={(event) => onKey(event, props)}
        {...drag}
      >
        <div style={{ width: scale.days * scale.dayWidth, height: layout.height }} className="board-sheet">
          <canvas ref={canvas} style={{ width: view.width, height: view.height }} />
          {threads}
          {proposal ? <Ghost {...props} proposal={proposal} /> : null}
        </div>
      </div>
      <LoadStrip layout={layout} scale={scale} left={view.left} centre={selected?.workCentreId} />
      <span id="board-spoken" className="only-spoken" aria-live="polite">
        {selected
          ? `${selected.workOrder} ${selected.sequence} ${selected.operation} ${props.verdict?.text ?? ''}`
          : ''}
      </span>
    </div>
  );
}

/** Follows what of the sheet is in view. */
function useView(
  scroller: React.RefObject<HTMLDivElement | null>,
  setView: (view: { left: number; top: number; width: number; height: number }) => void,
) {
  useEffect(() => {
    const place = scroller.current;
    if (!place) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      setView({
        left: place.scrollLeft,
        top: place.scrollTop,
        width: place.clientWidth,
        height: place.clientHeight,
      });
    };
    const later = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    const resized = new ResizeObserver(later);
    resized.observe(place);
    place.addEventListener('scroll', later, { passive: true });
    return () => {
      resized.disconnect();
      place.removeEventListener('scroll', later);
      cancelAnimationFrame(frame);
    };
  }, [scroller, setView]);
}

/** The instant in the middle stays in the middle when days become wider; the board opens a little before now. */
function useAnchoredZoom(scroller: React.RefObject<HTMLDivElement | null>, scale: Scale, now: number) {
  const before = useRef<Scale | null>(null);
  useLayoutEffect(() => {
    const place = scroller.current;
    const old = before.current;
    before.current = scale;
    if (!place) return;
    if (!old || old.start !== scale.start) {
      place.scrollLeft = now > scale.start ? Math.max(0, xOf(scale, now) - place.clientWidth * 0.08) : 0;
    } else if (old.dayWidth !== scale.dayWidth) {
      const middle = timeOf(old, place.scrollLeft + place.clientWidth / 2);
      place.scrollLeft = xOf(scale, middle) - place.clientWidth / 2;
    }
  }, [scroller, scale, now]);
}

/** Ctrl and the wheel, or two fingers, make days wider or narrower. */
function useWheelZoom(scroller: React.RefObject<HTMLDivElement | null>, zoom: (factor: number) => void) {
  useEffect(() => {
    const place = scroller.current;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2);
    };
    place?.addEventListener('wheel', turn, { passive: false });
    return () => place?.removeEventListener('wheel', turn);
  }, [scroller, zoom]);
}

/** Brings a bar that was chosen elsewhere into view. */
function useReveal(
  scroller: React.RefObject<HTMLDivElement | null>,
  layout: Layout,
  scale: Scale,
  selected: Bar | null,
) {
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => {
    const place = scroller.current;
    const bar = selected ? layout.byOperation.get(selected.operationId) : undefined;
    if (!place || !bar || shown.current === selected?.operationId) return;
    shown.current = selected?.operationId;
    const row = layout.rows[bar.row];
    const x = xOf(scale, bar.from);
    if (x < place.scrollLeft || x > place.scrollLeft + place.clientWidth - 60) place.scrollLeft = x - 120;
    const top = row?.top ?? 0;
    if (top < place.scrollTop || top > place.scrollTop + place.clientHeight - LANE) place.scrollTop = top - 90;
  }, [scroller, layout, scale, selected]);
}

interface Grip {
  x: number;
  y: number;
  bar: Bar;
  offset: number;
  moving: boolean;
}

/** Press, pull, let go: a pulled bar becomes a proposal; a pressed one is chosen. */
function useDrag(props: GanttBoardProps, scroller: React.RefObject<HTMLDivElement | null>) {
  const grip = useRef<Grip | null>(null);
  const { layout, scale } = props;
  const point = (event: PointerEvent) => {
    const place = scroller.current;
    const box = place?.getBoundingClientRect();
    if (!place || !box) return { x: 0, y: 0 };
    return { x: event.clientX - box.left + place.scrollLeft, y: event.clientY - box.top + place.scrollTop };
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      if (event.button !== 0) return;
      const { x, y } = point(event);
      const hit = barAt(layout, y, timeOf(scale, x), (3 / scale.dayWidth) * 24 * HOUR);
      grip.current = hit ? { x, y, bar: hit.bar, offset: timeOf(scale, x) - hit.from, moving: false } : null;
      if (!hit && !(event.target as Element).closest('.ghost')) props.onSelect(null);
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      const held = grip.current;
      const { x, y } = point(event);
      if (!held) {
        const over = barAt(layout, y, timeOf(scale, x), 0);
        event.currentTarget.style.cursor = over ? 'grab' : '';
        event.currentTarget.title = over ? spoken(over.bar) : '';
        return;
      }
      if (!held.moving && Math.hypot(x - held.x, y - held.y) < DRAG_FROM) return;
      if (!held.moving) {
        held.moving = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        props.onSelect(held.bar);
      }
      const row = layout.rows[rowAt(layout, y)] as BoardRow;
      props.onPropose({
        bar: held.bar,
        machineId: row.folded ? (held.bar.machineId ?? row.machine.id) : row.machine.id,
        start: Math.max(props.now, snapped(scale, timeOf(scale, x) - held.offset)),
      });
    },
    onPointerUp: () => {
      const held = grip.current;
      grip.current = null;
      if (held && !held.moving) {
        props.onPropose(null);
        props.onSelect(held.bar);
      }
    },
  };
}

function spoken(bar: Bar): string {
  return `${bar.order ?? bar.workOrder} · ${bar.itemName || bar.item} · ${bar.sequence} ${bar.operation}`;
}

/** Arrows move the chosen bar, Alt and up or down change its machine, Enter puts it there, Esc puts it back. */
function onKey(event: KeyboardEvent, props: GanttBoardProps) {
  const { layout, selected, proposal } = props;
  const placed = selected ? layout.byOperation.get(selected.operationId) : undefined;
  if (event.key === 'Escape') {
    if (proposal) props.onPropose(null);
    else props.onSelect(null);
    return;
  }
  if (event.key === 'Enter' && proposal) {
    props.onConfirm();
    return;
  }
  if (!event.key.startsWith('Arrow')) return;
  event.preventDefault();
  if (!selected || !placed) {
    const first = layout.rows.find((row) => row.bars.length > 0 && !row.folded);
    if (first?.bars[0]) props.onSelect(first.bars[0].bar);
    return;
  }
  const here = proposal ?? { bar: selected, machineId: rowId(layout, placed.row), start: placed.from };
  const vertical = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  if (vertical !== 0 && !event.altKey) return step(props, placed.row + vertical, placed.from);
  if (vertical !== 0) {
    const row = layout.rows[(layout.byRowId.get(here.machineId) ?? placed.row) + vertical];
    if (row && !row.folded) props.onPropose({ ...here, machineId: row.machine.id });
    return;
  }
  const pace = (event.shiftKey ? 8 : 0.5) * HOUR * (event.key === 'ArrowLeft' ? -1 : 1);
  props.onPropose({ ...here, start: Math.max(props.now, snapped(props.scale, here.start + pace)) });
}

function rowId(layout: Layout, row: number): string {
  return layout.rows[row]?.machine.id ?? '';
}

/** Chooses the bar of another row that is nearest in time. */
function step(props: GanttBoardProps, to: number, time: number) {
  const row = props.layout.rows[to];
  const near = row?.bars.reduce<(typeof row.bars)[number] | undefined>(
    (best, bar) => (!best || Math.abs(bar.from - time) < Math.abs(best.from - time) ? bar : best),
    undefined,
  );
  props.onPropose(null);
  if (near) props.onSelect(near.bar);
}

/** The bar where it would go, and in words what that does. */
function Ghost({ layout, scale, proposal, verdict }: GanttBoardProps & { proposal: Proposal }) {
  const row = layout.rows[layout.byRowId.get(proposal.machineId) ?? -1];
  if (!row) return null;
  const left = xOf(scale, proposal.start);
  const length = Date.parse(proposal.bar.end) - Date.parse(proposal.bar.start);
  return (
    <div className={verdict?.bad ? 'ghost ghost-bad' : 'ghost'} style={{ left, top: row.top + 4 }}>
      <span className="ghost-bar ellipsis" style={{ width: Math.max(24, xOf(scale, proposal.start + length) - left) }}>
        {proposal.bar.itemName || proposal.bar.item}
      </span>
      {verdict ? <span className="ghost-tip">{verdict.text}</span> : null}
    </div>
  );
}

/** The other operations of the order, and which of them wait for which. */
function threadOf(layout: Layout, selected: Bar | null) {
  const operations = new Set<string>();
  const links: [string, string][] = [];
  if (!selected) return { operations, links };
  const same = (bar: Bar) =>
    selected.orderLineId ? bar.orderLineId === selected.orderLineId : bar.workOrderId === selected.workOrderId;
  const bars = [...layout.byOperation.values()].filter((bar) => same(bar.bar)).sort((one, two) => one.from - two.from);
  const last = new Map<string, string>();
  for (const { bar } of bars) {
    operations.add(bar.operationId);
    const before = last.get(bar.workOrderId);
    const cause = bar.reason === 'PREDECESSOR' ? causeOf(bar).operationId : undefined;
    if (before) links.push([before, bar.operationId]);
    if (cause && cause !== before && layout.byOperation.has(cause)) links.push([cause, bar.operationId]);
    last.set(bar.workOrderId, bar.operationId);
  }
  return { operations, links };
}
