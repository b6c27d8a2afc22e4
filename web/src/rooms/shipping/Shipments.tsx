import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import { dayTime } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { type ShipmentView, useShipments } from './api';

/** Shipments that still need something: to leave, or to be signed for. */
export function Shipments() {
  const { t } = useTranslation();
  const shipments = useShipments();
  const [open, setOpen] = useState<ShipmentView | null>(null);
  const rows = (shipments.data ?? []).filter((row) => row.status === 'PACKED' || row.status === 'SHIPPED');
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{t('shipping.shipments')}</h3>
      {rows.map((row) => (
        <div key={row.id} className="ship-row">
          <Link to={`/records/shipment/${row.id}`}>{row.number}</Link>
          <span className="ellipsis">
            {row.customer} · {t('shipping.packages', { n: row.packages.length })}{' '}
            {row.carrier ? `· ${row.carrier} ${row.tracking ?? ''}` : ''}
          </span>
          <span className="num">{row.shippedAt ? dayTime(row.shippedAt) : ''}</span>
          <span className="muted">{t(`shipmentStatus.${row.status}`)}</span>
          <Button size="small" type="primary" onClick={() => setOpen(row)}>
            {t(row.status === 'PACKED' ? 'shipping.ship' : 'shipping.deliver')}
          </Button>
        </div>
      ))}
      {open?.status === 'PACKED' ? <ShipDialog key={open.id} shipment={open} onClose={() => setOpen(null)} /> : null}
      {open?.status === 'SHIPPED' ? (
        <DeliverDialog key={open.id} shipment={open} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

interface DialogProps {
  shipment: ShipmentView;
  onClose: () => void;
}

function useShipmentCommand(send: () => Promise<ShipmentView>, onClose: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['shipping'] });
      onClose();
    },
  });
}

function ShipDialog({ shipment, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [carrier, setCarrier] = useState('');
  const [tracking, setTracking] = useState('');
  const [agreed, setAgreed] = useState(false);
  const ship = useShipmentCommand(
    () =>
      api.post('/api/shipments/{id}/ship', {
        path: { id: shipment.id },
        body: { carrier: carrier.trim(), tracking: tracking.trim() || null, agreed },
      }),
    onClose,
  );
  return (
    <Modal
      open
      title={`${t('shipping.ship')} ${shipment.number}`}
      okText={t('shipping.ship')}
      cancelText={t('common.back')}
      okButtonProps={{ disabled: !carrier.trim() }}
      confirmLoading={ship.isPending}
      onCancel={onClose}
      onOk={() => ship.mutate()}
    >
      <div className="dialog-grid">
        <label>
          {t('shipping.carrier')}
          <Input value={carrier} onChange={(event) => setCarrier(event.target.value)} />
        </label>
        <label>
          {t('shipping.tracking')}
          <Input value={tracking} onChange={(event) => setTracking(event.target.value)} />
        </label>
      </div>
      <Checkbox checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
        {t('shipping.agreed')}
      </Checkbox>
      <RefusalNote problem={ship.error} />
    </Modal>
  );
}

function DeliverDialog({ shipment, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [signedBy, setSignedBy] = useState('');
  const [file, setFile] = useState<{ id: string; name: string } | null>(null);
  const upload = useMutation({
    mutationFn: (chosen: File) =>
      api.post('/api/records/{type}/{id}/files', {
        path: { type: 'shipment', id: shipment.id },
        form: { file: chosen },
      }),
    onSuccess: setFile,
  });
  const deliver = useShipmentCommand(
    () =>
      api.post('/api/shipments/{id}/deliver', {
        path: { id: shipment.id },
        body: { signedBy: signedBy.trim(), fileId: file?.id ?? null },
      }),
    onClose,
  );
  return (
    <Modal
      open
      title={`${t('shipping.deliver')} ${shipment.number}`}
      okText={t('shipping.deliver')}
      cancelText={t('common.back')}
      okButtonProps={{ disabled: !signedBy.trim() }}
      confirmLoading={deliver.isPending}
      onCancel={onClose}
      onOk={() => deliver.mutate()}
    >
      <Input
        value={signedBy}
        placeholder={t('shipping.signedBy')}
        aria-label={t('shipping.signedBy')}
        onChange={(event) => setSignedBy(event.target.value)}
      />
      <div style={{ marginTop: 12 }}>
        <Upload
          showUploadList={false}
          beforeUpload={(chosen) => {
            upload.mutate(chosen);
            return false;
          }}
        >
          <Button icon={<Icon name="clip" />} loading={upload.isPending}>
            {file ? file.name : t('shipping.proof')}
          </Button>
        </Upload>
      </div>
      <RefusalNote problem={upload.error ?? deliver.error} />
    </Modal>
  );
}
