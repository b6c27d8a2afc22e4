import { useTranslation } from 'react-i18next';
import { useLiveState } from '../api/live';
import { clockTime } from './format';

/** 实时 · 10:20 while the server is heard; since when not, otherwise. */
export function LiveDot() {
  const { t } = useTranslation();
  const { connected, heard } = useLiveState();
  const time = clockTime(heard || Date.now());
  return (
    <span className="nowrap" role="status">
      <span
        style={{
          display: 'inline-block',
          width: 6,
          height: 6,
          marginRight: 6,
          borderRadius: 3,
          verticalAlign: 'middle',
          background: connected ? 'var(--green)' : 'var(--amber)',
        }}
      />
      {connected ? t('common.live', { time }) : t('common.stale', { time })}
    </span>
  );
}
