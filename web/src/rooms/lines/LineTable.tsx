import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LineRow, NextAction } from '../../api/lines';
import { ForecastText, SlipText } from '../../parts/Dates';
import { dayMonth, productName, quantityText, unitText } from '../../parts/format';
import { OwnerChip } from '../../parts/Person';
import { StageBar, StageHead } from '../../parts/StageBar';
import { StateShape } from '../../parts/StateShape';
import { shapeOf } from '../../parts/states';
import type { Column } from './columns';

const WIDTHS: Record<Column, string> = {
  customer: 'minmax(60px, 78px)',
  item: 'minmax(150px, 1.2fr)',
  quantity: '58px',
  requested: '50px',
  reason: 'minmax(110px, 1.15fr)',
  owner: '78px',
  next: '70px',
};

function template(columns: readonly Column[]): string {
  const width = (column: Column) => (columns.includes(column) ? WIDTHS[column] : '');
  return [
    '20px 142px',
    width('customer'),
    width('item'),
    width('quantity'),
    '356px',
    width('requested'),
    '54px 58px 62px',
    width('reason'),
    width('owner'),
    width('next'),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The names over the columns; the stages share their places with the nodes below. */
export function LineTableHead({ columns }: { columns: readonly Column[] }) {
  const { t } = useTranslation();
  const has = (column: Column) => columns.includes(column);
  return (
    <div className="line-row line-head" style={{ gridTemplateColumns: template(columns) }}>
      <span />
      <span>{t('lineColumn.number')}</span>
      {has('customer') ? <span>{t('lineColumn.customer')}</span> : null}
      {has('item') ? <span>{t('lineColumn.item')}</span> : null}
      {has('quantity') ? <span className="line-right">{t('lineColumn.quantity')}</span> : null}
      <StageHead />
      {has('requested') ? <span>{t('lineColumn.requested')}</span> : null}
      <span>{t('line.promised')}</span>
      <span>{t('line.forecast')}</span>
      <span>{t('line.slip')}</span>
      {has('reason') ? <span>{t('lineColumn.reason')}</span> : null}
      {has('owner') ? <span>{t('lineColumn.owner')}</span> : null}
      {has('next') ? <span className="line-right">{t('lineColumn.next')}</span> : null}
    </div>
  );
}

interface RowProps {
  line: LineRow;
  columns: readonly Column[];
  chosen: boolean;
  onOpen: (id: string) => void;
}

/** One line as a row of the table; the whole row opens it. */
export function LineTableRow({ line, columns, chosen, onOpen }: RowProps) {
  const has = (column: Column) => columns.includes(column);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the number inside is a link; J, K and Enter walk the rows
    <div
      className={chosen ? 'line-row line-body line-chosen' : 'line-row line-body'}
      style={{ gridTemplateColumns: template(columns) }}
      ref={chosen ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
      onClick={() => onOpen(line.id)}
    >
      <StateShape shape={shapeOf(line.state)} size={12} />
      <OrderNumber line={line} />
      {has('customer') ? (
        <span className="ellipsis" title={line.customer.name ?? undefined}>
          {line.customer.name}
        </span>
      ) : null}
      {has('item') ? <Item line={line} /> : null}
      {has('quantity') ? (
        <span className="line-right nowrap">
          {quantityText(line.quantity)} {unitText(line.unit)}
        </span>
      ) : null}
      <StageBar line={line} />
      {has('requested') ? <span className="num muted">{dayMonth(line.requested)}</span> : null}
      <span className="num line-promised">{dayMonth(line.promised)}</span>
      <Flash value={line.forecast ?? ''}>
        <ForecastText line={line} />
      </Flash>
      <span className="nowrap">
        <SlipText line={line} />
      </span>
      {has('reason') ? (
        <span className="ellipsis" title={line.reason ?? undefined}>
          {line.reason}
        </span>
      ) : null}
      {has('owner') ? <OwnerChip owner={line.owner} /> : null}
      {has('next') ? <Next next={line.next} /> : null}
    </div>
  );
}

function OrderNumber({ line }: { line: LineRow }) {
  const split = /^([A-Z]+-\d{4})(.+)$/.exec(line.orderNumber);
  return (
    <Link to={`/orders/${line.id}`} className="line-number num" tabIndex={-1}>
      {split ? <span className="muted">{split[1]}</span> : null}
      {split ? split[2] : line.orderNumber}
      <span className="muted"> ·{line.position}</span>
    </Link>
  );
}

function Item({ line }: { line: LineRow }) {
  const { t } = useTranslation();
  const drawing = line.item.drawing ?? line.item.code;
  return (
    <span className="line-item">
      <span className="ellipsis" title={line.item.name}>
        {productName(line.item.name, drawing)}
      </span>
      {line.orderClass === 'RUSH' ? <span className="line-rush">{t('line.rushShort')}</span> : null}
      <span className="muted small nowrap line-drawing">
        {drawing} {line.item.revision}
      </span>
    </span>
  );
}

function Next({ next }: { next?: NextAction | null }) {
  if (!next) return <span />;
  const className = next.urgent ? 'line-right nowrap ellipsis line-next-urgent' : 'line-right nowrap ellipsis muted';
  if (!next.link) return <span className={className}>{next.label}</span>;
  return (
    <Link to={next.link} className={className} onClick={(event) => event.stopPropagation()} title={next.label}>
      {next.label}
    </Link>
  );
}

/** Flashes once when its value changes, not when it first appears. */
function Flash({ value, children }: { value: string; children: ReactNode }) {
  const [seen, setSeen] = useState({ value, times: 0 });
  if (seen.value !== value) setSeen({ value, times: seen.times + 1 });
  return (
    <span key={seen.times} className={seen.times > 0 ? 'num flash' : 'num'}>
      {children}
    </span>
  );
}
