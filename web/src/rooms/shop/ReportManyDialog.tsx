import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, freshKey } from '../../api/client';
import { BulkDialog } from '../../parts/BulkDialog';
import { quantityText, unitText } from '../../parts/format';
import type { Task } from '../floor/api';

/** The team leader reports for many jobs at once that everything there is came out good. */
export function ReportManyDialog({
  tasks,
  onDone,
  onClose,
}: {
  tasks: Task[];
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [all] = useState(() => tasks.map((task) => ({ ...task, key: freshKey() })));
  const report = (task: Task & { key: string }) =>
    api.post('/api/operations/{id}/reports', {
      path: { id: task.operationId },
      key: task.key,
      body: {
        good: task.available,
        unit: task.unit,
        machineId: task.machine?.id ?? null,
        finish: Number(task.available) >= Number(task.remaining),
      },
    });
  return (
    <BulkDialog
      width={680}
      title={t('floor.report')}
      okText={t('shop.reportMany', { n: all.length })}
      all={all}
      keyOf={(task) => task.operationId}
      nameOf={(task) => `${task.workOrderNumber} · ${task.sequence} ${task.item.name}`}
      act={report}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: ['tasks'] });
        onDone();
      }}
      onClose={onClose}
    >
      <p>{t('shop.reportManyHelp')}</p>
      <div className="report-many">
        <table className="dialog-table">
          <tbody>
            {all.map((task) => (
              <tr key={task.operationId}>
                <td className="nowrap">
                  {task.workOrderNumber} · {task.sequence}
                </td>
                <td>
                  {task.item.name} · {task.name}
                </td>
                <td className="line-right nowrap strong">
                  {quantityText(task.available)} {unitText(task.unit)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </BulkDialog>
  );
}
