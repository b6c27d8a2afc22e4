import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { DayInput } from '../../parts/DayInput';
import { RefusalNote } from '../../parts/Feedback';
import { dayMonth, today } from '../../parts/format';
import type { Order, OrderLine } from './api';
import { lineName, lineQuantity } from './lineText';
import { useOrderCommand } from './useOrderCommand';

function suggested(line: OrderLine): string {
  const wanted = line.requestedDate ?? '';
  const earliest = line.computedEarliest ?? '';
  const date = line.latestPromise ?? line.proposedPromise ?? [wanted, earliest].sort().at(-1) ?? '';
  return date && date < today() ? today() : date;
}

/** Gives the customer our word: one promised date a line. Approval, where a rule asks for it, comes first. */
export function ConfirmDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation();
  const lines = order.lines.filter((line) => line.status !== 'CANCELLED');
  const [promises, setPromises] = useState<Record<string, string>>(() =>
    Object.fromEntries(lines.map((line) => [line.id, suggested(line)])),
  );
  const given = Object.fromEntries(Object.entries(promises).filter(([, date]) => date));
  const command = useOrderCommand(
    order.id,
    () =>
      api.post('/api/orders/{id}/confirm', {
        path: { id: order.id },
        body: { promises: given, version: order.version },
      }),
    onClose,
  );
  return (
    <Modal
      open
      width={620}
      title={t('confirm.title', { number: order.number })}
      onCancel={onClose}
      okText={t(order.status === 'REVIEWED' ? 'confirm.send' : 'orderVerb.confirm')}
      cancelText={t('common.back')}
      confirmLoading={command.isPending}
      onOk={() => command.mutate()}
    >
      <p className="muted">{t('confirm.help')}</p>
      <table className="dialog-table">
        <thead>
          <tr>
            <th>{t('lineColumn.item')}</th>
            <th className="line-right">{t('lineColumn.quantity')}</th>
            <th>{t('lineColumn.requested')}</th>
            <th>{t('line.promised')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                {line.position}. {lineName(line)}
              </td>
              <td className="line-right nowrap">{lineQuantity(line)}</td>
              <td className="nowrap">{dayMonth(line.requestedDate)}</td>
              <td>
                <DayInput
                  value={promises[line.id]}
                  label={t('line.promised')}
                  onChange={(day) => setPromises((before) => ({ ...before, [line.id]: day }))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RefusalNote problem={command.error} />
    </Modal>
  );
}
