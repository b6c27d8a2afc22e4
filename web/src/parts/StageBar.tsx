import { type MouseEvent, memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineRow, LineState, Milestone } from '../api/lines';
import { dayMonth, signed } from './format';
import { ShapeAt } from './StateShape';
import { currentShape, futureColour, inOrder, LIST_KINDS, pillFill, stageOf, stateColour } from './states';
import './StageBar.css';

/** Where the nodes stand, in pixels from the left of the bar; header and rows share these. */
export const STAGE_X = [11, 41, 71, 101, 131, 161, 202, 242, 272, 302, 332] as const;
export const STAGE_WIDTH = 344;
const MIDDLE = 18;
const PILL = 42;

/** The stage names over the nodes. */
export function StageHead() {
  const { t } = useTranslation();
  return (
    <div className="stage-head" style={{ width: STAGE_WIDTH }}>
      {LIST_KINDS.map((kind, index) => (
        <span key={kind} style={{ left: STAGE_X[index] }} title={t(`stage.${kind}`)}>
          {t(`stageShort.${kind}`)}
        </span>
      ))}
    </div>
  );
}

interface Hover {
  milestone: Milestone;
  cause?: string | null;
  left: number;
  top: number;
}

/** One line as a row of nodes: done green, current by the shape of its state, future hollow. */
export const StageBar = memo(function StageBar({
  line,
  onNode,
}: {
  line: LineRow;
  onNode?: (milestone: Milestone) => void;
}) {
  const { t } = useTranslation();
  const [hover, setHover] = useState<Hover | null>(null);
  const milestones = inOrder(line.milestones, LIST_KINDS);
  const current = milestones.findIndex((one) => one.state === 'CURRENT');
  const reached = current >= 0 ? current : milestones.filter((one) => one.state === 'DONE').length - 1;

  const show = (event: MouseEvent<SVGElement>, milestone: Milestone) => {
    const box = event.currentTarget.getBoundingClientRect();
    const cause = milestone.state === 'CURRENT' ? line.reason : null;
    setHover({ milestone, cause, left: box.left + box.width / 2, top: box.bottom });
  };

  return (
    <div className="stage-bar" onMouseLeave={() => setHover(null)}>
      <svg width={STAGE_WIDTH} height={36} role="img" aria-label={spoken(line, t)}>
        <title>{spoken(line, t)}</title>
        {milestones.slice(1).map((milestone, index) => (
          <Segment key={milestone.kind} index={index + 1} done={index + 1 <= reached} state={line.state} />
        ))}
        {milestones.map((milestone, index) => (
          <g
            key={milestone.kind}
            onMouseEnter={(event) => show(event, milestone)}
            onClick={onNode ? (event) => [event.stopPropagation(), onNode(milestone)] : undefined}
          >
            <rect x={(STAGE_X[index] ?? 0) - 13} y={4} width={26} height={28} fill="transparent" />
            <Node milestone={milestone} index={index} line={line} />
            <Lost milestone={milestone} index={index} state={line.state} />
          </g>
        ))}
      </svg>
      {hover ? <StageTip hover={hover} /> : null}
    </div>
  );
});

function Segment({ index, done, state }: { index: number; done: boolean; state: LineState }) {
  const from = STAGE_X[index - 1] ?? 0;
  const to = STAGE_X[index] ?? 0;
  const colour = done ? (state === 'HOLD' ? 'var(--grey)' : 'var(--green)') : futureColour(state);
  return <path d={`M${from} ${MIDDLE}H${to}`} stroke={colour} strokeWidth={done ? 2 : 1.6} />;
}

function Node({ milestone, index, line }: { milestone: Milestone; index: number; line: LineRow }) {
  const x = STAGE_X[index] ?? 0;
  if (milestone.state === 'CURRENT') {
    if (milestone.kind === 'PRODUCTION' && line.state !== 'HOLD') {
      return <Pill x={x} percent={Number(milestone.percent ?? line.percent ?? 0)} state={line.state} />;
    }
    return (
      <>
        <circle cx={x} cy={MIDDLE} r={8} fill="var(--surface)" />
        <ShapeAt shape={currentShape(line.state)} x={x} y={MIDDLE} r={7} />
      </>
    );
  }
  if (milestone.state === 'OPEN') {
    return (
      <>
        <circle cx={x} cy={MIDDLE} r={6} fill="var(--surface)" />
        <ShapeAt shape="risk" x={x} y={MIDDLE} r={5} />
      </>
    );
  }
  if (milestone.state === 'DONE') {
    if (milestone.kind === 'ACCEPTED') return <ShapeAt shape="done" x={x} y={MIDDLE} r={7} />;
    return <circle cx={x} cy={MIDDLE} r={4} fill={line.state === 'HOLD' ? 'var(--grey)' : 'var(--green)'} />;
  }
  return (
    <circle cx={x} cy={MIDDLE} r={3.6} fill="var(--surface)" stroke={futureColour(line.state)} strokeWidth={1.7} />
  );
}

function Pill({ x, percent, state }: { x: number; percent: number; state: LineState }) {
  const left = x - PILL / 2;
  const filled = Math.max(0, Math.min(1, percent / 100)) * PILL;
  const clip = `pill-${Math.round(filled)}`;
  return (
    <>
      <clipPath id={clip}>
        <rect x={0} y={0} width={filled} height={18} />
      </clipPath>
      <g transform={`translate(${left} ${MIDDLE - 9})`}>
        <rect width={PILL} height={18} rx={9} fill="var(--surface)" />
        <rect width={PILL} height={18} rx={9} fill={pillFill(state)} clipPath={`url(#${clip})`} />
        <rect width={PILL} height={18} rx={9} fill="none" stroke={stateColour(state)} strokeWidth={1.6} />
        <text x={PILL / 2} y={13} textAnchor="middle" className="stage-pill">
          {Math.round(percent)}%
        </text>
      </g>
    </>
  );
}

function Lost({ milestone, index, state }: { milestone: Milestone; index: number; state: LineState }) {
  const days = Number(milestone.lostDays ?? 0);
  if (days <= 0 || milestone.state === 'FUTURE') return null;
  const recovered = milestone.recovered === true || state === 'NORMAL' || state === 'DONE';
  const colour = recovered ? 'var(--secondary)' : state === 'RISK' ? 'var(--amber-text)' : 'var(--red-text)';
  const shift = milestone.kind === 'PRODUCTION' && milestone.state === 'CURRENT' ? 30 : 16;
  return (
    <text x={(STAGE_X[index] ?? 0) + shift} y={11} textAnchor="middle" className="stage-lost" fill={colour}>
      {signed(days)}
    </text>
  );
}

function StageTip({ hover }: { hover: Hover }) {
  const { t } = useTranslation();
  const { milestone } = hover;
  const lost = Number(milestone.lostDays ?? 0);
  const word = milestone.state === 'DONE' ? t('line.actual') : t('line.forecast');
  const left = Math.min(Math.max(hover.left, 130), window.innerWidth - 140);
  return (
    <div className="stage-tip" style={{ left, top: Math.min(hover.top + 2, window.innerHeight - 70) }}>
      <b>{t(`stage.${milestone.kind}`)}</b>
      <span>
        {t('line.planned')} {dayMonth(milestone.planned)}
      </span>
      <span className="stage-tip-arrow">→</span>
      <span>
        {word} {dayMonth(milestone.at)}
      </span>
      {lost > 0 ? <b className="stage-tip-lost">{t('common.plusDays', { n: signed(lost) })}</b> : null}
      {hover.cause || milestone.owner?.name ? (
        <div>{[hover.cause, milestone.owner?.name].filter(Boolean).join(' · ')}</div>
      ) : null}
    </div>
  );
}

function spoken(line: LineRow, t: (key: string) => string): string {
  const stage = stageOf(line);
  const percent = line.percent !== null && line.percent !== undefined ? ` ${Math.round(line.percent)}%` : '';
  return `${t(`stage.${stage}`)}${percent} · ${t(`state.${line.state}`)}`;
}
