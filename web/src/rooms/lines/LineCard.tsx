import { useTranslation } from 'react-i18next';
import type { LineRow } from '../../api/lines';
import { SlipText } from '../../parts/Dates';
import { dayMonth, quantityText, unitText } from '../../parts/format';
import { ShapeAt, StateShape } from '../../parts/StateShape';
import { currentShape, futureColour, inOrder, LIST_KINDS, shapeOf, stageOf } from '../../parts/states';

/** A line on the phone: two lines of text over a line without labels. */
export function LineCard({ line, onOpen }: { line: LineRow; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const stage = stageOf(line);
  return (
    <button type="button" className="line-card" onClick={() => onOpen(line.id)}>
      <span className="line-card-top">
        <StateShape shape={shapeOf(line.state)} size={13} label={t(`state.${line.state}`)} />
        <b className="ellipsis">{line.item.name}</b>
        {line.orderClass === 'RUSH' ? <span className="line-rush">{t('line.rushShort')}</span> : null}
        <span className="line-card-slip">
          <SlipText line={line} />
        </span>
      </span>
      <span className="line-card-second">
        <span className="ellipsis">
          {line.customer.name} · {quantityText(line.quantity)} {unitText(line.unit)}
        </span>
        <span className="nowrap">
          {dayMonth(line.promised)} → {dayMonth(line.forecast)}
        </span>
      </span>
      <span className="line-card-second">
        <b className="nowrap">
          {t(`stage.${stage}`)}
          {stage === 'PRODUCTION' ? ` ${Math.round(Number(line.percent ?? 0))}%` : ''}
        </b>
        <PlainBar line={line} />
      </span>
      {line.reason ? <span className="line-card-reason">{line.reason}</span> : null}
    </button>
  );
}

function PlainBar({ line }: { line: LineRow }) {
  const milestones = inOrder(line.milestones, LIST_KINDS);
  const step = 180 / (milestones.length - 1);
  return (
    <svg viewBox="-8 0 196 16" height={16} className="line-card-bar" aria-hidden="true">
      {milestones.slice(1).map((one, index) => (
        <path
          key={one.kind}
          d={`M${index * step} 8h${step}`}
          stroke={one.state === 'FUTURE' ? futureColour(line.state) : 'var(--green)'}
          strokeWidth={2}
        />
      ))}
      {milestones.map((one, index) =>
        one.state === 'CURRENT' || one.state === 'OPEN' ? (
          <ShapeAt
            key={one.kind}
            shape={one.state === 'OPEN' ? 'risk' : currentShape(line.state)}
            x={index * step}
            y={8}
            r={one.state === 'OPEN' ? 5 : 6.5}
          />
        ) : (
          <circle
            key={one.kind}
            cx={index * step}
            cy={8}
            r={3.4}
            fill={one.state === 'DONE' ? 'var(--green)' : 'var(--surface)'}
            stroke={one.state === 'FUTURE' ? futureColour(line.state) : 'none'}
            strokeWidth={1.6}
          />
        ),
      )}
    </svg>
  );
}
