import { useTranslation } from 'react-i18next';
import { productName, quantityText, unitText } from '../../parts/format';
import { StateShape } from '../../parts/StateShape';
import type { Task } from './api';
import { isOnlyRepair } from './sheet';
import { TaskPicture } from './TaskPicture';

/** A job that comes later, with its readiness in a word. */
export function NextJobRow({ task, onOpen }: { task: Task; onOpen: () => void }) {
  const { t } = useTranslation();
  const block = task.blocks[0];
  const onlyRepair = isOnlyRepair(task);
  return (
    <button type="button" className="next-job card" onClick={onOpen}>
      <TaskPicture task={task} small />
      <span className="next-job-text">
        <b className="ellipsis">
          {productName(task.item.name, task.item.drawingNumber)} {task.item.drawingNumber}
        </b>
        <span className="next-job-state">
          <StateShape shape={block ? 'risk' : 'done'} size={16} />
          <span className="ellipsis">
            {block
              ? block.detail
              : `${task.sequence} ${task.name} · ${t(onlyRepair ? 'floor.toRepair' : 'floor.materialHere')}`}
          </span>
        </span>
      </span>
      <span className="next-job-count">
        <b>{quantityText(onlyRepair ? task.rework : task.remaining)}</b> {unitText(task.unit)}
      </span>
    </button>
  );
}
