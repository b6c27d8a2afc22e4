import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Cause, LineAction, LineDetail, LineException, LineRow } from '../../api/lines';
import { EmptyPanel } from '../../parts/Feedback';
import { dayMonth, dayTime, signed, when } from '../../parts/format';
import { OwnerChip } from '../../parts/Person';
import { type Shape, StateShape } from '../../parts/StateShape';
import { RecoverBox } from './RecoverBox';

/** What is in the way, who acts until when, and where the days come from. */
export function Obstacles({ detail }: { detail: LineDetail }) {
  const { t } = useTranslation();
  const { line } = detail;
  const exceptions = [...detail.exceptions].sort((one, other) => Number(other.days ?? 0) - Number(one.days ?? 0));
  const costly = exceptions.filter((one) => Number(one.days ?? 0) > 0).length;
  return (
    <section className="card line-panel">
      <div className="card-head">
        <h2>{t('line.obstacles')}</h2>
        {exceptions.length > 0 ? (
          <span className="muted small">{t('line.obstacleCount', { n: exceptions.length, costly })}</span>
        ) : null}
      </div>
      <div className="line-panel-scroll">
        {exceptions.map((exception) => (
          <ExceptionCard key={exception.id} exception={exception} />
        ))}
        {exceptions.length === 0 ? (
          <EmptyPanel
            icon={line.state === 'LATE' ? 'history' : 'check'}
            title={t(line.state === 'LATE' ? 'line.lateUnexplained' : 'line.noObstacle')}
          >
            <span>{line.next?.label ? t('line.nextIs', { next: line.next.label }) : null}</span>
          </EmptyPanel>
        ) : null}
      </div>
      <CauseChain line={line} causes={detail.causes} />
      <RecoverBox detail={detail} />
    </section>
  );
}

const BLOCKED = ['SHORTAGE', 'FAILED_CHECK', 'MACHINE_DOWN', 'DRAWING_MISSING', 'STRUCTURE_MISSING'];

function shapeOfException(exception: LineException): Shape {
  if (BLOCKED.includes(exception.kind)) return 'blocked';
  return exception.days > 0 ? 'late' : 'risk';
}

/** One obstacle: shape, title, days it costs, owner, due, at most two actions. */
export function ExceptionCard({ exception }: { exception: LineException }) {
  const { t } = useTranslation();
  const { days } = exception;
  return (
    <article className="exception" id={`exception-${exception.id}`}>
      <StateShape
        shape={shapeOfException(exception)}
        size={13}
        label={t(`exception.${exception.kind}`, exception.kind)}
      />
      <div className="exception-body">
        <div className="exception-title">
          <b>{exception.title}</b>
          <b className={days > 0 ? 'red nowrap' : 'muted nowrap'}>
            {days > 0 ? t('common.plusDays', { n: signed(days) }) : t('common.days', { n: 0 })}
          </b>
        </div>
        <div className="muted small">
          {t(`exception.${exception.kind}`, exception.kind)}
          {exception.station ? ` · ${t(`stage.${exception.station}`)}` : ''}
          {exception.raisedAt ? ` · ${t('line.since', { at: when(exception.raisedAt) })}` : ''}
        </div>
        <div className="exception-foot">
          <OwnerChip owner={exception.owner} />
          {exception.due ? (
            <span className="muted nowrap">{t('line.dueBefore', { at: dayTime(exception.due) })}</span>
          ) : null}
          <span className="lines-grow" />
          {(exception.actions ?? []).slice(0, 2).map((action, index) => (
            <ActionButton key={action.label} action={action} strong={index === 0} />
          ))}
        </div>
      </div>
    </article>
  );
}

function ActionButton({ action, strong }: { action: LineAction; strong: boolean }) {
  const look = strong ? ({ color: 'primary', variant: 'outlined' } as const) : {};
  return (
    <Link to={action.link ?? '#'}>
      <Button size="small" {...look}>
        {action.label}
      </Button>
    </Link>
  );
}

/** Promise → capsules → forecast; the capsules sum to the slip, what they leave over is called other. */
function CauseChain({ line, causes }: { line: LineRow; causes: Cause[] }) {
  const { t } = useTranslation();
  const slip = Number(line.slipDays ?? 0);
  if (slip <= 0 || !line.promised || !line.forecast) return null;
  const scrollTo = (id: string | null | undefined) =>
    document.getElementById(`exception-${id}`)?.scrollIntoView({ behavior: 'smooth', block: 'center' });
  return (
    <div className="causes">
      <b>{t('line.whereFrom', { n: signed(slip).slice(1) })}</b>
      <div className="cause-chain">
        <span className="cause-start" />
        {causes.map((cause) => (
          <button
            key={cause.exceptionId ?? cause.label}
            type="button"
            className="cause"
            onClick={() => scrollTo(cause.exceptionId)}
            title={cause.label}
          >
            <span className="ellipsis">{cause.label}</span>
            <b className="red nowrap">{t('common.plusDays', { n: signed(cause.days) })}</b>
          </button>
        ))}
        <span className="cause-end" />
      </div>
      <div className="cause-dates">
        <span className="muted">
          {t('line.promised')} {dayMonth(line.promised)}
        </span>
        <b className="red">
          {t('line.forecast')} {dayMonth(line.forecast)}
        </b>
      </div>
    </div>
  );
}
