import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '../../parts/Feedback';
import { decideApproval } from './api';

type Step = 'idle' | 'approve' | 'reject';

/** Approve in two presses; a rejection asks for its reason first. */
export function ApprovalButtons({ id, refresh, big }: { id: string; refresh: readonly string[]; big?: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>('idle');
  const [comment, setComment] = useState('');
  const decide = useMutation({
    mutationFn: (verdict: 'approve' | 'reject') => decideApproval(id, verdict, comment.trim()),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: refresh }),
        queries.invalidateQueries({ queryKey: ['waiting'] }),
      ]),
  });
  const size = big ? 'large' : 'small';
  if (step === 'idle') {
    return (
      <div className="approval-buttons">
        <Button size={size} onClick={() => setStep('reject')}>
          {t('approval.reject')}
        </Button>
        <Button size={size} type="primary" onClick={() => setStep('approve')}>
          {t('approval.approve')}
        </Button>
      </div>
    );
  }
  const reject = step === 'reject';
  return (
    <div className="approval-confirm">
      <Input
        autoFocus
        value={comment}
        placeholder={t(reject ? 'approval.reason' : 'approval.comment')}
        onChange={(event) => setComment(event.target.value)}
      />
      <RefusalNote problem={decide.error} />
      <div className="approval-buttons">
        <Button size={size} onClick={() => setStep('idle')}>
          {t('common.back')}
        </Button>
        <Button
          size={size}
          type="primary"
          danger={reject}
          loading={decide.isPending}
          disabled={reject && !comment.trim()}
          onClick={() => decide.mutate(step)}
        >
          {t(reject ? 'approval.confirmReject' : 'approval.confirmApprove')}
        </Button>
      </div>
    </div>
  );
}
