import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyPanel, ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { dayMonth, productName, quantityText, unitText } from '../../parts/format';
import { StateShape } from '../../parts/StateShape';
import { listShared, type SharedLine } from './api';
import { PortalFrame } from './PortalFrame';

/** A customer's own orders: what comes when. */
export function PortalPage() {
  const { t } = useTranslation();
  const lines = useQuery({ queryKey: ['portal'], queryFn: listShared, meta: { tables: ['*'] } });
  return (
    <PortalFrame title={t('portal.myOrders')}>
      {lines.isPending ? <RowsSkeleton rows={5} height={76} /> : null}
      {lines.isError && !lines.data ? <ProblemPanel problem={lines.error} onRetry={() => lines.refetch()} /> : null}
      {lines.data?.length === 0 ? (
        <EmptyPanel icon="box" title={t('portal.none')}>
          <span>{t('portal.noneAdvice')}</span>
        </EmptyPanel>
      ) : null}
      {(lines.data ?? []).map((line) => (
        <Row key={line.id} line={line} />
      ))}
    </PortalFrame>
  );
}

function Row({ line }: { line: SharedLine }) {
  const { t } = useTranslation();
  const shape = line.done ? 'done' : line.forecast === null ? 'hold' : line.daysLate > 0 ? 'risk' : 'doing';
  const current = line.stations.find((station) => station.state === 'CURRENT');
  return (
    <Link to={`/portal/${line.id}`} className="card portal-row">
      <StateShape shape={shape} size={18} />
      <span className="portal-row-text">
        <b className="ellipsis">
          {productName(line.item, line.drawing)} {line.drawing}
        </b>
        <span className="muted ellipsis">
          {quantityText(line.quantity)} {unitText(line.unit)} · {line.orderNumber} · {line.position}
        </span>
        <span className="muted">{line.done ? t('portal.delivered') : current ? t(`station.${current.kind}`) : ''}</span>
      </span>
      <span className="portal-row-date">
        <b>{line.forecast ? dayMonth(line.forecast) : t('line.held')}</b>
        {line.daysLate > 0 && !line.done ? (
          <span className="amber">{t('kit.lateBy', { n: line.daysLate })}</span>
        ) : null}
      </span>
    </Link>
  );
}
