import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { when } from '../../parts/format';
import { ApprovalButtons } from './ApprovalButtons';
import type { Approval } from './api';
import { ChainText, StateChip } from './Chain';
import './approvals.css';

interface ApprovalCardProps {
  approval: Approval;
  /** While several are chosen: whether this one is. */
  chosen?: boolean;
  onChoose?: (on: boolean) => void;
}

/** One decision: what, from whom, since when; two presses to say yes, or one to choose it. */
export function ApprovalCard({ approval, chosen, onChoose }: ApprovalCardProps) {
  const { t } = useTranslation();
  const choosing = chosen !== undefined;
  return (
    <article className="approval-card">
      <div className="approval-head">
        {choosing ? (
          <Checkbox checked={chosen} onChange={(event) => onChoose?.(event.target.checked)}>
            <b>{approval.title}</b>
          </Checkbox>
        ) : (
          <Link to={`/approvals/${approval.id}`} className="line-ink">
            <b>{approval.title}</b>
          </Link>
        )}
        <StateChip state={approval.state} />
      </div>
      <dl className="approval-facts">
        {approval.facts.slice(0, 4).map((fact) => (
          <span key={fact.name}>
            <dt>{fact.label}</dt>
            <dd>{fact.text}</dd>
          </span>
        ))}
      </dl>
      <span className="muted small">
        {t('approval.requestedBy', { name: approval.submittedByName, at: when(approval.submittedAt) })}
        {approval.rule ? ` · ${approval.rule}` : ''}
      </span>
      <ChainText approval={approval} />
      {approval.may.decide && !choosing ? <ApprovalButtons id={approval.id} refresh={['waiting']} big /> : null}
    </article>
  );
}
