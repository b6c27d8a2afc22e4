import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton } from '../../parts/Feedback';
import { when } from '../../parts/format';
import { pathOf } from '../../shell/paths';
import { ApprovalButtons } from './ApprovalButtons';
import {
  type Acknowledgement,
  type Approval,
  acknowledge,
  listAcknowledgements,
  listApprovals,
  type Notice,
} from './api';
import './workflow.css';

/** Everything that waits for the person at this screen. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  return (
    <div className="page waiting-page">
      <header className="page-head">
        <h1>{t('approval.title')}</h1>
      </header>
      <div className="waiting-columns">
        <ApprovalList />
        <div>
          <AcknowledgementList />
          <NoticeList />
        </div>
      </div>
    </div>
  );
}

function ApprovalList() {
  const { t } = useTranslation();
  const waiting = useQuery({ queryKey: ['waiting'], queryFn: listApprovals, meta: { tables: ['workflow'] } });
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t('approval.approvals')}</h2>
        <span className="muted">{waiting.data?.length || ''}</span>
      </div>
      {waiting.isPending ? <RowsSkeleton rows={3} height={80} /> : null}
      {waiting.isError && !waiting.data ? (
        <ProblemPanel problem={waiting.error} onRetry={() => waiting.refetch()} />
      ) : null}
      {waiting.data?.length === 0 ? <EmptyPanel title={t('approval.none')} /> : null}
      {(waiting.data ?? []).map((approval) => (
        <ApprovalCard key={approval.id} approval={approval} />
      ))}
    </section>
  );
}

/** One decision: what, from whom, since when; two presses to say yes. */
export function ApprovalCard({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  return (
    <article className="approval-card">
      <div className="approval-head">
        <b>{approval.title}</b>
        <Link to={pathOf({ type: approval.recordType, id: approval.recordId })}>{t('approval.openRecord')}</Link>
      </div>
      <span className="muted small">
        {t('approval.requestedBy', { name: approval.submittedByName, at: when(approval.submittedAt) })}
        {approval.rule ? ` · ${approval.rule}` : ''}
      </span>
      <span className="approval-steps">
        {approval.steps.map((step, index) => (
          <span
            key={step.name}
            className={index < approval.step ? 'green' : index === approval.step ? 'amber strong' : 'muted'}
          >
            {step.name}
          </span>
        ))}
      </span>
      <ApprovalButtons id={approval.id} refresh={['waiting']} big />
    </article>
  );
}

function AcknowledgementList() {
  const { t } = useTranslation();
  const asked = useQuery({
    queryKey: ['acknowledgements'],
    queryFn: listAcknowledgements,
    meta: { tables: ['workflow'] },
  });
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
        {asked.text}
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
    queryFn: () => api.get<Notice[]>('/api/notices'),
    meta: { tables: ['workflow'] },
  });
  const readAll = useMutation({
    mutationFn: () => api.post('/api/notices/read', { body: {} }),
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
          <span>{notice.text}</span>
          <time className="muted small nowrap">{when(notice.at)}</time>
        </Link>
      ))}
    </section>
  );
}
