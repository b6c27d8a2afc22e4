import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon, type IconName } from '../../parts/Icon';

const STEPS: { key: string; icon: IconName; to: string }[] = [
  { key: 'plant', icon: 'floor', to: '/records/work-centre' },
  { key: 'people', icon: 'user', to: '/build?tab=people' },
  { key: 'partners', icon: 'truck', to: '/records/partner' },
  { key: 'items', icon: 'box', to: '/records/item' },
  { key: 'structures', icon: 'ruler', to: '/records/bom' },
  { key: 'stock', icon: 'import', to: '/warehouse' },
  { key: 'approvals', icon: 'check', to: '/approval-rules' },
  { key: 'order', icon: 'line', to: '/orders/new' },
];

/** What to do first on an empty installation, in the order in which one thing needs the other. */
export function FirstSteps() {
  const { t } = useTranslation();
  return (
    <div className="bench first-steps">
      <header className="page-head">
        <h1>{t('first.title')}</h1>
      </header>
      <p className="muted">{t('first.help')}</p>
      <ol className="card">
        {STEPS.map((step, index) => (
          <li key={step.key}>
            <span className="first-number">{index + 1}</span>
            <Icon name={step.icon} size={22} />
            <span>
              <b>{t(`first.${step.key}`)}</b>
              <br />
              <span className="muted">{t(`first.${step.key}Help`)}</span>
            </span>
            <Link to={step.to}>
              <Button>{t('common.open')}</Button>
            </Link>
          </li>
        ))}
      </ol>
      <p className="muted">
        {t('first.foreign')} <Link to="/build?tab=exchange">{t('first.exchange')}</Link>
      </p>
    </div>
  );
}
