import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayMonth } from '../../parts/format';
import { type DayLoad, dailyLoad, type Layout } from './layout';
import { dayTicks, HOUR, type Scale } from './scale';

interface LoadStripProps {
  layout: Layout;
  scale: Scale;
  left: number;
  /** The work centre whose load is shown; without it, that of all rows. */
  centre?: string;
}

/** How full each day is, under the board and on the same axis. */
export function LoadStrip({ layout, scale, left, centre }: LoadStripProps) {
  const { t } = useTranslation();
  const rows = useMemo(
    () => layout.rows.filter((row) => row.machine.id !== row.centre.id && (!centre || row.centre.id === centre)),
    [layout, centre],
  );
  const loads = useMemo(() => dailyLoad(rows, scale.start, scale.days), [rows, scale.start, scale.days]);
  const name = centre ? rows[0]?.centre.name : t('schedule.allMachines');
  return (
    <div className="load-strip">
      <div className="load-name">
        <b className="ellipsis">{t('schedule.load')}</b>
        <span className="muted small ellipsis">{name}</span>
      </div>
      <div className="load-window">
        <div className="load-sheet" style={{ width: scale.days * scale.dayWidth, transform: `translateX(${-left}px)` }}>
          <Days loads={loads} scale={scale} name={name ?? ''} />
        </div>
      </div>
    </div>
  );
}

/** Drawn again when the load changes, not when the board is scrolled. */
const Days = memo(function Days({ loads, scale, name }: { loads: DayLoad[]; scale: Scale; name: string }) {
  return (
    <>
      {dayTicks(scale).map((tick, index) => {
        const { booked = 0, open = 0 } = loads[index] ?? {};
        const share = open > 0 ? booked / open : 0;
        const tone = share > 1 ? 'over' : share >= 0.95 ? 'full' : 'fine';
        return (
          <div
            key={tick.day}
            className="load-day"
            style={{ left: tick.x, width: scale.dayWidth }}
            title={`${name} ${dayMonth(tick.day)} ${Math.round(booked / HOUR)} / ${Math.round(open / HOUR)} h`}
          >
            {open > 0 ? <i className={`load-${tone}`} style={{ height: `${Math.min(100, share * 100)}%` }} /> : null}
            {open > 0 && scale.dayWidth > 34 ? <small>{Math.round(share * 100)}%</small> : null}
          </div>
        );
      })}
    </>
  );
});
