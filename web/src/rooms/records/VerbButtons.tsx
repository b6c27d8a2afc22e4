import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import type { StoredRecord } from '../../parts/RecordSelect';
import type { TypeView, VerbView } from './api';
import { NEED_REASON, offers } from './verbs';

/** The verbs of a record's type that are offered in its present state. */
export function VerbButtons({ type, record }: { type: TypeView; record: StoredRecord }) {
  const [open, setOpen] = useState<VerbView | null>(null);
  const offered = type.verbs.filter((verb) => offers(verb, record));
  return (
    <>
      {offered.map((verb, index) => (
        <Button
          key={verb.name}
          type={index === 0 ? 'primary' : 'default'}
          danger={verb.name === 'cancel'}
          onClick={() => setOpen(verb)}
        >
          {verb.label}
        </Button>
      ))}
      {open ? <VerbDialog verb={open} type={type} record={record} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function VerbDialog({
  verb,
  type,
  record,
  onClose,
}: {
  verb: VerbView;
  type: TypeView;
  record: StoredRecord;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [partial, setPartial] = useState(false);
  const needsReason = NEED_REASON.includes(verb.name);
  const bodyOf = () => {
    if (needsReason) return { reason: reason.trim() };
    return partial ? { partial } : {};
  };
  const run = useMutation({
    mutationFn: () =>
      api.send(verb.method, verb.path, {
        path: { id: record.id },
        body: bodyOf(),
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['record', type.name] });
      void queries.invalidateQueries({ queryKey: ['records'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={verb.label}
      okText={verb.label}
      cancelText={t('common.back')}
      okButtonProps={{ danger: verb.name === 'cancel', disabled: needsReason && !reason.trim() }}
      confirmLoading={run.isPending}
      onOk={() => run.mutate()}
      onCancel={onClose}
    >
      {needsReason ? (
        <Input.TextArea
          rows={3}
          value={reason}
          placeholder={t('order.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : (
        <p>{t('record.verbAsk', { verb: verb.label })}</p>
      )}
      <RefusalNote problem={run.error} />
      {verb.name === 'release' && run.error ? (
        <Checkbox checked={partial} onChange={(event) => setPartial(event.target.checked)}>
          {t('record.releasePartial')}
        </Checkbox>
      ) : null}
    </Modal>
  );
}
