import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { useLiveUpdates } from '../api/live';
import { useSession } from '../api/session';
import { Icon, type IconName } from '../parts/Icon';
import { ErrorBoundary } from './ErrorBoundary';
import { Palette } from './Palette';
import { hasRole, sectionOf, sectionsFor } from './sections';
import { useShortcut } from './shortcuts';
import { TopBar } from './TopBar';
import './AppChrome.css';

/** Rail, top bar and the page between them; on the phone a bar of four tabs below. */
export function AppChrome() {
  const [searching, setSearching] = useState(false);
  useLiveUpdates();
  useShortcut('mod+k', () => setSearching(true));
  const { pathname } = useLocation();
  return (
    <div className="chrome">
      <Rail />
      <div className="chrome-main">
        <TopBar onSearch={() => setSearching(true)} />
        <main className="chrome-page">
          <ErrorBoundary key={pathname}>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <PhoneTabs onSearch={() => setSearching(true)} />
      {searching ? <Palette onClose={() => setSearching(false)} /> : null}
    </div>
  );
}

function Rail() {
  const { t } = useTranslation();
  const session = useSession();
  const { pathname } = useLocation();
  const here = sectionOf(pathname);
  return (
    <nav className="rail" aria-label={t('shell.menu')}>
      {sectionsFor(session.roles).map((section) => (
        <Link
          key={section.key}
          to={section.path}
          className={section.key === here?.key ? 'rail-entry rail-here' : 'rail-entry'}
          aria-current={section.key === here?.key ? 'page' : undefined}
        >
          <Icon name={section.icon} size={20} />
          <span>{t(`section.${section.key}`)}</span>
        </Link>
      ))}
    </nav>
  );
}

function PhoneTabs({ onSearch }: { onSearch: () => void }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const { pathname } = useLocation();
  const operator = hasRole(roles, 'operator', 'team-leader');
  const tab = (to: string, icon: IconName, label: string): ReactNode => (
    <Link to={to} className={pathname.startsWith(to) ? 'phone-tab phone-here' : 'phone-tab'}>
      <Icon name={icon} size={22} />
      <span>{label}</span>
    </Link>
  );
  return (
    <nav className="phone-tabs" aria-label={t('shell.menu')}>
      {tab('/bench', 'home', t('shell.today'))}
      {tab('/orders', 'line', t('section.orders'))}
      {operator ? tab('/floor', 'task', t('shell.tasks')) : tab('/approvals', 'shield', t('shell.approvals'))}
      {tab('/more', 'build', t('shell.more'))}
      <button type="button" className="phone-tab" onClick={onSearch}>
        <Icon name="search" size={22} />
        <span>{t('shell.find')}</span>
      </button>
    </nav>
  );
}

/** Shown after 300 ms while a page is still on its way. */
export function PageSkeleton() {
  return (
    <div className="page skeleton-late" aria-busy="true">
      <div className="skeleton" style={{ height: 28, width: 220, marginBottom: 16 }} />
      <div className="skeleton" style={{ height: 420 }} />
    </div>
  );
}
