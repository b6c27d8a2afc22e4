import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../../api/client';
import { forgetSession } from '../../api/session';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton, useTell } from '../../parts/Feedback';
import { dayTime } from '../../parts/format';
import { SectionTabs } from '../../shell/SectionTabs';
import { useCatalogue } from '../records/api';
import { Exchange } from './Exchange';
import { People } from './People';
import '../stock/stock.css';
import './build.css';

/** The administrator's room: record types, people, imports, foreign data, the demonstration factory. */
export function BuildPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  return (
    <div className="record-page">
      <SectionTabs />
      <header className="page-head record-head">
        <h1>{t('page.build')}</h1>
        <a href="/swagger-ui.html" target="_blank" rel="noreferrer">
          {t('build.apiReference')}
        </a>
      </header>
      <section className="card record-tabs">
        <Tabs
          activeKey={params.get('tab') ?? 'types'}
          onChange={(tab) => setParams({ tab })}
          destroyOnHidden
          items={[
            { key: 'types', label: t('build.types'), children: <Types /> },
            { key: 'people', label: t('build.people'), children: <People /> },
            { key: 'imports', label: t('build.imports'), children: <Imports /> },
            { key: 'exchange', label: t('build.exchange'), children: <Exchange /> },
            { key: 'demo', label: t('build.demo'), children: <Demonstration /> },
          ]}
        />
      </section>
    </div>
  );
}

function Types() {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const types = catalogue.data ?? [];
  const rooms = [...new Set(types.map((type) => type.room))];
  if (catalogue.isPending) return <RowsSkeleton rows={8} />;
  return (
    <div className="build-types">
      {rooms.map((room) => (
        <div key={room}>
          <b className="muted">{t(`room.${room}`, room)}</b>
          {types
            .filter((type) => type.room === room)
            .map((type) => (
              <Link key={type.name} to={`/records/${type.name}`}>
                {type.label}
              </Link>
            ))}
        </div>
      ))}
    </div>
  );
}

function Imports() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const catalogue = useCatalogue();
  const imports = useQuery({ queryKey: ['imports'], queryFn: () => api.get('/api/imports') });
  const undo = useMutation({
    mutationFn: (id: string) => api.post('/api/imports/{id}/undo', { path: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['imports'] }),
    onError: tell.refused,
  });
  if (imports.isError) return <ProblemPanel problem={imports.error} onRetry={() => imports.refetch()} />;
  if (!imports.data) return <RowsSkeleton rows={4} />;
  if (imports.data.length === 0) return <EmptyPanel icon="import" title={t('build.noImports')} />;
  const label = (name: string) => catalogue.data?.find((type) => type.name === name)?.label ?? name;
  return (
    <table className="dialog-table">
      <tbody>
        {imports.data.map((row) => (
          <tr key={row.id}>
            <td className="num">{dayTime(row.at)}</td>
            <td>{label(row.recordType)}</td>
            <td>{row.fileName}</td>
            <td>{row.userName}</td>
            <td>
              {t('import.did', {
                total: row.total,
                inserted: row.inserted,
                updated: row.updated,
                unchanged: row.unchanged,
                rejected: row.rejected,
              })}
            </td>
            <td className="line-right">
              {row.undoneAt ? (
                <span className="muted">{t('build.undone')}</span>
              ) : (
                <Popconfirm
                  title={t('build.undoAsk')}
                  okText={t('import.undo')}
                  cancelText={t('common.cancel')}
                  onConfirm={() => undo.mutate(row.id)}
                >
                  <Button size="small">{t('import.undo')}</Button>
                </Popconfirm>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Demonstration() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const demo = useQuery({
    queryKey: ['demonstration'],
    queryFn: () => api.get('/api/demonstration'),
  });
  const remove = useMutation({
    mutationFn: () => api.delete('/api/demonstration'),
    // Nobody is logged in any more: the page before the login says who can be.
    onSuccess: (first) => {
      forgetSession();
      queries.clear();
      navigate('/login', { replace: true, state: { first } });
    },
  });
  if (!demo.data) return <RowsSkeleton rows={2} />;
  if (!demo.data.exists) return <EmptyPanel title={t('build.noDemo')} />;
  return (
    <div>
      <p>{t('build.demoHelp')}</p>
      <RefusalNote problem={remove.error} />
      <Popconfirm
        title={t('build.demoAsk')}
        okText={t('build.removeDemo')}
        cancelText={t('common.cancel')}
        onConfirm={() => remove.mutate()}
      >
        <Button danger loading={remove.isPending}>
          {t('build.removeDemo')}
        </Button>
      </Popconfirm>
    </div>
  );
}
