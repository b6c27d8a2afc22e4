import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { readSession, sessionKey } from '../api/session';
import { changeLanguage, languageTag, storedLanguage } from '../i18n/i18n';
import { ProblemPanel } from '../parts/Feedback';
import { AppChrome, PageSkeleton } from './AppChrome';
import { isCustomer } from './sections';

/** Lets those in who are logged in; customers see their own orders only. `bare` pages bring their own frame. */
export function Gate({ bare }: { bare?: boolean }) {
  const location = useLocation();
  const session = useQuery({ queryKey: sessionKey, queryFn: readSession, staleTime: Number.POSITIVE_INFINITY });
  const language = languageTag(session.data?.language);
  useEffect(() => {
    if (language && language !== storedLanguage()) changeLanguage(language);
  }, [language]);
  if (session.isPending) return <PageSkeleton />;
  if (session.isError) return <ProblemPanel problem={session.error} onRetry={() => session.refetch()} />;
  if (!session.data) {
    return <Navigate to={`/login?from=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  }
  if (isCustomer(session.data.roles) && !location.pathname.startsWith('/portal'))
    return <Navigate to="/portal" replace />;
  if (bare) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    );
  }
  return <AppChrome />;
}
