import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import type { Nonconformance } from './api';

const CHOICES = ['REWORK', 'SCRAP', 'CONCESSION'] as const;

/** What becomes of bad pieces: repair, scrap, or accept as they are. */
export function DispositionDialog({
  nonconformance,
  onClose,
}: {
  nonconformance: Nonconformance;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [disposition, setDisposition] = useState<(typeof CHOICES)[number]>('REWORK');
  const [note, setNote] = useState('');
  const decide = useMutation({
    mutationFn: () =>
      api.post('/api/nonconformances/{id}/decide', {
        path: { id: nonconformance.id },
        body: { disposition, note: note.trim() || null },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['nonconformances'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={`${t('quality.decide')} ${nonconformance.number}`}
      okText={t(`disposition.${disposition}`)}
      cancelText={t('common.back')}
      confirmLoading={decide.isPending}
      onCancel={onClose}
      onOk={() => decide.mutate()}
    >
      <p>{nonconformance.reason}</p>
      <Segmented
        block
        value={disposition}
        onChange={setDisposition}
        options={CHOICES.map((value) => ({ value, label: t(`disposition.${value}`) }))}
      />
      <Input.TextArea
        rows={2}
        value={note}
        placeholder={t('review.remark')}
        onChange={(event) => setNote(event.target.value)}
        style={{ marginTop: 12 }}
      />
      <RefusalNote problem={decide.error} />
    </Modal>
  );
}
