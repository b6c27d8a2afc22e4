import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { KittingItem, LineDetail } from '../../api/lines';
import { EmptyPanel } from '../../parts/Feedback';
import { dayMonth, daysBetween, quantityText, unitText } from '../../parts/format';
import { type Shape, StateShape } from '../../parts/StateShape';

const SHAPES: Record<KittingItem['state'], Shape> = {
  SHORT: 'blocked',
  LATE: 'risk',
  INCOMING: 'normal',
  READY: 'done',
};
const RANK: Record<KittingItem['state'], number> = { SHORT: 0, LATE: 1, INCOMING: 2, READY: 3 };

/** Material of the line: what is short first, then what is on its way, then what is reserved. */
export function Kitting({ detail }: { detail: LineDetail }) {
  const { t } = useTranslation();
  const { kitting, line } = detail;
  const made = line.milestones.some((one) => one.kind === 'PRODUCTION' && one.state === 'DONE');
  const items = made ? [] : [...(kitting?.items ?? [])].sort((one, other) => RANK[one.state] - RANK[other.state]);
  const share = kitting && kitting.total > 0 ? (kitting.ready / kitting.total) * 100 : 0;
  return (
    <section className="card line-panel line-kitting">
      <div className="card-head">
        <h2>{t('line.kitting')}</h2>
        {kitting && kitting.total > 0 && !made ? (
          <>
            <span className="muted">
              {kitting.ready} / {kitting.total}
            </span>
            <span className="kit-bar">
              <i style={{ width: `${share}%` }} />
            </span>
            <span className="muted small">
              {kitting.ready === kitting.total
                ? t('line.kitComplete')
                : kitting.allBy
                  ? t('line.kitBy', { at: dayMonth(kitting.allBy) })
                  : t('line.kitUnknown')}
            </span>
          </>
        ) : null}
        <span className="grow" />
        <Link to={`/planning/requirements/${line.id}`}>{t('line.allMaterial')}</Link>
      </div>
      <div className="line-panel-scroll">
        {items.length > 0 ? (
          <table className="kit-table">
            <thead>
              <tr>
                <th />
                <th>{t('kit.item')}</th>
                <th className="line-right">{t('kit.quantity')}</th>
                <th>{t('kit.needed')}</th>
                <th>{t('kit.arrives')}</th>
                <th>{t('kit.state')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <KitRow key={`${item.itemId}-${item.needed ?? ''}`} item={item} />
              ))}
            </tbody>
          </table>
        ) : made ? (
          <EmptyPanel title={t('line.materialUsed')} />
        ) : (
          <EmptyPanel icon="box" title={t('line.noMaterial')}>
            <span>{t('line.noMaterialAdvice')}</span>
          </EmptyPanel>
        )}
      </div>
    </section>
  );
}

function KitRow({ item }: { item: KittingItem }) {
  const { t } = useTranslation();
  const shape = SHAPES[item.state];
  const tone = shape === 'blocked' ? 'red' : shape === 'risk' ? 'amber' : 'muted';
  const late = item.needed && item.available && item.state === 'LATE' ? daysBetween(item.needed, item.available) : 0;
  const state = late > 0 ? t('kit.lateBy', { n: late }) : t(`kitState.${item.state}`);
  return (
    <tr>
      <td>
        <StateShape shape={shape} size={12} label={t(`kitState.${item.state}`)} />
      </td>
      <td className="ellipsis" title={`${item.code} ${item.name}`}>
        <Link to={`/records/item/${item.itemId}`} className="line-ink">
          {item.name}
        </Link>
      </td>
      <td className="line-right nowrap">
        {quantityText(item.quantity)} {unitText(item.unit)}
      </td>
      <td className="num">{dayMonth(item.needed)}</td>
      <td className={tone === 'muted' ? 'num strong' : `num strong ${tone}`}>
        {item.state === 'READY' ? '✓' : dayMonth(item.available)}
      </td>
      <td className={`ellipsis ${tone}`} title={item.document ?? undefined}>
        {[state, item.document].filter(Boolean).join(' · ')}
      </td>
    </tr>
  );
}
