import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import { quantityText, unitText } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import type { Done } from './OperatorPage';

/** What was booked, and the undo that counts down. */
export function DoneToast({ done, onClose }: { done: Done; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const until = Date.parse(done.report.undoUntil);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(timer);
  }, []);
  const undo = useMutation({
    mutationFn: () => api.post('/api/reports/{id}/undo', { path: { id: done.report.reportId } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      onClose();
    },
  });
  const left = Math.max(0, Math.round((until - now) / 1000));
  return (
    <>
      <div className="done-toast" role="status">
        <Icon name="check" size={24} weight={2.6} />
        <b>
          {t('floor.booked')} {quantityText(done.report.good)} {unitText(done.report.unit)}
          {Number(done.report.scrap) > 0 ? ` · ${t('floor.scrap')} ${quantityText(done.report.scrap)}` : ''}
        </b>
        {left > 0 ? (
          <button type="button" disabled={undo.isPending} onClick={() => undo.mutate()}>
            <Icon name="undo" size={20} /> {t('floor.undo')} {Math.floor(left / 60)}:
            {String(left % 60).padStart(2, '0')}
          </button>
        ) : (
          <button type="button" onClick={onClose} aria-label={t('common.close')}>
            <Icon name="close" size={20} />
          </button>
        )}
      </div>
      <RefusalNote problem={undo.error} />
    </>
  );
}
