import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardRow, Layout } from './layout';

interface MachineColumnProps {
  layout: Layout;
  top: number;
  target?: string;
  onFold: (centre: string) => void;
}

/** Work centres and machines with their load, beside the board. */
export function MachineColumn({ top, ...rows }: MachineColumnProps) {
  return (
    <div className="machines">
      <div className="machines-sheet" style={{ transform: `translateY(${-top}px)`, height: rows.layout.height }}>
        <Machines {...rows} />
      </div>
    </div>
  );
}

/** Drawn again when the rows change, not when the board is scrolled. */
const Machines = memo(function Machines({ layout, target, onFold }: Omit<MachineColumnProps, 'top'>) {
  const { t } = useTranslation();
  return (
    <>
      {layout.rows.map((row) => (
        <div
          key={row.id}
          className={row.machine.id === target ? 'machine machine-target' : 'machine'}
          style={{ top: row.top, height: row.height }}
        >
          {row.first ? (
            <button
              type="button"
              className="machine-centre"
              aria-expanded={!row.folded}
              title={t(row.folded ? 'schedule.unfold' : 'schedule.fold', { name: row.centre.name })}
              onClick={() => onFold(row.centre.id)}
            >
              <b className="ellipsis">{row.centre.name}</b>
              <small>{Math.round(row.centre.load * 100)}%</small>
            </button>
          ) : (
            <span />
          )}
          {row.folded ? (
            <span className="muted small">{t('schedule.machines', { n: row.centre.rows })}</span>
          ) : (
            <Machine row={row} />
          )}
        </div>
      ))}
    </>
  );
});

function Machine({ row }: { row: BoardRow }) {
  const { machine } = row;
  const percent = Math.round(machine.load * 100);
  const tone = percent > 100 ? 'over' : percent >= 95 ? 'full' : 'fine';
  return (
    <>
      <b className="ellipsis" title={machine.code}>
        {machine.code}
      </b>
      <span className="muted ellipsis" title={machine.name}>
        {machine.name === machine.code ? '' : machine.name}
      </span>
      <span className="machine-load" role="img" aria-label={`${percent}%`}>
        <i className={`load-${tone}`} style={{ width: `${Math.min(100, percent)}%` }} />
      </span>
      <em className={`load-${tone}`}>{percent}%</em>
    </>
  );
}
