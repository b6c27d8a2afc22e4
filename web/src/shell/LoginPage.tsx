import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { api } from '../api/client';
import { type FirstAccount, useLogin } from '../api/session';
import { changeLanguage } from '../i18n/i18n';
import { RefusalNote } from '../parts/Feedback';
import { Logo } from '../parts/Icon';
import { Avatar } from '../parts/Person';
import { roleName } from './sections';
import './LoginPage.css';

const BUILDING_MS = 2000;

/** Name and password; the demonstration factory lists its people. */
export function LoginPage() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const login = useLogin();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const hints = useQuery({
    queryKey: ['hints'],
    queryFn: () => api.get('/api/session/hints'),
    retry: false,
    refetchInterval: (query) => (query.state.data?.building ? BUILDING_MS : false),
  });
  const enter = async (name: string, password: string) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await login(name, password);
      const from = params.get('from') ?? '/';
      navigate(from.startsWith('/') && !from.startsWith('//') && !from.startsWith('/login') ? from : '/', {
        replace: true,
      });
    } catch (refusal) {
      setProblem(refusal);
      setBusy(false);
    }
  };
  const accounts = hints.data?.accounts ?? [];
  const building = hints.data?.building;
  const first = (useLocation().state as { first?: FirstAccount } | null)?.first;
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  return (
    <main className="login">
      <section className="login-card">
        <div className="login-brand">
          <Logo width={44} /> <b>{t('shell.product')}</b>
          <button type="button" className="link-button" onClick={() => changeLanguage(other)}>
            {other === 'en' ? 'English' : '中文'}
          </button>
        </div>
        <p className="muted">{t('login.tagline')}</p>
        {first ? (
          <Alert
            type="success"
            showIcon
            title={t('build.demoRemoved')}
            description={t('build.firstAccount', { name: first.username, password: first.password })}
          />
        ) : null}
        <Form
          layout="vertical"
          size="large"
          onFinish={({ name, password }) => enter(name, password)}
          requiredMark={false}
        >
          <Form.Item label={t('login.name')} name="name" rules={[{ required: true, message: t('login.name') }]}>
            <Input autoComplete="username" />
          </Form.Item>
          <Form.Item
            label={t('login.password')}
            name="password"
            rules={[{ required: true, message: t('login.password') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <RefusalNote problem={problem} />
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t('login.enter')}
          </Button>
        </Form>
        {hints.data?.empty ? <p className="muted">{t('login.empty')}</p> : null}
      </section>
      {building ? (
        <section className="login-demo" aria-live="polite">
          <p>{t('login.building')}</p>
          <Progress percent={building.percent} size="small" />
          <p className="muted small">
            {t('login.buildingNow', { day: building.day, orders: building.orders, delivered: building.delivered })}
          </p>
        </section>
      ) : null}
      {accounts.length > 0 ? (
        <section className="login-demo">
          <p className="muted small">{t('login.demo')}</p>
          <div className="login-people">
            {accounts.map((account) => (
              <button
                key={account.username}
                type="button"
                disabled={busy}
                onClick={() => enter(account.username, account.password ?? account.username)}
              >
                <Avatar name={account.name} size={28} />
                <span>
                  <b>{account.name}</b>
                  <small>{t(`role.${roleName(account.role)}`, account.role)}</small>
                </span>
              </button>
            ))}
          </div>
        </section>
      ) : null}
    </main>
  );
}
