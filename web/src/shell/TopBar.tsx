import { useQueryClient } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client';
import { forgetSession, sessionKey, useSession } from '../api/session';
import { changeLanguage, type Language } from '../i18n/i18n';
import { Icon, Logo } from '../parts/Icon';
import { Avatar } from '../parts/Person';
import { useAcknowledgements, useWaiting } from '../rooms/approvals/api';
import { useAppearance } from './appearance';
import { roleName } from './sections';

/** Brand, search, what waits for me, language, me. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <header className="topbar">
      <Link to="/" className="topbar-brand" aria-label={t('shell.product')}>
        <Logo />
        {t('shell.product')}
      </Link>
      <button type="button" className="topbar-search" onClick={onSearch}>
        <Icon name="search" />
        <span className="ellipsis">{t('shell.search')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="topbar-grow" />
      {session.organisation.name ? (
        <span className="topbar-item wide-only">
          <Icon name="pin" /> {session.organisation.name}
        </span>
      ) : null}
      <Bell />
      <LanguageSwitch />
      <Me />
    </header>
  );
}

/** Counts what waits for me: decisions, and changes that I am to acknowledge. */
function Bell() {
  const { t } = useTranslation();
  const waiting = useWaiting();
  const asked = useAcknowledgements();
  const count = (waiting.data?.length ?? 0) + (asked.data?.length ?? 0);
  return (
    <Link
      to="/approvals"
      className="topbar-item"
      aria-label={t('shell.waiting', { n: count })}
      style={{ color: 'inherit' }}
    >
      <Icon name="bell" size={18} />
      {count > 0 ? <span className="topbar-count">{count}</span> : null}
    </Link>
  );
}

function LanguageSwitch() {
  const { i18n } = useTranslation();
  const queries = useQueryClient();
  const other: Language = i18n.language === 'en' ? 'zh-CN' : 'en';
  const change = () => {
    changeLanguage(other);
    api
      .patch('/api/session', { body: { language: other === 'en' ? 'en' : 'zh' } })
      .catch(() => undefined)
      .finally(() => queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' }));
  };
  return (
    <button type="button" className="topbar-item" onClick={change} lang={other}>
      <Icon name="globe" />
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}

function Me() {
  const { t } = useTranslation();
  const session = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { appearance, switchAppearance } = useAppearance();
  const leave = async () => {
    await api.delete('/api/session').catch(() => undefined);
    forgetSession();
    queries.clear();
    queries.setQueryData(sessionKey, null);
    navigate('/login');
  };
  const role = session.roles[0];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'appearance',
            icon: <Icon name={appearance === 'dark' ? 'sun' : 'moon'} />,
            label: t(appearance === 'dark' ? 'shell.light' : 'shell.dark'),
            onClick: switchAppearance,
          },
          { key: 'leave', icon: <Icon name="exit" />, label: t('shell.leave'), onClick: leave },
        ],
      }}
    >
      <button type="button" className="topbar-item" aria-label={session.name}>
        <Avatar name={session.name} size={24} strong />
        <b className="wide-only">{session.name}</b>
        {role ? <span className="muted small wide-only">{t(`role.${roleName(role)}`, role)}</span> : null}
      </button>
    </Dropdown>
  );
}
