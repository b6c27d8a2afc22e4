import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { when } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { discard, flush, type OutboxState } from './outbox';

/** Says what waits on this phone; a refused sheet turns it amber and is never dropped by itself. */
export function OfflineBanner({ outbox }: { outbox: OutboxState }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const refused = outbox.parcels.filter((parcel) => parcel.refused).length;
  const waiting = outbox.parcels.length - refused;
  if (!outbox.offline && outbox.parcels.length === 0) return null;
  const text =
    refused > 0
      ? t('floor.refused', { n: refused })
      : outbox.offline
        ? t('floor.offline', { n: waiting })
        : t('floor.sending', { n: waiting });
  return (
    <>
      <button
        type="button"
        className={refused > 0 ? 'offline-banner offline-amber' : 'offline-banner'}
        onClick={() => setOpen(true)}
      >
        <Icon name="cloud" size={22} />
        <b>{text}</b>
        <span>{refused > 0 ? t('floor.look') : t('floor.sendsItself')}</span>
      </button>
      <Modal
        open={open}
        title={text}
        onCancel={() => setOpen(false)}
        okText={t('floor.sendNow')}
        cancelText={t('common.close')}
        onOk={() => flush()}
      >
        {outbox.parcels.map((parcel) => (
          <div key={parcel.key} className="outbox-row">
            <b>{parcel.label}</b>
            <span className="muted">{when(parcel.at)}</span>
            {parcel.refused ? (
              <>
                <span className="red">{parcel.refused.detail}</span>
                <span>{parcel.refused.advice}</span>
                <button type="button" className="link-button" onClick={() => discard(parcel.key)}>
                  {t('floor.seenByLeader')}
                </button>
              </>
            ) : null}
          </div>
        ))}
        {outbox.parcels.length === 0 ? <p>{t('floor.nothingWaits')}</p> : null}
      </Modal>
    </>
  );
}
