import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { EmptyPanel, ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { dayTime } from '../../parts/format';
import { tablesOf } from './api';

function shown(value: string | null | undefined, t: (key: string) => string): string {
  if (value === 'true') return t('common.yes');
  if (value === 'false') return t('common.no');
  return value || '—';
}

/** Who changed which field from what to what, newest first. */
export function RecordHistory({ type, id }: { type: string; id: string }) {
  const { t } = useTranslation();
  const history = useQuery({
    queryKey: ['record', type, id, 'history'],
    queryFn: () => api.get('/api/records/{type}/{id}/history', { path: { type, id } }),
    meta: { tables: tablesOf(type) },
  });
  if (history.isError) return <ProblemPanel problem={history.error} onRetry={() => history.refetch()} />;
  if (!history.data) return <RowsSkeleton rows={4} />;
  if (history.data.length === 0) return <EmptyPanel icon="history" title={t('record.noHistory')} />;
  return (
    <ol className="record-history">
      {history.data.map((entry) => (
        <li key={`${entry.at}-${entry.operation}-${entry.changes.map((one) => one.field).join()}`}>
          <time className="muted num">{dayTime(entry.at)}</time>
          <b>{entry.user}</b>
          <span className="muted">{t(`operation.${entry.operation}`, entry.operation)}</span>
          <ul>
            {entry.changes.map((change) => (
              <li key={change.field}>
                <span className="muted">{change.label}</span> {shown(change.old, t)} → <b>{shown(change.new, t)}</b>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
