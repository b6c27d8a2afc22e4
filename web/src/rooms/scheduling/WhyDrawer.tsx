import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayMonth, dayTime } from '../../parts/format';
import { StateShape } from '../../parts/StateShape';
import type { Bar, MachineRow } from './api';

/** Why an operation stands where it stands, in one sentence, with the way to its order. */
export function WhyDrawer({
  bar,
  machines,
  onClose,
}: {
  bar: Bar | null;
  machines: MachineRow[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const machine = machines.find((one) => one.id === bar?.machineId);
  return (
    <Drawer open={bar !== null} onClose={onClose} size={380} title={bar ? `${bar.operation} · ${bar.sequence}` : ''}>
      {bar ? (
        <div className="why">
          <div className="why-head">
            <StateShape shape={bar.late ? 'late' : bar.state === 'DONE' ? 'done' : 'normal'} size={14} />
            <b>{bar.item}</b>
          </div>
          <p>
            <Link to={`/records/work-order/${bar.workOrderId}`}>{bar.workOrder}</Link>
            {bar.orderLineId ? (
              <>
                {' · '}
                <Link to={`/orders/${bar.orderLineId}`}>{bar.order}</Link>
              </>
            ) : null}
          </p>
          <div className="why-slot">
            <span className="muted">{machine ? `${machine.code} ${machine.name}` : ''}</span>
            <b>
              {dayTime(bar.start)} → {dayTime(bar.end)}
            </b>
            {bar.due ? (
              <span className={bar.late ? 'red' : 'muted'}>
                {t('floor.due')} {dayMonth(bar.due)}
              </span>
            ) : null}
            {bar.setupMinutes > 0 ? (
              <span className="muted">{t('schedule.setupMinutes', { n: bar.setupMinutes })}</span>
            ) : null}
          </div>
          <h3>{t('schedule.whyHere')}</h3>
          <p>{t(`whyReason.${bar.reason}`, bar.reason)}</p>
          <Detail detail={bar.detail} />
          {bar.orderLineId ? (
            <Link to={`/schedule?line=${bar.orderLineId}`}>
              <Button onClick={onClose}>{t('schedule.showOrder')}</Button>
            </Link>
          ) : null}
        </div>
      ) : null}
    </Drawer>
  );
}

function Detail({ detail }: { detail: unknown }) {
  if (detail === null || typeof detail !== 'object') return null;
  const entries = Object.entries(detail).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  if (entries.length === 0) return null;
  return (
    <dl className="why-detail">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt className="muted">{name}</dt>
          <dd>{String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
