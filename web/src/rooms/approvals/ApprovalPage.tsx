import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { dayTime, when } from '../../parts/format';
import { pathOf } from '../../shell/paths';
import { ApprovalActions } from './ApprovalActions';
import { type Approval, readApproval } from './api';
import { ChainSteps, StateChip } from './Chain';
import './approvals.css';

/** One approval: what is asked, who said what, and what I can do. */
export function ApprovalPage() {
  const { id = '' } = useParams();
  const page = useQuery({
    queryKey: ['approval', id],
    queryFn: () => readApproval(id),
    meta: { tables: ['workflow'] },
  });
  if (page.isError && !page.data) return <ProblemPanel problem={page.error} onRetry={() => page.refetch()} />;
  if (!page.data) return <RowsSkeleton rows={6} height={60} />;
  return <Shown approval={page.data} />;
}

function Shown({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  return (
    <div className="page waiting-page">
      <header className="page-head">
        <h1>{approval.title}</h1>
        <StateChip state={approval.state} />
        <span className="grow" />
        <Link to={pathOf({ type: approval.recordType, id: approval.recordId })}>{t('approval.openRecord')}</Link>
      </header>
      <p className="muted">
        {approval.recordTypeLabel} ·{' '}
        {t('approval.requestedBy', { name: approval.submittedByName, at: when(approval.submittedAt) })}
        {approval.rule ? ` · ${approval.rule}` : ''}
      </p>
      <div className="waiting-columns">
        <div>
          <section className="card">
            <div className="card-head">
              <h2>{t('approvals.facts')}</h2>
            </div>
            <dl className="fact-sheet">
              {approval.facts.map((fact) => (
                <div key={fact.name}>
                  <dt>{fact.label}</dt>
                  <dd>{fact.text}</dd>
                </div>
              ))}
            </dl>
            <ApprovalActions approval={approval} />
          </section>
          <section className="card" style={{ marginTop: 12 }}>
            <div className="card-head">
              <h2>{t('approvals.history')}</h2>
            </div>
            <HistoryOf approval={approval} />
          </section>
        </div>
        <section className="card">
          <div className="card-head">
            <h2>{t('approvals.chain')}</h2>
          </div>
          <ChainSteps approval={approval} />
        </section>
      </div>
    </div>
  );
}

/** What follows from the chain and not from somebody. */
const BY_ITSELF = ['GRANTED', 'OVERDUE', 'RAISED', 'COPIED'];

function HistoryOf({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  return (
    <ol className="approval-history">
      {approval.history.map((entry) => (
        <li key={entry.number}>
          <time className="muted num nowrap">{dayTime(entry.at)}</time>
          <span>
            {BY_ITSELF.includes(entry.act) ? null : <b>{entry.userName} </b>}
            {t(`approvalAct.${entry.act}`, { other: entry.other ?? '' })}
            {entry.comment ? <span className="muted">：{entry.comment}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
