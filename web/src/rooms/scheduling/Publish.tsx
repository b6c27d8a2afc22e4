import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { RefusalNote, RowsSkeleton, useTell } from '../../parts/Feedback';
import { dayTime } from '../../parts/format';
import { type DraftChange, useDraftChanges } from './api';
import './scheduling.css';

/** Hands the draft to the floor, after it was read; `changes` of them, none if there is no draft. */
export function PublishButton({ changes }: { changes: number | undefined }) {
  const { t } = useTranslation();
  const [reading, setReading] = useState(false);
  return (
    <>
      <Button type="primary" disabled={changes === undefined} onClick={() => setReading(true)}>
        {t('schedule.publish')}
        {changes === undefined ? null : <span className="publish-count">{changes}</span>}
      </Button>
      {reading ? <PublishDialog count={changes ?? 0} onClose={() => setReading(false)} /> : null}
    </>
  );
}

/** What the floor will see change, before it is told. */
function PublishDialog({ count, onClose }: { count: number; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const changes = useDraftChanges(true);
  const publish = useMutation({
    mutationFn: () => api.post('/api/schedules/publish'),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['scheduling'] });
      tell.done(t('schedule.published'));
      onClose();
    },
  });
  return (
    <Modal
      open
      width={760}
      title={t('schedule.publishTitle', { n: count })}
      okText={t('schedule.publishNow')}
      confirmLoading={publish.isPending}
      onOk={() => publish.mutate()}
      onCancel={onClose}
    >
      <RefusalNote problem={publish.error} />
      {changes.isPending ? <RowsSkeleton rows={6} /> : null}
      <div className="changes">
        <table>
          <thead>
            <tr>
              <th>{t('schedule.operation')}</th>
              <th>{t('schedule.before')}</th>
              <th>{t('schedule.after')}</th>
              <th>{t('schedule.why')}</th>
            </tr>
          </thead>
          <tbody>
            {(changes.data ?? []).map((change) => (
              <ChangeRow key={change.operationId} change={change} />
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}

function ChangeRow({ change }: { change: DraftChange }) {
  const { t } = useTranslation();
  const place = (machine: string | null | undefined, start: string | null | undefined) =>
    start ? `${machine ?? ''} ${dayTime(start)}` : '—';
  return (
    <tr>
      <td>
        <b>{change.workOrder}</b> {change.sequence} {change.operation}
      </td>
      <td className="muted nowrap">{place(change.oldMachine, change.oldStart)}</td>
      <td className="nowrap">{place(change.newMachine, change.newStart)}</td>
      <td className="muted">{change.byHand ? change.note || t('schedule.byHand') : t('schedule.follows')}</td>
    </tr>
  );
}
