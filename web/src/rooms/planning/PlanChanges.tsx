import { type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { BulkDialog } from '../../parts/BulkDialog';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton, useTell } from '../../parts/Feedback';
import { dayMonth, moneyText, quantityText, unitText, when } from '../../parts/format';
import { StateShape } from '../../parts/StateShape';
import { amountText, type PlanChange } from './api';

/** What a customer's change asks of work orders, purchases and reservations; the planner decides on each. */
export function PlanChanges({ changes }: { changes: UseQueryResult<PlanChange[]> }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const harmless = useMutation({
    mutationFn: () => api.post('/api/planning/changes/apply-harmless', { body: {} }),
    onSuccess: (answer) => {
      tell.done(t('planning.applied', { n: answer.applied }));
      return queries.invalidateQueries({ queryKey: ['planning'] });
    },
    onError: tell.refused,
  });
  const [chosen, setChosen] = useState<string[]>([]);
  const [verb, setVerb] = useState<Verdict | null>(null);
  if (changes.isError && !changes.data)
    return <ProblemPanel problem={changes.error} onRetry={() => changes.refetch()} />;
  if (!changes.data) return <RowsSkeleton rows={6} />;
  if (changes.data.length === 0) return <EmptyPanel icon="check" title={t('planning.noChanges')} />;
  const open = changes.data.filter((change) => change.status === 'PROPOSED');
  const easy = open.filter((change) => change.harmless && change.possible).length;
  const picked = open.filter((change) => chosen.includes(change.id));
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <div>
      {open.length > 0 ? (
        <div className="planning-tools">
          <Checkbox
            checked={picked.length === open.length}
            indeterminate={picked.length > 0 && picked.length < open.length}
            onChange={(event) => setChosen(event.target.checked ? open.map((change) => change.id) : [])}
          >
            {t('bulk.chooseAll', { n: open.length })}
          </Checkbox>
          <span className="lines-grow" />
          <Button disabled={picked.length === 0} onClick={() => setVerb('refuse')}>
            {t('planning.refuseMany', { n: picked.length })}
          </Button>
          <Button disabled={picked.length === 0} onClick={() => setVerb('apply')}>
            {t('planning.applyMany', { n: picked.length })}
          </Button>
          {easy > 0 ? (
            <Button type="primary" loading={harmless.isPending} onClick={() => harmless.mutate()}>
              {t('planning.applyHarmless', { n: easy })}
            </Button>
          ) : null}
        </div>
      ) : null}
      {changes.data.map((change) => (
        <ChangeRow
          key={change.id}
          change={change}
          chosen={chosen.includes(change.id)}
          onChoose={() => toggle(change.id)}
        />
      ))}
      {verb ? (
        <DecideMany verb={verb} changes={picked} onDone={() => setChosen([])} onClose={() => setVerb(null)} />
      ) : null}
    </div>
  );
}

type Verdict = 'apply' | 'refuse';

const decideChange = (change: PlanChange, verb: Verdict, reason: string) =>
  api.post(`/api/planning/changes/{id}/${verb}`, { path: { id: change.id }, body: { reason: reason.trim() } });

interface DecideManyProps {
  verb: Verdict;
  changes: PlanChange[];
  onDone: () => void;
  onClose: () => void;
}

function DecideMany({ verb, changes, onDone, onClose }: DecideManyProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <BulkDialog
      title={t('planning.changes')}
      okText={(n) => t(verb === 'apply' ? 'planning.applyMany' : 'planning.refuseMany', { n })}
      disabled={verb === 'refuse' && !reason.trim()}
      chosen={changes}
      keyOf={(change) => change.id}
      nameOf={(change) => `${t(`changeAction.${change.action}`, change.action)} ${change.targetNumber}`}
      act={(change) => decideChange(change, verb, reason)}
      refresh={[['planning']]}
      onDone={onDone}
      onClose={onClose}
    >
      {verb === 'refuse' ? (
        <Input
          value={reason}
          placeholder={t('planning.refuseWhy')}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
    </BulkDialog>
  );
}

interface ChangeRowProps {
  change: PlanChange;
  chosen: boolean;
  onChoose: () => void;
}

function ChangeRow({ change, chosen, onChoose }: ChangeRowProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (verb: Verdict) => decideChange(change, verb, reason),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['planning'] }),
  });
  const open = change.status === 'PROPOSED';
  const shape = !open
    ? change.status === 'APPLIED'
      ? 'done'
      : 'idle'
    : !change.possible
      ? 'blocked'
      : change.harmless
        ? 'suggestion'
        : 'risk';
  return (
    <div className="plan-change">
      {open ? <Checkbox checked={chosen} aria-label={change.targetNumber} onChange={onChoose} /> : <span />}
      <StateShape shape={shape} size={16} />
      <div className="plan-change-what">
        <b>
          {t(`changeAction.${change.action}`, change.action)}{' '}
          <Link to={`/records/${change.targetType.toLowerCase().replaceAll('_', '-')}/${change.targetId}`}>
            {change.targetNumber}
          </Link>
        </b>
        <span className="muted small">
          {change.targetNumber === change.itemCode ? '' : `${change.itemCode} `}
          {change.itemName} ·{' '}
          {change.orderLabel ? <Link to={`/orders/${change.orderLineId}`}>{change.orderLabel}</Link> : null} ·{' '}
          {change.changeReason} · <span className="nowrap">{when(change.proposedAt)}</span>
        </span>
      </div>
      <div className="plan-change-effect">
        <span>
          {quantityText(change.oldQuantity)}
          {String(change.oldQuantity) === String(change.newQuantity) ? null : (
            <>
              {' → '}
              <b>{quantityText(change.newQuantity)}</b>
            </>
          )}{' '}
          {unitText(change.unit)}
        </span>
        {change.oldDue !== change.newDue ? (
          <span className="num">
            {dayMonth(change.oldDue)} → <b>{dayMonth(change.newDue)}</b>
          </span>
        ) : null}
      </div>
      <div className="plan-change-effect small">
        {change.done ? <span>{t('planning.doneAlready', { quantity: amountText(change.done) })}</span> : null}
        {change.lost ? (
          <span className="red">{t('planning.lost', { amount: moneyText(change.lost.amount) })}</span>
        ) : null}
        {change.saved ? (
          <span className="green">{t('planning.saved', { amount: moneyText(change.saved.amount) })}</span>
        ) : null}
        {change.sharedWith.length > 0 ? (
          <span className="amber">{t('planning.shared', { names: change.sharedWith.join('、') })}</span>
        ) : null}
        {change.harmless ? <span className="green">{t('planning.harmless')}</span> : null}
        {!change.possible ? (
          <span className="red">{t(`blocking.${change.blockingCode}`, t('planning.impossible'))}</span>
        ) : null}
      </div>
      {open ? (
        <div className="plan-change-buttons">
          <Popconfirm
            icon={null}
            title={t('planning.refuseWhy')}
            description={<Input value={reason} onChange={(event) => setReason(event.target.value)} />}
            okText={t('planning.refuse')}
            cancelText={t('common.back')}
            okButtonProps={{ disabled: !reason.trim() }}
            onConfirm={() => decide.mutate('refuse')}
          >
            <Button size="small">{t('planning.refuse')}</Button>
          </Popconfirm>
          <Button
            size="small"
            type="primary"
            disabled={!change.possible}
            loading={decide.isPending}
            onClick={() => decide.mutate('apply')}
          >
            {t('planning.apply')}
          </Button>
        </div>
      ) : (
        <span className="muted small">{t(`changeStatus.${change.status}`)}</span>
      )}
      {decide.error ? (
        <div className="plan-change-problem">
          <RefusalNote problem={decide.error} />
        </div>
      ) : null}
    </div>
  );
}
