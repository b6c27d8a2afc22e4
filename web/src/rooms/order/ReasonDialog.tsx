import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNote } from '../../parts/Feedback';
import type { Order } from './api';
import { useOrderCommand } from './useOrderCommand';

interface ReasonDialogProps {
  verb: string;
  send: (reason: string) => Promise<Order>;
  reason?: boolean;
  order: Order;
  onClose: () => void;
  onDone?: (after: Order) => void;
}

/** A verb that needs no more than a yes, or a yes with its reason. */
export function ReasonDialog({ verb, send, reason, order, onClose, onDone }: ReasonDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const command = useOrderCommand(
    order.id,
    () => send(text.trim()),
    (after) => {
      onClose();
      onDone?.(after);
    },
  );
  return (
    <Modal
      open
      title={t(`orderVerb.${verb}`)}
      onCancel={onClose}
      okText={t(`orderVerb.${verb}`)}
      cancelText={t('common.back')}
      okButtonProps={{ danger: verb.startsWith('cancel'), disabled: reason && !text.trim() }}
      confirmLoading={command.isPending}
      onOk={() => command.mutate()}
    >
      <p>{t(`orderVerbHelp.${verb}`, { number: order.number })}</p>
      {reason ? (
        <Input.TextArea
          autoFocus
          rows={3}
          value={text}
          placeholder={t('order.reason')}
          onChange={(event) => setText(event.target.value)}
        />
      ) : null}
      <RefusalNote problem={command.error} />
    </Modal>
  );
}
