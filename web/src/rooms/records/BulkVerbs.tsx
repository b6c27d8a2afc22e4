import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { BulkDialog } from '../../parts/BulkDialog';
import { type StoredRecord, titleOf } from '../../parts/RecordSelect';
import type { TypeView, VerbView } from './api';
import { NEED_REASON, offers } from './verbs';

interface BulkVerbsProps {
  type: TypeView;
  chosen: readonly StoredRecord[];
  onDone: () => void;
}

/** The verbs that at least one of the chosen records offers now; each record answers for itself. */
export function BulkVerbs({ type, chosen, onDone }: BulkVerbsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<VerbView | null>(null);
  const acted = useRef(false);
  // The choice stays until the dialog is closed: it may still have refusals to tell.
  const close = () => {
    setOpen(null);
    if (acted.current) onDone();
    acted.current = false;
  };
  const ready = (verb: VerbView) => chosen.filter((record) => offers(verb, record));
  const offered = type.verbs.filter((verb) => ready(verb).length > 0);
  return (
    <div className="bulk-verbs">
      <span className="muted nowrap">{t('bulk.chosen', { n: chosen.length })}</span>
      {offered.map((verb, index) => (
        <Button
          key={verb.name}
          size="small"
          type={index === 0 ? 'primary' : 'default'}
          danger={verb.name === 'cancel'}
          onClick={() => setOpen(verb)}
        >
          {verb.label} {ready(verb).length}
        </Button>
      ))}
      {open ? (
        <VerbForMany
          verb={open}
          type={type}
          records={ready(open)}
          onDone={() => {
            acted.current = true;
          }}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

interface VerbForManyProps {
  verb: VerbView;
  type: TypeView;
  records: readonly StoredRecord[];
  onDone: () => void;
  onClose: () => void;
}

function VerbForMany({ verb, type, records, onDone, onClose }: VerbForManyProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const needsReason = NEED_REASON.includes(verb.name);
  return (
    <BulkDialog
      title={`${type.label} · ${verb.label}`}
      okText={(n) => `${verb.label} ${n}`}
      danger={verb.name === 'cancel'}
      disabled={needsReason && !reason.trim()}
      chosen={records}
      keyOf={(record) => record.id}
      nameOf={titleOf}
      act={(record) =>
        api.send(verb.method, verb.path, {
          path: { id: record.id },
          body: needsReason ? { reason: reason.trim() } : {},
        })
      }
      refresh={[['record', type.name], ['records']]}
      onDone={onDone}
      onClose={onClose}
      lead={<p>{t('bulk.these', { n: records.length, verb: verb.label })}</p>}
    >
      {needsReason ? (
        <Input.TextArea
          rows={2}
          value={reason}
          placeholder={t('order.reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
    </BulkDialog>
  );
}
