import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../api/session';
import { useTell } from '../../parts/Feedback';
import { dayMonth, signed } from '../../parts/format';
import { hasRole } from '../../shell/sections';
import {
  actionText,
  bestOf,
  daysGained,
  effectText,
  forecastWith,
  type RecoveryOption,
  useRecovery,
  useTryFirst,
  worthTelling,
} from '../lines/recovery';
import type { ExceptionRow } from './api';

/** What another order of work, or material that comes earlier, can cure. */
const IN_THE_PLAN = new Set(['SHORTAGE', 'SUPPLIER_SLIP', 'OPERATION_LATE', 'MACHINE_DOWN']);

/** The best way out of an exception, computed on the plan as soon as the row is seen. */
export function useRemedy(row: ExceptionRow) {
  const { ref, seen } = useSeen();
  const line = { id: row.lineId, state: row.state, promised: row.promised, forecast: row.forecast };
  const recovery = useRecovery(line, seen && IN_THE_PLAN.has(row.kind));
  const best = bestOf(line, worthTelling(recovery.data));
  return {
    ref,
    best,
    day: best ? forecastWith(line, best) : undefined,
    thinking: recovery.isFetching && !recovery.data,
  };
}

type Remedy = ReturnType<typeof useRemedy>;

/** What to do, and what comes of it. */
export function RemedyText({ row, remedy }: { row: ExceptionRow; remedy: Remedy }) {
  const { t } = useTranslation();
  const { best, day, thinking } = remedy;
  if (thinking) return <span className="muted small skeleton-late">{t('recover.thinking')}</span>;
  if (!best || !day) {
    return (
      <span className="remedy">
        <span>{t(`remedy.${row.kind}`)}</span>
      </span>
    );
  }
  const result = t(day <= (row.promised ?? '') ? 'remedy.backInTime' : 'remedy.backTo', {
    day: dayMonth(day),
    n: signed(-daysGained(best)),
  });
  return (
    <span className="remedy">
      <span className="ellipsis" title={actionText(best, t)}>
        {actionText(best, t)}
      </span>
      <span className="muted small ellipsis" title={effectText(best, t)}>
        {result} · {effectText(best, t)}
      </span>
    </span>
  );
}

/** What can be taken into the draft at once is taken; everything else is somebody's to start. */
export function RemedyButton({ row, remedy, first }: { row: ExceptionRow; remedy: Remedy; first: boolean }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const tell = useTell();
  const [taken, setTaken] = useState(false);
  const attempt = useTryFirst(row.lineId, () => setTaken(true));
  const look = first ? ({ type: 'primary' } as const) : ({ className: 'exception-act' } as const);
  if (taken) return <Link to={`/schedule?line=${row.lineId}`}>{t('remedy.taken')}</Link>;
  if (remedy.best && isPlansOwn(remedy.best) && hasRole(roles, 'planner', 'administrator')) {
    return (
      <Button
        {...look}
        loading={attempt.isPending}
        onClick={() => attempt.mutate(undefined, { onError: tell.refused })}
      >
        {t('remedy.take')}
      </Button>
    );
  }
  return (
    <Link to={row.action.link ?? `/orders/${row.lineId}`}>
      <Button {...look}>{row.action.label}</Button>
    </Link>
  );
}

/** Only the order of work changes: nobody has to be asked. */
function isPlansOwn(option: RecoveryOption): boolean {
  return option.actions.every((action) => action === 'FIRST');
}

/** Whether an element has come into sight. */
function useSeen() {
  const ref = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) setSeen(true);
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { ref, seen };
}
