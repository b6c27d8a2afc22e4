import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import { RefusalNote, useTell } from '../../parts/Feedback';
import { unitText } from '../../parts/format';
import type { Inspection } from './api';

/** Visual checks are kept as a yes or no, the others as their value. */
function measurementOf(characteristicId: string, said: string): Schema<'DecideInspectionMeasurement'> {
  if (said === 'good' || said === 'bad') return { characteristicId, piece: 1, passed: said === 'good' };
  return { characteristicId, piece: 1, value: said };
}

/** The inspector's word: how many are good, how many are not and why, with what was measured. */
export function DecideDialog({ inspection, onClose }: { inspection: Inspection; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const whole = Number(inspection.quantity);
  const [rejected, setRejected] = useState(0);
  const [reason, setReason] = useState('');
  const [measured, setMeasured] = useState<Record<string, string>>({});
  const detail = useQuery({
    queryKey: ['inspections', inspection.id],
    queryFn: () => api.get('/api/inspections/{id}', { path: { id: inspection.id } }),
  });
  const decide = useMutation({
    mutationFn: () =>
      api.post('/api/inspections/{id}/decide', {
        path: { id: inspection.id },
        body: {
          accepted: whole - rejected,
          rejected,
          reason: reason.trim() || null,
          measurements: Object.entries(measured)
            .filter(([, value]) => value.trim() !== '')
            .map(([characteristicId, value]) => measurementOf(characteristicId, value)),
        },
      }),
    onSuccess: () => {
      tell.done(t('quality.decided'));
      void queries.invalidateQueries({ queryKey: ['inspections'] });
      void queries.invalidateQueries({ queryKey: ['nonconformances'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={`${t('quality.decide')} ${inspection.number}`}
      okText={
        rejected > 0
          ? t('quality.acceptSome', { good: whole - rejected, bad: rejected })
          : t('quality.acceptAll', { n: whole })
      }
      cancelText={t('common.back')}
      okButtonProps={{ danger: rejected > 0, disabled: rejected > 0 && !reason.trim() }}
      confirmLoading={decide.isPending}
      onCancel={onClose}
      onOk={() => decide.mutate()}
    >
      <p>
        <b>
          {inspection.item.code} {inspection.item.name}
        </b>{' '}
        · {whole} {unitText(inspection.unit)}
      </p>
      {(detail.data?.characteristics ?? []).map((one) => (
        <label key={one.id} htmlFor={one.id} className="measure">
          <span>
            {one.name} <span className="muted">{one.wanted}</span>
          </span>
          {one.kind === 'VISUAL' ? (
            <Select
              id={one.id}
              allowClear
              value={measured[one.id] || undefined}
              options={['good', 'bad'].map((value) => ({ value, label: t(`quality.${value}`) }))}
              onChange={(value?: string) => setMeasured((before) => ({ ...before, [one.id]: value ?? '' }))}
            />
          ) : (
            <Input
              id={one.id}
              value={measured[one.id] ?? ''}
              suffix={one.unit ?? ''}
              onChange={(event) => setMeasured((before) => ({ ...before, [one.id]: event.target.value }))}
            />
          )}
        </label>
      ))}
      <div className="dialog-grid">
        <label>
          {t('quality.rejected')}
          <InputNumber
            min={0}
            max={whole}
            value={rejected}
            onChange={(value) => setRejected(value ?? 0)}
            style={{ width: '100%' }}
          />
        </label>
        <label>
          {t(rejected > 0 ? 'quality.reasonNeeded' : 'review.remark')}
          <Input value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      </div>
      <RefusalNote problem={decide.error} />
    </Modal>
  );
}
