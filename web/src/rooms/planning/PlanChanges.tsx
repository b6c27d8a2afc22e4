import { type UseQueryResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
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
    mutationFn: () => api.post<{ applied: number }>('/api/planning/changes/apply-harmless', { body: {} }),
    onSuccess: (answer) => {
      tell.done(t('planning.applied', { n: answer.applied }));
      return queries.invalidateQueries({ queryKey: ['planning'] });
    },
    onError: tell.refused,
  });
  if (changes.isError && !changes.data)
    return <ProblemPanel problem={changes.error} onRetry={() => changes.refetch()} />;
  if (!changes.data) return <RowsSkeleton rows={6} />;
  if (changes.data.length === 0) return <EmptyPanel icon="check" title={t('planning.noChanges')} />;
  const easy = changes.data.filter(
    (change) => change.status === 'PROPOSED' && change.harmless && change.possible,
  ).length;
  return (
    <div>
      {easy > 0 ? (
        <div className="planning-tools">
          <Button loading={harmless.isPending} onClick={() => harmless.mutate()}>
            {t('planning.applyHarmless', { n: easy })}
          </Button>
        </div>
      ) : null}
      {changes.data.map((change) => (
        <ChangeRow key={change.id} change={change} />
      ))}
    </div>
  );
}

function ChangeRow({ change }: { change: PlanChange }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (verb: 'apply' | 'refuse') =>
      api.post(`/api/planning/changes/{id}/${verb}`, { path: { id: change.id }, body: { reason: reason.trim() } }),
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
      <StateShape shape={shape} size={16} />
      <div className="plan-change-what">
        <b>
          {t(`changeAction.${change.action}`, change.action)}{' '}
          <Link to={`/records/${change.targetType.toLowerCase().replaceAll('_', '-')}/${change.targetId}`}>
            {change.targetNumber}
          </Link>
        </b>
        <span className="muted small">
          {change.itemCode} {change.itemName} ·{' '}
          {change.orderLabel ? <Link to={`/orders/${change.orderLineId}`}>{change.orderLabel}</Link> : null} ·{' '}
          {change.changeReason} · {when(change.proposedAt)}
        </span>
      </div>
      <div className="plan-change-effect">
        <span>
          {quantityText(change.oldQuantity)} → <b>{quantityText(change.newQuantity)}</b> {unitText(change.unit)}
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
