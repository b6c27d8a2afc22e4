import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../../api/client';
import { useLiveUpdates } from '../../api/live';
import { forgetSession, sessionKey, useSession } from '../../api/session';
import { changeLanguage } from '../../i18n/i18n';
import { Logo } from '../../parts/Icon';
import './portal.css';

/** The customer's pages: one column, the plant's name, nothing internal. */
export function PortalFrame({ title, right, children }: { title: string; right?: ReactNode; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const { organisation } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  useLiveUpdates();
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  const leave = async () => {
    await api.delete('/api/session').catch(() => undefined);
    forgetSession();
    queries.clear();
    queries.setQueryData(sessionKey, null);
    navigate('/login');
  };
  return (
    <div className="portal">
      <header className="portal-head">
        <Link to="/portal" className="portal-brand">
          <Logo width={30} /> <b>{organisation.name || t('shell.product')}</b>
        </Link>
        <span className="lines-grow" />
        {right}
        <button type="button" className="link-button" onClick={() => changeLanguage(other)}>
          {other === 'en' ? 'English' : '中文'}
        </button>
        <button type="button" className="link-button" onClick={leave}>
          {t('shell.leave')}
        </button>
      </header>
      <h1>{title}</h1>
      {children}
    </div>
  );
}
