import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../api/client';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton } from '../../parts/Feedback';
import { plainText, when } from '../../parts/format';
import { pathOf } from '../../shell/paths';
import { ApprovalCard } from './ApprovalCard';
import { type Acknowledgement, acknowledge, listOf, useAcknowledgements } from './api';
import { Deputies } from './Deputies';
import { WaitingApprovals } from './WaitingApprovals';
import './approvals.css';

/** Everything that waits for the person at this screen. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  return (
    <div className="page waiting-page">
      <header className="page-head">
        <h1>{t('approval.title')}</h1>
      </header>
      <div className="waiting-columns">
        <ApprovalLists />
        <div>
          <AcknowledgementList />
          <NoticeList />
          <Deputies />
        </div>
      </div>
    </div>
  );
}

const LISTS = ['WAITING', 'STARTED', 'DONE', 'COPIED'] as const;
const LIST_TEXT = {
  WAITING: 'approvals.waiting',
  STARTED: 'approvals.started',
  DONE: 'approvals.done',
  COPIED: 'approvals.copied',
} as const;
const EMPTY_TEXT = {
  WAITING: 'approval.none',
  STARTED: 'approvals.noneStarted',
  DONE: 'approvals.noneDone',
  COPIED: 'approvals.noneCopied',
} as const;

function ApprovalLists() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const asked = params.get('list')?.toUpperCase();
  const list = LISTS.find((one) => one === asked) ?? 'WAITING';
  const shown = useQuery({
    queryKey: list === 'WAITING' ? ['waiting'] : ['approvals', list],
    queryFn: () => listOf(list),
    meta: { tables: ['workflow'] },
  });
  return (
    <section className="card">
      <nav className="section-tabs view-tabs approval-lists">
        {LISTS.map((one) => (
          <button
            key={one}
            type="button"
            className={one === list ? 'view-tab view-here' : 'view-tab'}
            onClick={() => setParams(one === 'WAITING' ? {} : { list: one.toLowerCase() })}
          >
            {t(LIST_TEXT[one])}
            {one === list && shown.data?.length ? <span className="muted"> {shown.data.length}</span> : null}
          </button>
        ))}
      </nav>
      {shown.isPending ? <RowsSkeleton rows={3} height={80} /> : null}
      {shown.isError && !shown.data ? <ProblemPanel problem={shown.error} onRetry={() => shown.refetch()} /> : null}
      {shown.data?.length === 0 ? <EmptyPanel title={t(EMPTY_TEXT[list])} /> : null}
      {list === 'WAITING' ? (
        <WaitingApprovals approvals={shown.data ?? []} />
      ) : (
        (shown.data ?? []).map((approval) => <ApprovalCard key={approval.id} approval={approval} />)
      )}
    </section>
  );
}

function AcknowledgementList() {
  const { t } = useTranslation();
  const asked = useAcknowledgements();
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t('approval.acknowledgements')}</h2>
        <span className="muted">{asked.data?.length || ''}</span>
      </div>
      {asked.isPending ? <RowsSkeleton rows={2} height={50} /> : null}
      {asked.data?.length === 0 ? <EmptyPanel title={t('approval.noneAcknowledge')} /> : null}
      {(asked.data ?? []).map((one) => (
        <Asked key={one.id} asked={one} />
      ))}
    </section>
  );
}

function Asked({ asked }: { asked: Acknowledgement }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const seen = useMutation({
    mutationFn: () => acknowledge(asked.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['acknowledgements'] }),
  });
  return (
    <article className="approval-card">
      <Link to={pathOf({ type: asked.recordType, id: asked.recordId })} className="line-ink">
        {plainText(asked.text)}
      </Link>
      <span className="muted small">{when(asked.askedAt)}</span>
      <RefusalNote problem={seen.error} />
      <div className="approval-buttons">
        <Button loading={seen.isPending} onClick={() => seen.mutate()}>
          {t('approval.acknowledge')}
        </Button>
      </div>
    </article>
  );
}

function NoticeList() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const notices = useQuery({
    queryKey: ['notices'],
    queryFn: () => api.get('/api/notices'),
    meta: { tables: ['workflow'] },
  });
  const readAll = useMutation({
    mutationFn: () => api.post('/api/notices/read'),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
  const shown = notices.data ?? [];
  if (shown.length === 0) return null;
  return (
    <section className="card" style={{ marginTop: 12 }}>
      <div className="card-head">
        <h2>{t('approval.notices')}</h2>
        <span className="grow" />
        <button type="button" className="link-button" onClick={() => readAll.mutate()}>
          {t('approval.readAll')}
        </button>
      </div>
      {shown.slice(0, 30).map((notice) => (
        <Link key={notice.id} to={notice.link ?? '#'} className={notice.readAt ? 'notice muted' : 'notice line-ink'}>
          <span>{plainText(notice.text)}</span>
          <time className="muted small nowrap">{when(notice.at)}</time>
        </Link>
      ))}
    </section>
  );
}
