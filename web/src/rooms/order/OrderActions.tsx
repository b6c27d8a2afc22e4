import { Button, Dropdown } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '../../api/client';
import { useSession } from '../../api/session';
import { Icon } from '../../parts/Icon';
import { hasRole } from '../../shell/sections';
import { type Order, type OrderStatus, useOrder } from './api';
import { ChangeLineDialog } from './ChangeLineDialog';
import { ConfirmDialog } from './ConfirmDialog';
import { ReasonDialog } from './ReasonDialog';
import { ReviewDialog } from './ReviewDialog';

const VERBS = [
  'quote',
  'submitReview',
  'answer',
  'confirm',
  'change',
  'hold',
  'resume',
  'copy',
  'cancelLine',
  'cancel',
] as const;
type Verb = (typeof VERBS)[number];

const EARLY: OrderStatus[] = ['INQUIRY', 'QUOTED'];
const ENDED: OrderStatus[] = ['COMPLETED', 'CANCELLED'];

function mayNow(verb: Verb, order: Order): boolean {
  const { status, onHold } = order;
  switch (verb) {
    case 'quote':
      return status === 'INQUIRY';
    case 'submitReview':
      return EARLY.includes(status);
    case 'answer':
      return status === 'IN_REVIEW';
    case 'confirm':
      return status === 'REVIEWED' || status === 'APPROVING';
    case 'change':
    case 'cancelLine':
    case 'cancel':
      return !ENDED.includes(status);
    case 'hold':
      return !onHold && !ENDED.includes(status);
    case 'resume':
      return onHold === true;
    case 'copy':
      return true;
  }
}

function roleAllows(verb: Verb, roles: readonly string[]): boolean {
  if (hasRole(roles, 'administrator', 'manager')) return true;
  if (verb === 'answer') return hasRole(roles, 'sales', 'engineer', 'planner', 'team-leader');
  return hasRole(roles, 'sales');
}

/** The verb that moves this order on from where it stands. */
const PRIMARY: Partial<Record<OrderStatus, Verb>> = {
  INQUIRY: 'submitReview',
  QUOTED: 'submitReview',
  IN_REVIEW: 'answer',
  REVIEWED: 'confirm',
  CONFIRMED: 'change',
};

/** Links from elsewhere may open a dialog: `?do=review`. */
const ASKED: Record<string, Verb> = { review: 'answer', confirm: 'confirm', change: 'change' };

/** What may be done with the order now: the next verb as a button, the others behind the dots. */
export function OrderActions({ orderId, lineId }: { orderId: string; lineId: string }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const [params, setParams] = useSearchParams();
  const [chosen, setChosen] = useState<Verb | null>(null);
  const asked = params.get('do');
  const open = chosen ?? (asked ? (ASKED[asked] ?? null) : null);
  const setOpen = (verb: Verb | null) => {
    setChosen(verb);
    if (asked) setParams({}, { replace: true });
  };
  const order = useOrder(orderId);
  if (!order.data) return null;
  const allowed = VERBS.filter((verb) => roleAllows(verb, roles) && order.data && mayNow(verb, order.data));
  const primary = PRIMARY[order.data.status];
  const shown = primary && allowed.includes(primary) ? primary : undefined;
  return (
    <>
      {shown ? <Button onClick={() => setOpen(shown)}>{t(`orderVerb.${shown}`)}</Button> : null}
      {allowed.length > (shown ? 1 : 0) ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: allowed
              .filter((verb) => verb !== shown)
              .map((verb) => ({
                key: verb,
                label: t(`orderVerb.${verb}`),
                danger: verb.startsWith('cancel'),
                onClick: () => setOpen(verb),
              })),
          }}
        >
          <Button icon={<Icon name="more" />} aria-label={t('common.more')} />
        </Dropdown>
      ) : null}
      {open && allowed.includes(open) ? (
        <VerbDialog verb={open} order={order.data} lineId={lineId} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

function VerbDialog({
  verb,
  order,
  lineId,
  onClose,
}: {
  verb: Verb;
  order: Order;
  lineId: string;
  onClose: () => void;
}): ReactElement {
  const navigate = useNavigate();
  const path = { id: order.id };
  switch (verb) {
    case 'answer':
      return <ReviewDialog order={order} lineId={lineId} onClose={onClose} />;
    case 'confirm':
      return <ConfirmDialog order={order} onClose={onClose} />;
    case 'change':
      return <ChangeLineDialog order={order} lineId={lineId} onClose={onClose} />;
    case 'cancelLine':
      return (
        <ReasonDialog
          verb={verb}
          send={(reason) => api.post('/api/order-lines/{id}/cancel', { path: { id: lineId }, body: { reason } })}
          reason
          order={order}
          onClose={onClose}
        />
      );
    case 'hold':
    case 'cancel':
      return (
        <ReasonDialog
          verb={verb}
          send={(reason) => api.post(`/api/orders/{id}/${verb}`, { path, body: { reason } })}
          reason
          order={order}
          onClose={onClose}
        />
      );
    case 'quote':
    case 'resume':
      return (
        <ReasonDialog
          verb={verb}
          send={() => api.post(`/api/orders/{id}/${verb}`, { path })}
          order={order}
          onClose={onClose}
        />
      );
    case 'submitReview':
      return (
        <ReasonDialog
          verb={verb}
          send={() => api.post('/api/orders/{id}/submit-review', { path })}
          order={order}
          onClose={onClose}
        />
      );
    case 'copy':
      return (
        <ReasonDialog
          verb={verb}
          send={() => api.post('/api/orders/{id}/copy', { path })}
          order={order}
          onClose={onClose}
          onDone={(copy) => navigate(`/records/sales-order/${copy.id}`)}
        />
      );
  }
}
