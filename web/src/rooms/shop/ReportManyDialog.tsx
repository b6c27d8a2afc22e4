import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { BulkDialog } from '../../parts/BulkDialog';
import { quantityText, unitText } from '../../parts/format';
import type { Task } from '../floor/api';

interface ReportManyProps {
  tasks: Task[];
  onDone: () => void;
  onClose: () => void;
}

/** The team leader reports for many jobs at once that everything there is came out good. */
export function ReportManyDialog({ tasks, onDone, onClose }: ReportManyProps) {
  const { t } = useTranslation();
  const report = (task: Task, key: string) =>
    api.post('/api/operations/{id}/reports', {
      path: { id: task.operationId },
      key,
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
      okText={(n) => t('shop.reportMany', { n })}
      chosen={tasks}
      keyOf={(task) => task.operationId}
      nameOf={(task) => `${task.workOrderNumber} · ${task.sequence} ${task.item.name}`}
      act={report}
      refresh={[['tasks']]}
      onDone={onDone}
      onClose={onClose}
      lead={<p>{t('shop.reportManyHelp')}</p>}
      cells={(task) => (
        <>
          <td className="nowrap">
            {task.workOrderNumber} · {task.sequence}
          </td>
          <td>
            {task.item.name} · {task.name}
          </td>
          <td className="line-right nowrap strong">
            {quantityText(task.available)} {unitText(task.unit)}
          </td>
        </>
      )}
    />
  );
}
