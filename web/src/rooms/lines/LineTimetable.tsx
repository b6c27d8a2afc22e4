import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { LineRow, LineState, Milestone } from '../../api/lines';
import { dayMonth, dayTime, durationText, signed } from '../../parts/format';
import { ShapeAt } from '../../parts/StateShape';
import { currentShape, futureColour, inOrder, KINDS, pillFill, stateColour } from '../../parts/states';
import { pathOf } from '../../shell/paths';
import './LineTimetable.css';

/** A hand-over above this many minutes is drawn amber. */
const SLOW_HANDOVER = 24 * 60;

/** The whole line with hand-over, plan, actual → forecast and owner under every node. */
export function LineTimetable({ line }: { line: LineRow }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const milestones = inOrder(line.milestones, KINDS);
  const open = milestones.find((one) => one.kind === params.get('node')) ?? null;
  const setOpen = (milestone: Milestone | null) =>
    setParams((before) => withNode(before, milestone?.kind), { replace: true });
  const reached = milestones.reduce((last, one, index) => (one.state === 'FUTURE' ? last : index), -1);
  const firstForecast = milestones.findIndex((one) => one.state === 'CURRENT' || one.state === 'FUTURE');
  return (
    <div className="timetable">
      <div className="timetable-labels">
        <span />
        <span>{t('line.handover')}</span>
        <span>{t('line.planned')}</span>
        <span>{t('line.actual')}</span>
        <span>{t('line.owner')}</span>
      </div>
      {milestones.map((milestone, index) => (
        <button
          key={milestone.kind}
          type="button"
          className={columnClass(milestone, index === firstForecast && index > 0)}
          onClick={() => setOpen(milestone)}
        >
          {index === firstForecast && index > 0 ? <span className="timetable-turn">{t('line.forecast')}</span> : null}
          <span className="timetable-kind">{t(`stage.${milestone.kind}`)}</span>
          <Track milestone={milestone} index={index} reached={reached} state={line.state} percent={line.percent} />
          <span className="timetable-plan">{dayMonth(milestone.planned)}</span>
          <Actual milestone={milestone} state={line.state} />
          <span className="timetable-owner ellipsis">{milestone.owner?.name ?? ''}</span>
        </button>
      ))}
      <Drawer open={open !== null} onClose={() => setOpen(null)} title={open ? t(`stage.${open.kind}`) : ''}>
        {open ? <Evidence milestone={open} /> : null}
      </Drawer>
    </div>
  );
}

function withNode(before: URLSearchParams, kind: string | undefined): URLSearchParams {
  const next = new URLSearchParams(before);
  if (kind) next.set('node', kind);
  else next.delete('node');
  return next;
}

function columnClass(milestone: Milestone, turn: boolean): string {
  const classes = ['timetable-column', `timetable-${milestone.state.toLowerCase()}`];
  if (milestone.kind === 'PRODUCTION') classes.push('timetable-wide');
  if (turn) classes.push('timetable-first');
  return classes.join(' ');
}

interface TrackProps {
  milestone: Milestone;
  index: number;
  reached: number;
  state: LineState;
  percent?: number | null;
}

function Track({ milestone, index, reached, state, percent }: TrackProps) {
  const past = state === 'HOLD' ? 'var(--grey)' : 'var(--green)';
  const colour = (upTo: number) => (upTo <= reached ? past : futureColour(state));
  const lost = Number(milestone.lostDays ?? 0);
  const minutes = milestone.handoverMinutes;
  return (
    <span className="timetable-track">
      {index > 0 ? <i className="timetable-left" style={{ background: colour(index) }} /> : null}
      {index < KINDS.length - 1 ? <i className="timetable-right" style={{ background: colour(index + 1) }} /> : null}
      {minutes !== null && minutes !== undefined && index > 0 ? (
        <span className={minutes > SLOW_HANDOVER ? 'timetable-handover amber' : 'timetable-handover'}>
          {durationText(minutes)}
        </span>
      ) : null}
      <Node milestone={milestone} state={state} percent={percent} />
      {lost > 0 && milestone.state === 'CURRENT' ? (
        <b className={state === 'LATE' ? 'timetable-lost red' : 'timetable-lost amber'}>{signed(lost)}</b>
      ) : null}
    </span>
  );
}

function Node({ milestone, state, percent }: Pick<TrackProps, 'milestone' | 'state' | 'percent'>) {
  if (milestone.state === 'CURRENT' && milestone.kind === 'PRODUCTION' && state !== 'HOLD') {
    const share = Math.max(0, Math.min(100, Number(milestone.percent ?? percent ?? 0)));
    const fill = `linear-gradient(90deg, ${pillFill(state)} ${share}%, var(--surface) ${share}%)`;
    return (
      <span className="timetable-pill" style={{ borderColor: stateColour(state), background: fill }}>
        {Math.round(share)}%
      </span>
    );
  }
  return (
    <svg width={22} height={22} viewBox="-11 -11 22 22" aria-hidden="true" className="timetable-node">
      {milestone.state === 'DONE' ? <ShapeAt shape="done" x={0} y={0} r={8} /> : null}
      {milestone.state === 'OPEN' ? (
        <>
          <circle r={9} fill="var(--surface)" />
          <ShapeAt shape="risk" x={0} y={0} r={8} />
        </>
      ) : null}
      {milestone.state === 'CURRENT' ? (
        <>
          <circle r={10} fill="var(--surface)" />
          <ShapeAt shape={currentShape(state)} x={0} y={0} r={9} />
        </>
      ) : null}
      {milestone.state === 'FUTURE' ? <Future milestone={milestone} state={state} /> : null}
    </svg>
  );
}

function Future({ milestone, state }: { milestone: Milestone; state: LineState }) {
  if (milestone.kind === 'ACCEPTED' && state === 'LATE') {
    return <path d="M0 -8L8 0L0 8L-8 0z" fill="var(--surface)" stroke="var(--red)" strokeWidth={1.6} />;
  }
  return <circle r={6} fill="var(--surface)" stroke={futureColour(state)} strokeWidth={1.8} />;
}

function Actual({ milestone, state }: { milestone: Milestone; state: LineState }) {
  const lost = Number(milestone.lostDays ?? 0);
  const late = milestone.state !== 'DONE' && lost > 0 && state === 'LATE';
  return (
    <span
      className={
        milestone.state === 'OPEN' ? 'timetable-actual amber' : late ? 'timetable-actual red' : 'timetable-actual'
      }
    >
      {dayMonth(milestone.at)}
      {lost > 0 ? <span> {signed(lost)}</span> : null}
    </span>
  );
}

function Evidence({ milestone }: { milestone: Milestone }) {
  const { t } = useTranslation();
  const done = milestone.state === 'DONE';
  return (
    <dl className="evidence">
      <dt>{t('line.planned')}</dt>
      <dd>{dayTime(milestone.planned)}</dd>
      <dt>{done ? t('line.actual') : t('line.forecast')}</dt>
      <dd>{dayTime(milestone.at)}</dd>
      <dt>{t('line.owner')}</dt>
      <dd>{milestone.owner?.name ?? t('line.nobody')}</dd>
      {milestone.handoverMinutes ? (
        <>
          <dt>{t('line.handover')}</dt>
          <dd>{durationText(milestone.handoverMinutes)}</dd>
        </>
      ) : null}
      <dt>{t('line.evidence')}</dt>
      <dd>
        {milestone.evidence && milestone.evidenceId ? (
          <Link to={pathOf({ type: milestone.evidence, id: milestone.evidenceId })}>
            {t(`evidence.${milestone.evidence}`, t('line.open'))}
          </Link>
        ) : (
          t('line.noEvidence')
        )}
      </dd>
    </dl>
  );
}
