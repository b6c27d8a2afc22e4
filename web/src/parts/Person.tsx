import { useTranslation } from 'react-i18next';
import type { Person } from '../api/lines';
import { initial } from './format';
import './Person.css';

/** The round sign of a person. */
export function Avatar({ name, size = 20, strong }: { name?: string | null; size?: number; strong?: boolean }) {
  return (
    <span
      className={strong ? 'avatar avatar-strong' : 'avatar'}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.52) }}
      aria-hidden="true"
    >
      {initial(name)}
    </span>
  );
}

/** Always a person; nobody is said in red. */
export function OwnerChip({ owner }: { owner?: Person | null }) {
  const { t } = useTranslation();
  if (!owner?.name) return <span className="owner-nobody">{t('line.nobody')}</span>;
  return (
    <span className="owner-chip">
      <Avatar name={owner.name} />
      <span className="ellipsis">{owner.name}</span>
    </span>
  );
}
