import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BulkDialog } from '../../parts/BulkDialog';
import { ApprovalCard } from './ApprovalCard';
import { type Approval, decideApproval } from './api';

type Verdict = 'approve' | 'reject';

/**
 * What waits for me: decided one by one, or several chosen and decided together.
 *
 * @param first so many are shown until several are to be chosen; all if left out
 */
export function WaitingApprovals({ approvals, first }: { approvals: Approval[]; first?: number }) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [verdict, setVerdict] = useState<Verdict>();
  const [decided, setDecided] = useState<readonly Approval[]>([]);
  const mine = approvals.filter((approval) => approval.may.decide);
  const picked = mine.filter((approval) => chosen.has(approval.id));
  const choose = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const decide = (what: Verdict) => {
    setDecided(picked);
    setVerdict(what);
  };
  const leave = () => {
    setChosen(new Set());
    setChoosing(false);
  };
  const shown = choosing ? mine : approvals.slice(0, first);
  return (
    <>
      <div className="approval-batch-head">
        {choosing ? (
          <Checkbox
            checked={picked.length === mine.length}
            indeterminate={picked.length > 0 && picked.length < mine.length}
            onChange={(event) => setChosen(new Set(event.target.checked ? mine.map((one) => one.id) : []))}
          >
            {t('approvals.chooseAll')}
          </Checkbox>
        ) : null}
        {!choosing && shown.length < approvals.length ? (
          <Link to="/approvals">{t('approvals.seeAll', { n: approvals.length })}</Link>
        ) : null}
        <span className="grow" />
        {mine.length > 1 ? (
          <button type="button" className="link-button" onClick={choosing ? leave : () => setChoosing(true)}>
            {t(choosing ? 'common.back' : 'approvals.choose')}
          </button>
        ) : null}
      </div>
      {shown.map((approval) => (
        <ApprovalCard
          key={approval.id}
          approval={approval}
          chosen={choosing ? chosen.has(approval.id) : undefined}
          onChoose={(on) => choose(approval.id, on)}
        />
      ))}
      {choosing ? (
        <div className="approval-batch">
          <span className="muted grow">{t('approvals.chosen', { n: picked.length })}</span>
          <Button size="large" disabled={picked.length === 0} onClick={() => decide('reject')}>
            {t('approval.reject')}
          </Button>
          <Button size="large" type="primary" disabled={picked.length === 0} onClick={() => decide('approve')}>
            {t('approval.approve')}
          </Button>
        </div>
      ) : null}
      {verdict ? (
        <DecideMany verdict={verdict} chosen={decided} onDone={leave} onClose={() => setVerdict(undefined)} />
      ) : null}
    </>
  );
}

interface DecideManyProps {
  verdict: Verdict;
  chosen: readonly Approval[];
  onDone: () => void;
  onClose: () => void;
}

/** Says yes to all of them, or no to each with its own reason. What is refused is listed; the rest is decided. */
function DecideMany({ verdict, chosen, onDone, onClose }: DecideManyProps) {
  const { t } = useTranslation();
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const reject = verdict === 'reject';
  const reasonOf = (approval: Approval) => reasons[approval.id]?.trim() ?? '';
  return (
    <BulkDialog
      title={t(reject ? 'approval.reject' : 'approval.approve')}
      okText={(n) => t(reject ? 'approvals.rejectMany' : 'approvals.approveMany', { n })}
      danger={reject}
      disabled={reject && !chosen.every(reasonOf)}
      chosen={chosen}
      keyOf={(approval) => approval.id}
      nameOf={(approval) => approval.title}
      act={(approval) => decideApproval(approval.id, verdict, reasonOf(approval))}
      refresh={[['waiting']]}
      onDone={onDone}
      onClose={onClose}
      lead={<p className="muted">{t(reject ? 'approvals.rejectHelp' : 'approvals.approveHelp')}</p>}
      cells={(approval) => (
        <td className="approval-decided">
          <b>{approval.title}</b>
          <span className="muted small">
            {approval.facts
              .slice(0, 3)
              .map((fact) => `${fact.label} ${fact.text}`)
              .join(' · ')}
          </span>
          {reject ? (
            <Input
              value={reasons[approval.id] ?? ''}
              placeholder={t('approvals.reason')}
              aria-label={`${t('approvals.reason')} ${approval.title}`}
              onChange={(event) => setReasons({ ...reasons, [approval.id]: event.target.value })}
            />
          ) : null}
        </td>
      )}
    />
  );
}
