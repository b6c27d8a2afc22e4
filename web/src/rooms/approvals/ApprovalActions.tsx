import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { RefusalNote, useTell } from '../../parts/Feedback';
import { ApprovalButtons } from './ApprovalButtons';
import { type Approval, actOn, type SignerWhen } from './api';
import { ColleagueSelect } from './Deputies';

type Dialog = 'send-back' | 'add-signer' | 'hand-over';

/** Everything the reader may do with an approval: decide, send back, ask somebody, hand over, urge, take back. */
export function ApprovalActions({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const tell = useTell();
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<Dialog>();
  const { may } = approval;
  const act = useMutation({
    mutationFn: (name: Parameters<typeof actOn>[1]) => actOn(approval.id, name),
    onSuccess: (after, name) => {
      queries.setQueryData(['approval', approval.id], after);
      if (name === 'remind') tell.done(t('approvals.reminded'));
      return queries.invalidateQueries({ queryKey: ['waiting'] });
    },
  });
  const nothing = !may.decide && !may.withdraw && !may.remind && !may.takeBack;
  if (nothing) return null;
  return (
    <div className="approval-actions">
      {may.decide ? <ApprovalButtons id={approval.id} refresh={['approval', approval.id]} big /> : null}
      <div className="approval-more">
        {may.decide ? <Button onClick={() => setDialog('send-back')}>{t('approvals.sendBack')}</Button> : null}
        {may.addSigner ? <Button onClick={() => setDialog('add-signer')}>{t('approvals.addSigner')}</Button> : null}
        {may.decide ? <Button onClick={() => setDialog('hand-over')}>{t('approvals.handOver')}</Button> : null}
        {may.remind ? (
          <Button loading={act.isPending} onClick={() => act.mutate('remind')}>
            {t('approvals.remind')}
          </Button>
        ) : null}
        {may.takeBack ? <Button onClick={() => act.mutate('take-back')}>{t('approvals.takeBack')}</Button> : null}
        {may.withdraw ? (
          <Button danger onClick={() => act.mutate('withdraw')}>
            {t('approvals.withdraw')}
          </Button>
        ) : null}
      </div>
      <RefusalNote problem={act.error} />
      {dialog === 'send-back' ? <SendBack approval={approval} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'add-signer' || dialog === 'hand-over' ? (
        <Ask approval={approval} act={dialog} onClose={() => setDialog(undefined)} />
      ) : null}
    </div>
  );
}

function useAct(send: () => Promise<Approval>, onClose: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (after) => {
      queries.setQueryData(['approval', after.id], after);
      onClose();
      return queries.invalidateQueries({ queryKey: ['waiting'] });
    },
  });
}

function SendBack({ approval, onClose }: { approval: Approval; onClose: () => void }) {
  const { t } = useTranslation();
  const [toStep, setToStep] = useState(-1);
  const [reason, setReason] = useState('');
  const [straightBack, setStraightBack] = useState(true);
  const send = useAct(
    () =>
      api.post('/api/approvals/{id}/send-back', {
        path: { id: approval.id },
        body: { toStep, reason: reason.trim(), straightBack },
      }),
    onClose,
  );
  const places = [
    { value: -1, label: t('approvals.applicant', { name: approval.submittedByName }) },
    ...approval.steps.slice(0, approval.step).map((step, index) => ({ value: index, label: step.name })),
  ];
  return (
    <Modal
      open
      title={t('approvals.sendBack')}
      okText={t('approvals.sendBack')}
      cancelText={t('common.back')}
      okButtonProps={{ disabled: !reason.trim() }}
      confirmLoading={send.isPending}
      onCancel={onClose}
      onOk={() => send.mutate()}
    >
      <div className="approval-form">
        <span>{t('approvals.sendBackTo')}</span>
        <Select value={toStep} options={places} onChange={setToStep} />
        <Input.TextArea
          autoFocus
          rows={3}
          value={reason}
          placeholder={t('approvals.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
        <Checkbox checked={straightBack} onChange={(event) => setStraightBack(event.target.checked)}>
          {t('approvals.straight')}
        </Checkbox>
        <RefusalNote problem={send.error} />
      </div>
    </Modal>
  );
}

const WHEN: readonly SignerWhen[] = ['BEFORE', 'AFTER', 'BESIDE'];

function Ask({ approval, act, onClose }: { approval: Approval; act: 'add-signer' | 'hand-over'; onClose: () => void }) {
  const { t } = useTranslation();
  const [user, setUser] = useState<string>();
  const [when, setWhen] = useState<SignerWhen>('BEFORE');
  const [comment, setComment] = useState('');
  const ask = useAct(() => {
    const path = { id: approval.id };
    const body = { user: user ?? '', comment: comment.trim() };
    return act === 'add-signer'
      ? api.post('/api/approvals/{id}/add-signer', { path, body: { ...body, when } })
      : api.post('/api/approvals/{id}/hand-over', { path, body });
  }, onClose);
  const title = t(act === 'add-signer' ? 'approvals.addSigner' : 'approvals.handOver');
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('common.back')}
      okButtonProps={{ disabled: !user }}
      confirmLoading={ask.isPending}
      onCancel={onClose}
      onOk={() => ask.mutate()}
    >
      <div className="approval-form">
        <ColleagueSelect value={user} onChange={setUser} />
        {act === 'add-signer' ? (
          <Radio.Group
            vertical
            value={when}
            onChange={(event) => setWhen(event.target.value)}
            options={WHEN.map((one) => ({ value: one, label: t(`approvalWhen.${one}`) }))}
          />
        ) : null}
        <Input.TextArea
          rows={2}
          value={comment}
          placeholder={t('approvals.comment')}
          onChange={(event) => setComment(event.target.value)}
        />
        <RefusalNote problem={ask.error} />
      </div>
    </Modal>
  );
}
