import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tabs, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../api/client';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton } from '../../parts/Feedback';
import { dayMonth, quantityText, unitText, when } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { RecordName } from '../../parts/RecordSelect';
import { SectionTabs } from '../../shell/SectionTabs';
import { PLANNING_TABLES, useLatestRun, usePlanChanges, useSuggestions } from './api';
import { PlanChanges } from './PlanChanges';
import { Suggestions } from './Suggestions';
import '../records/records.css';
import './planning.css';

/** Room 30: what to buy and make, what to move, and what changed orders ask for. */
export function PlanningPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const line = params.get('line');
  const suggestions = useSuggestions(line);
  const changes = usePlanChanges(line);
  const open = changes.data?.filter((change) => change.status === 'PROPOSED').length ?? 0;
  const show = (tab: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      next.set('tab', tab);
      return next;
    });
  return (
    <div className="record-page">
      <SectionTabs />
      <header className="page-head record-head">
        <h1>{t('page.planning')}</h1>
        {line ? (
          <Tag closable color="blue" onClose={() => setParams({ tab: params.get('tab') ?? 'suggestions' })}>
            <RecordName type="sales-order-line" id={line} />
          </Tag>
        ) : null}
        {line ? <Link to={`/planning/requirements/${line}`}>{t('line.allMaterial')}</Link> : null}
        <span className="grow" />
        <RunButton />
      </header>
      <section className="card record-tabs planning-tabs">
        <Tabs
          activeKey={params.get('tab') ?? 'suggestions'}
          onChange={show}
          destroyOnHidden
          items={[
            {
              key: 'suggestions',
              label: `${t('planning.suggestions')} ${suggestions.data?.length ?? ''}`,
              children: <Suggestions suggestions={suggestions} line={line} />,
            },
            { key: 'messages', label: t('planning.messages'), children: <Messages /> },
            {
              key: 'changes',
              label: `${t('planning.changes')} ${open || ''}`,
              children: <PlanChanges changes={changes} />,
            },
          ]}
        />
      </section>
    </div>
  );
}

/** Runs planning; shows when it last ran and how long it took. */
export function RunButton({ main = true }: { main?: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const latest = useLatestRun();
  const run = useMutation({
    mutationFn: () => api.post('/api/planning/runs'),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['planning'] }),
  });
  const shown = run.data ?? latest.data;
  return (
    <>
      {run.error ? <RefusalNote problem={run.error} /> : null}
      {shown ? (
        <span className="muted small nowrap">
          <span className="green">✓</span>{' '}
          {t('planning.ran', { at: when(shown.at), seconds: (shown.milliseconds / 1000).toFixed(1) })}
        </span>
      ) : null}
      <Button
        type={main ? 'primary' : 'default'}
        icon={<Icon name="history" />}
        loading={run.isPending}
        onClick={() => run.mutate()}
      >
        {t('planning.run')}
      </Button>
    </>
  );
}

function Messages() {
  const { t } = useTranslation();
  const messages = useQuery({
    queryKey: ['planning', 'messages'],
    queryFn: () => api.get('/api/planning/messages'),
    meta: { tables: PLANNING_TABLES },
  });
  if (messages.isError) return <ProblemPanel problem={messages.error} onRetry={() => messages.refetch()} />;
  if (!messages.data) return <RowsSkeleton rows={8} />;
  if (messages.data.length === 0) return <EmptyPanel icon="check" title={t('planning.noMessages')} />;
  return (
    <div className="planning-wide">
      <table className="dialog-table planning-table">
        <thead>
          <tr>
            <th>{t('planning.advice')}</th>
            <th>{t('planning.document')}</th>
            <th>{t('kit.item')}</th>
            <th className="line-right">{t('kit.quantity')}</th>
            <th>{t('planning.due')}</th>
            <th>{t('planning.proposedDue')}</th>
            <th>{t('planning.forOrder')}</th>
          </tr>
        </thead>
        <tbody>
          {messages.data.map((message) => (
            <tr key={message.id}>
              <td>
                <b className={message.kind === 'EXPEDITE' ? 'red' : 'amber'}>
                  {t(`advice.${message.kind}`, message.kind)}
                </b>
              </td>
              <td>
                <Link to={`/records/${message.supplyType}/${message.supplyId}`}>{message.supplyNumber}</Link>
              </td>
              <td>
                {message.itemCode} {message.itemName}
              </td>
              <td className="line-right nowrap">
                {quantityText(message.quantity)} {unitText(message.unit)}
                {String(message.quantity) !== String(message.proposed) ? ` → ${quantityText(message.proposed)}` : ''}
              </td>
              <td className="num">{dayMonth(message.due)}</td>
              <td className="num strong">{dayMonth(message.proposedDue)}</td>
              <td>
                {message.orderLineId ? <Link to={`/orders/${message.orderLineId}`}>{message.orderLabel}</Link> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
