import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, dayMonth, today, weekday } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { dayTicks, hoursFor, type Scale, xOf } from './scale';

interface AxisHeadProps {
  scale: Scale;
  left: number;
  now: number;
  frozenUntil: number;
}

/** Days and hours over the board, where now is, and until when the floor has prepared. */
export function AxisHead({ scale, left, now, frozenUntil }: AxisHeadProps) {
  const { t } = useTranslation();
  return (
    <div className="axis">
      <div className="axis-sheet" style={{ width: scale.days * scale.dayWidth, transform: `translateX(${-left}px)` }}>
        <Days scale={scale} />
        <span className="axis-now" style={{ left: xOf(scale, now) }}>
          {clockTime(now)}
        </span>
        <span className="axis-frozen" style={{ left: xOf(scale, frozenUntil) }} title={t('schedule.frozenHint')}>
          <Icon name="lock" size={11} /> {t('schedule.frozen')}
        </span>
      </div>
    </div>
  );
}

const Days = memo(function Days({ scale }: { scale: Scale }) {
  const hours = hoursFor(scale.dayWidth);
  const narrow = scale.dayWidth < 74;
  return (
    <>
      {dayTicks(scale).map((tick) => (
        <div
          key={tick.day}
          className={tick.weekend ? 'axis-day axis-weekend' : 'axis-day'}
          style={{ left: tick.x, width: scale.dayWidth }}
        >
          <b className={tick.day === today() ? 'axis-today' : undefined}>
            {narrow ? (
              dayMonth(tick.day)
            ) : (
              <>
                {weekday(tick.day)} {dayMonth(tick.day)}
              </>
            )}
          </b>
          {narrow ? <small>{weekday(tick.day)}</small> : null}
          {hours.map((hour) => (
            <small key={hour} className="axis-hour" style={{ left: `${(hour / 24) * 100}%` }}>
              {hour}
            </small>
          ))}
        </div>
      ))}
    </>
  );
});
