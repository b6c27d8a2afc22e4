import { useTranslation } from 'react-i18next';
import { productName } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { StateShape } from '../../parts/StateShape';
import type { Task } from './api';
import { TaskPicture } from './TaskPicture';

interface BlockPanelProps {
  task: Task;
  onClose: () => void;
  onReport: () => void;
}

/** Why it cannot go on, and what to do now. */
export function BlockPanel({ task, onClose, onReport }: BlockPanelProps) {
  const { t } = useTranslation();
  const [first, ...others] = task.blocks;
  const advice = task.blocks.map((block) => block.advice).filter((text): text is string => Boolean(text));
  return (
    <div className="sheet-ground">
      <section className="sheet" role="dialog" aria-label={t('floor.blocked')}>
        <header className="sheet-head">
          <TaskPicture task={task} small />
          <div className="sheet-title">
            <b>
              {productName(task.item.name, task.item.drawingNumber)} {task.sequence} {task.name}
            </b>
            <span className="muted">{task.item.drawingNumber ?? task.item.code}</span>
          </div>
          <button type="button" className="round-button" onClick={onClose} aria-label={t('common.close')}>
            <Icon name="close" size={22} />
          </button>
        </header>
        <div className="block-box">
          <StateShape shape="blocked" size={32} />
          <div>
            <b className="red">{first?.detail}</b>
            {others.map((block) => (
              <p key={block.code}>{block.detail}</p>
            ))}
          </div>
        </div>
        <h3>{t('floor.doThis')}</h3>
        <ol className="block-steps">
          {(advice.length > 0 ? advice : [t('floor.callLeader')]).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
        <div className="check-strip">
          {task.checks.map((check) => (
            <span key={check.code} className={check.passed ? undefined : 'amber'}>
              <StateShape shape={check.passed ? 'done' : 'risk'} size={18} /> {check.text}
            </span>
          ))}
        </div>
        <span className="sheet-space" />
        {Number(task.available) > 0 ? (
          <button type="button" className="big-button big-second" onClick={onReport}>
            {t('floor.reportAnyway')}
          </button>
        ) : null}
        <button type="button" className="big-button" onClick={onClose}>
          {t('floor.understood')}
        </button>
      </section>
    </div>
  );
}
