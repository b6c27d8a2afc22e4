import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linkTo } from '../../api/client';
import { Icon } from '../../parts/Icon';
import type { Task } from './api';

/** The part's picture; a tap opens drawing and instruction over the whole screen. */
export function TaskPicture({ task, small }: { task: Task; small?: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const picture = task.item.pictureFileId
    ? linkTo('/api/files/{id}', { path: { id: task.item.pictureFileId } })
    : undefined;
  const inside = picture ? (
    <img src={picture} alt={task.item.name} />
  ) : (
    <Icon name="box" size={small ? 28 : 56} weight={1} />
  );
  if (small) return <span className="task-picture task-picture-small">{inside}</span>;
  return (
    <>
      <button type="button" className="task-picture" onClick={() => setOpen(true)} aria-label={t('floor.drawing')}>
        {inside}
        <span>{t('floor.drawing')}</span>
      </button>
      <Modal
        open={open}
        footer={null}
        onCancel={() => setOpen(false)}
        title={`${task.item.name} ${task.item.drawingNumber ?? ''}`}
        width="100%"
      >
        {picture ? <img src={picture} alt={task.item.name} style={{ maxWidth: '100%' }} /> : null}
        <p style={{ fontSize: 18, whiteSpace: 'pre-wrap' }}>
          {task.instruction || task.item.specification || t('floor.noDrawing')}
        </p>
      </Modal>
    </>
  );
}
