import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { LineDetail } from '../../api/lines';
import { useSession } from '../../api/session';
import { RefusalNote } from '../../parts/Feedback';
import { dayMonth, signed } from '../../parts/format';
import { hasRole } from '../../shell/sections';
import {
  actionText,
  bestOf,
  daysGained,
  effectText,
  forecastWith,
  missingItems,
  type RecoveryOption,
  useRecovery,
  useTryFirst,
  worthTelling,
} from './recovery';

/** The best combination of actions with the date it leads to and who else moves; tried in a draft, never applied. */
export function RecoverBox({ detail }: { detail: LineDetail }) {
  const { t } = useTranslation();
  const { line } = detail;
  const recovery = useRecovery(line);
  const [chosen, setChosen] = useState<number | null>(null);
  const options = worthTelling(recovery.data);
  if (
    recovery.isError ||
    (recovery.data && options.length === 0) ||
    (recovery.fetchStatus === 'idle' && !recovery.data)
  )
    return null;
  if (!recovery.data) {
    return (
      <div className="recover skeleton-late" aria-busy="true">
        <span className="muted small">{t('recover.thinking')}</span>
      </div>
    );
  }
  const best = bestOf(line, options);
  const at = chosen ?? (best ? options.indexOf(best) : -1);
  return (
    <div className="recover" id="recover">
      <b>{t('recover.title')}</b>
      {options.map((option, index) => (
        <Option
          key={option.actions.join()}
          option={option}
          detail={detail}
          on={index === at}
          onChoose={() => setChosen(index)}
        />
      ))}
    </div>
  );
}

interface OptionProps {
  option: RecoveryOption;
  detail: LineDetail;
  on: boolean;
  onChoose: () => void;
}

function Option({ option, detail, on, onChoose }: OptionProps) {
  const { t } = useTranslation();
  const { line } = detail;
  const day = forecastWith(line, option);
  const inTime = line.promised ? day <= line.promised : false;
  return (
    <div className={on ? 'recover-option recover-on' : 'recover-option'}>
      <button type="button" className="plain-button recover-text" aria-pressed={on} onClick={onChoose}>
        <span>
          {actionText(option, t, missingItems(detail))} → <b className="nowrap">{dayMonth(day)}</b>{' '}
          <b className={inTime ? 'green nowrap' : 'amber nowrap'}>
            {inTime ? t('line.onTime') : t('common.plusDays', { n: signed(-daysGained(option)) })}
          </b>
        </span>
        <span className="muted small">{effectText(option, t)}</span>
      </button>
      {on ? <TryButton option={option} detail={detail} /> : null}
    </div>
  );
}

/** Going first is tried in a draft of the plan; the rest is somebody's task. */
function TryButton({ option, detail }: { option: RecoveryOption; detail: LineDetail }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const navigate = useNavigate();
  const { line } = detail;
  const attempt = useTryFirst(line.id, () => navigate(`/schedule?line=${line.id}`));
  const first = option.actions.includes('FIRST');
  if (first && !hasRole(roles, 'planner', 'administrator')) return null;
  return (
    <>
      {attempt.error ? <RefusalNote problem={attempt.error} /> : null}
      {first ? (
        <Button type="primary" loading={attempt.isPending} onClick={() => attempt.mutate()}>
          {t('recover.try')}
        </Button>
      ) : option.actions.includes('EXPEDITE') ? (
        <Button onClick={() => navigate(`/planning?line=${line.id}`)}>{t('recover.ask')}</Button>
      ) : (
        <Button onClick={() => navigate(`/schedule?line=${line.id}`)}>{t('line.toSchedule')}</Button>
      )}
    </>
  );
}
