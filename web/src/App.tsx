import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import english from 'antd/locale/en_US';
import chinese from 'antd/locale/zh_CN';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { onSignedOut, Refused } from './api/client';
import { sessionKey } from './api/session';
import { fetchAhead, router } from './routes';
import { useAppearance } from './shell/appearance';
import { themeOf } from './theme/theme';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (times, problem) => !(problem instanceof Refused) && times < 2,
      refetchOnWindowFocus: false,
    },
  },
});

onSignedOut(() => {
  if (!window.location.pathname.startsWith('/login')) {
    queries.setQueryData(sessionKey, null);
    void router.navigate(`/login?from=${encodeURIComponent(window.location.pathname + window.location.search)}`);
  }
});

fetchAhead();

/** Theme, language and server state around every page. */
export function App() {
  const { i18n } = useTranslation();
  const { appearance } = useAppearance();
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider
        theme={themeOf(appearance)}
        button={{ autoInsertSpace: false }}
        locale={i18n.language === 'en' ? english : chinese}
      >
        <AntApp style={{ height: '100%' }} message={{ maxCount: 3 }}>
          <RouterProvider router={router} />
        </AntApp>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
