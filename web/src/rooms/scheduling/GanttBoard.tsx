import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import * as vis from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { addDays } from '../../parts/format';
import type { Bar, Board, MachineRow } from './api';

interface GanttBoardProps {
  board: Board;
  centre: string | null;
  from: string;
  days: number;
  lit: (bar: Bar) => boolean;
  filtered: boolean;
  onBar: (bar: Bar) => void;
}

const PLANT_OFFSET = '+08:00';

/** The library carries its own moment, which its types do not tell. */
const { moment } = vis as unknown as { moment: NonNullable<vis.TimelineOptions['moment']> };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

function groupContent(machine: MachineRow): string {
  const percent = Math.round(machine.load * 100);
  const tone = percent > 100 ? 'over' : percent >= 95 ? 'full' : 'fine';
  return `<span class="machine"><b>${escaped(machine.code)}</b><span>${escaped(machine.name)}</span><i><u class="load-${tone}" style="width:${Math.min(100, percent)}%"></u></i><em class="load-${tone}">${percent}%</em></span>`;
}

function classOf(bar: Bar, lit: boolean): string {
  const state = bar.state === 'DONE' ? 'done' : bar.late ? 'late' : bar.state === 'RUNNING' ? 'running' : 'waiting';
  return `bar-${state}${lit ? '' : ' bar-dim'}`;
}

function groupsOf(board: Board, centre: string | null) {
  const centres = [...new Map(board.machines.map((machine) => [machine.workCentreId, machine])).values()];
  const shown = centres.filter((one) => !centre || one.workCentreId === centre || one.workCentre === centre);
  const groups: {
    id: string;
    content: string;
    nestedGroups?: string[];
    order: number;
    treeLevel: number;
    className?: string;
  }[] = [];
  shown.forEach((one, order) => {
    const machines = board.machines.filter((machine) => machine.workCentreId === one.workCentreId);
    const average = machines.reduce((sum, machine) => sum + machine.load, 0) / machines.length;
    groups.push({
      id: `centre-${one.workCentreId}`,
      content: `<span class="machine-centre">${escaped(one.workCentre)} <small>${Math.round(average * 100)}%</small></span>`,
      nestedGroups: machines.map((machine) => machine.id),
      order: order * 1000,
      treeLevel: 1,
      className: 'centre-row',
    });
    machines.forEach((machine, index) => {
      groups.push({ id: machine.id, content: groupContent(machine), order: order * 1000 + index + 1, treeLevel: 2 });
    });
  });
  return groups;
}

function itemsOf({ board, lit }: Pick<GanttBoardProps, 'board' | 'lit'>) {
  const bars = board.bars.map((bar) => ({
    id: `${bar.operationId}-${bar.start}`,
    group: bar.machineId ?? `centre-${bar.workCentreId}`,
    start: bar.start,
    end: bar.end,
    content: escaped(`${bar.workOrder.replace(/^WO-\d{4}/, '')} ${bar.item}`),
    title: escaped(
      `${bar.workOrder} · ${bar.item} · ${bar.sequence} ${bar.operation}${bar.order ? ` · ${bar.order}` : ''}`,
    ),
    className: classOf(bar, lit(bar)),
    type: 'range' as const,
  }));
  const closed = board.closed.map((gap, index) => ({
    id: `closed-${index}`,
    group: gap.machineId,
    start: gap.from,
    end: gap.to,
    content: '',
    type: 'background' as const,
    className: 'bar-closed',
  }));
  return [...closed, ...bars];
}

/** The board itself; made for ten thousand bars. */
export function GanttBoard(props: GanttBoardProps) {
  const { i18n } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const timeline = useRef<vis.Timeline | null>(null);
  const options = useEffectEvent(() => optionsOf(i18n.language, props.from, props.days));
  const choose = useEffectEvent((id: unknown) => {
    const bar = props.board.bars.find((one) => `${one.operationId}-${one.start}` === id);
    if (bar) props.onBar(bar);
  });

  useEffect(() => {
    if (!place.current) return;
    const made = new vis.Timeline(place.current, [], [], options());
    made.on('click', (event: { item: unknown }) => choose(event.item));
    timeline.current = made;
    return () => made.destroy();
  }, []);

  const { board, centre, lit, filtered, from, days } = props;
  useEffect(() => {
    timeline.current?.setGroups(groupsOf(board, centre));
    timeline.current?.setItems(itemsOf({ board, lit: filtered ? lit : () => true }));
  }, [board, centre, lit, filtered]);

  useEffect(() => {
    timeline.current?.setWindow(`${from}T00:00:00+08:00`, `${addDays(from, days)}T00:00:00+08:00`, {
      animation: false,
    });
  }, [from, days]);

  return <div ref={place} className="gantt-board" />;
}

function optionsOf(language: string, from: string, days: number): vis.TimelineOptions {
  const chinese = language !== 'en';
  const day = 'MM-DD';
  return {
    start: `${from}T00:00:00+08:00`,
    end: `${addDays(from, days)}T00:00:00+08:00`,
    xss: { disabled: true }, // texts are escaped above; the filter would drop the classes
    stack: false,
    orientation: 'top',
    verticalScroll: true,
    horizontalScroll: true,
    zoomKey: 'ctrlKey',
    height: '100%',
    margin: { item: { horizontal: 0, vertical: 4 }, axis: 2 },
    groupHeightMode: 'fixed',
    zoomMin: 1000 * 60 * 60 * 4,
    zoomMax: 1000 * 60 * 60 * 24 * 60,
    tooltip: { followMouse: true, delay: 150 },
    showCurrentTime: true,
    locale: chinese ? 'zh-cn' : 'en',
    moment: ((date: Date) => moment(date).utcOffset(PLANT_OFFSET)) as typeof moment,
    format: {
      minorLabels: { hour: 'HH', weekday: day, day, week: 'MM-DD', month: 'YYYY-MM' },
      majorLabels: { hour: 'YYYY-MM-DD', weekday: 'YYYY-MM', day: 'YYYY-MM', week: 'YYYY-MM' },
    },
  };
}
