import { useTranslation } from 'react-i18next';
import type { Reason } from './api';

interface ReasonGridProps {
  reasons: Reason[];
  chosen?: string;
  count: number;
  cause?: 'PROCESS' | 'MATERIAL';
  onChoose: (reason: Reason) => void;
  onCause: (cause: 'PROCESS' | 'MATERIAL') => void;
}

/** Why the pieces are bad, and whose fault it is; only shown when there are bad ones. */
export function ReasonGrid({ reasons, chosen, count, cause, onChoose, onCause }: ReasonGridProps) {
  const { t } = useTranslation();
  return (
    <div className="reasons">
      <b>{t('floor.whatReason')}</b>
      <div className="reason-grid">
        {reasons.slice(0, 9).map((reason) => (
          <button
            key={reason.id}
            type="button"
            className={reason.id === chosen ? 'bucket bucket-on bucket-red' : 'bucket'}
            onClick={() => onChoose(reason)}
          >
            {reason.name}
            {reason.id === chosen ? <i>{count}</i> : null}
          </button>
        ))}
      </div>
      {chosen ? (
        <>
          <b>{t('floor.whoseFault')}</b>
          <div className="cause-grid">
            {(['PROCESS', 'MATERIAL'] as const).map((one) => (
              <button
                key={one}
                type="button"
                className={one === cause ? 'bucket bucket-on bucket-red' : 'bucket'}
                onClick={() => onCause(one)}
              >
                {t(`fault.${one}`)}
              </button>
            ))}
          </div>
        </>
      ) : null}
    </div>
  );
}
