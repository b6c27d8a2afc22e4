import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSession } from '../../api/session';
import { EmptyPanel, ProblemPanel, RowsSkeleton, StaleNote, useTell, useWords } from '../../parts/Feedback';
import { addDays, signed, today } from '../../parts/format';
import { SectionTabs } from '../../shell/SectionTabs';
import { hasRole } from '../../shell/sections';
import { applyMove, type Bar, type Board, type MoveEffect, previewMove, useBoard } from './api';
import { BoardTools, SPANS, type SpanName } from './BoardTools';
import { GanttBoard, type Proposal } from './GanttBoard';
import { type Layout, layOut } from './layout';
import { OperationPanel } from './OperationPanel';
import { Scenarios } from './Scenarios';
import { dayStart, type Scale } from './scale';
import '../records/records.css';
import './scheduling.css';

const DAYS = 28;
const COLUMN = 312;

/** Room 40: every machine and what it does when; why a bar stands where it stands; what happens if it is moved. */
export function SchedulePage() {
  const [params] = useSearchParams();
  const from = params.get('from') ?? addDays(today(), -1);
  const board = useBoard(from, addDays(from, DAYS - 1));
  const { t } = useTranslation();
  const data = board.data;
  return (
    <div className="record-page schedule-page">
      <SectionTabs />
      <Scenarios board={data} />
      <section className="card schedule-card">
        <StaleNote at={board.dataUpdatedAt} problem={data ? board.error : undefined} onRetry={() => board.refetch()} />
        {board.isPending ? <RowsSkeleton rows={20} height={30} /> : null}
        {board.isError && !data ? <ProblemPanel problem={board.error} onRetry={() => board.refetch()} /> : null}
        {data && !data.schedule ? (
          <EmptyPanel icon="plan" title={t('schedule.none')}>
            <span>{t('schedule.noneAdvice')}</span>
          </EmptyPanel>
        ) : null}
        {data?.schedule ? <Desk board={data} from={from} /> : null}
      </section>
    </div>
  );
}

/** The tools, the board, and beside it what is chosen. */
function Desk({ board, from }: { board: Board; from: string }) {
  const [params, setParams] = useSearchParams();
  const [dayWidth, setDayWidth] = useState(() => widthOf(isNarrow() ? 'threeDays' : 'tenDays'));
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [selected, setSelected] = useState<Bar | null>(null);
  const now = useNow();
  const centre = params.get('centre');
  const layout = useMemo(() => layOut(board, centre, folded), [board, centre, folded]);
  const scale = useMemo<Scale>(() => ({ start: dayStart(from), days: DAYS, dayWidth }), [from, dayWidth]);
  const lit = useLit(board.bars, params);
  const chosen = selected ? (layout.byOperation.get(selected.operationId)?.bar ?? selected) : null;
  const move = useMove(chosen, layout);
  const zoom = useCallback(
    (factor: number) => setDayWidth((width) => Math.min(2400, Math.max(20, width * factor))),
    [],
  );
  const fold = useCallback((id: string) => setFolded((known) => toggled(known, id)), []);
  const select = (bar: Bar | null) => {
    if (bar?.operationId !== selected?.operationId) move.propose(null);
    setSelected(bar);
  };
  return (
    <>
      <BoardTools
        board={board}
        from={from}
        span={(Object.keys(SPANS) as SpanName[]).find((name) => Math.abs(widthOf(name) - dayWidth) < 1)}
        onSpan={(span) => setDayWidth(widthOf(span))}
        found={lit?.size}
        onChange={(changes) => setParams(changed(params, changes), { replace: true })}
      />
      <div className="schedule-desk">
        <GanttBoard
          board={board}
          layout={layout}
          scale={scale}
          now={now}
          lit={lit}
          selected={chosen}
          proposal={move.proposal}
          verdict={move.verdict}
          onSelect={select}
          onPropose={move.propose}
          onConfirm={() => move.confirm()}
          onZoom={zoom}
          onFold={fold}
        />
        {chosen ? (
          <OperationPanel
            bar={chosen}
            board={board}
            layout={layout}
            move={move}
            onClose={() => select(null)}
            onShow={select}
          />
        ) : null}
      </div>
    </>
  );
}

/** A day so wide that the span fills the board. */
function widthOf(span: SpanName): number {
  const beside = isNarrow() ? 110 : 64 + 34 + COLUMN;
  return Math.max(24, (window.innerWidth - beside) / SPANS[span]);
}

function isNarrow(): boolean {
  return window.innerWidth <= 900;
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

function changed(params: URLSearchParams, changes: Record<string, string | undefined>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 60_000);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}

/** The bars that answer to what is asked for; null if nothing is. */
function useLit(bars: Bar[], params: URLSearchParams): ReadonlySet<string> | null {
  const [line, order, late] = [params.get('line'), params.get('order'), params.get('late') === 'true'];
  const words = useDeferredValue((params.get('q') ?? '').trim().toLowerCase());
  return useMemo(() => {
    if (!line && !order && !late && !words) return null;
    const hit = (bar: Bar) =>
      (!line || bar.orderLineId === line) &&
      (!order || (bar.order ?? '').startsWith(order)) &&
      (!late || bar.late) &&
      (!words ||
        [bar.workOrder, bar.order ?? '', bar.item, bar.itemName, bar.operation].some((text) =>
          text.toLowerCase().includes(words),
        ));
    return new Set(bars.filter(hit).map((bar) => bar.operationId));
  }, [bars, line, order, late, words]);
}

export interface MoveDesk {
  may: boolean;
  proposal: Proposal | null;
  effect?: MoveEffect;
  thinking: boolean;
  problem: unknown;
  writing: boolean;
  verdict: { text: string; bad: boolean } | null;
  propose: (proposal: Proposal | null) => void;
  confirm: (reason?: string) => void;
}

/** A move on trial: the server says what follows, and writes it when it is confirmed. */
function useMove(chosen: Bar | null, layout: Layout): MoveDesk {
  const { t } = useTranslation();
  const { roles } = useSession();
  const queries = useQueryClient();
  const tell = useTell();
  const words = useWords();
  const may = hasRole(roles, 'planner', 'administrator');
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const [writing, setWriting] = useState(false);
  const asked = useSettled(proposal, 160);
  const preview = useQuery({
    queryKey: ['move', asked?.bar.operationId, asked?.machineId, asked?.start],
    enabled: asked !== null,
    queryFn: ({ signal }) => previewMove(moveOf(asked as Proposal), signal),
    retry: false,
    staleTime: 30_000,
  });
  const current = asked === proposal && asked !== null;
  const effect = current ? preview.data : undefined;
  const problem = current ? preview.error : null;
  const confirm = async (reason?: string) => {
    if (!proposal || !effect || writing) return;
    setWriting(true);
    try {
      await applyMove({ ...moveOf(proposal), reason });
      const machine = layout.rows[layout.byRowId.get(proposal.machineId) ?? -1]?.machine.code ?? '';
      tell.done(t('schedule.moved', { machine, n: effect.moved }));
      await queries.invalidateQueries({ queryKey: ['scheduling'] });
      setProposal(null);
    } catch (refusal) {
      tell.refused(refusal);
    } finally {
      setWriting(false);
    }
  };
  const verdict = problem
    ? { text: words(problem).sentence, bad: true }
    : effect
      ? { text: verdictText(effect, chosen, t), bad: false }
      : null;
  return {
    may,
    proposal,
    effect,
    problem,
    writing,
    verdict,
    thinking: proposal !== null && !effect && !problem,
    propose: (next) => (may || next === null ? setProposal(next) : undefined),
    confirm: (reason) => void confirm(reason),
  };
}

function moveOf(proposal: Proposal) {
  return {
    operationId: proposal.bar.operationId,
    machineId: proposal.machineId,
    start: new Date(proposal.start).toISOString(),
  };
}

function verdictText(
  effect: MoveEffect,
  bar: Bar | null,
  t: (key: string, values?: Record<string, unknown>) => string,
) {
  const own = effect.orders.find((order) => order.workOrderId === bar?.workOrderId);
  const days = own ? Math.round((own.minutes / 1440) * 10) / 10 : 0;
  return days === 0 ? t('schedule.noChange') : t('common.plusDays', { n: signed(days) });
}

/** The value once it has not changed for so long. */
function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), milliseconds);
    return () => window.clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
