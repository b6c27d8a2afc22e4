import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';
import { typed } from './sheet';

interface QuantityPadProps {
  value: number;
  unit: string;
  note: string;
  all: number;
  compact: boolean;
  tone?: 'red';
  onChange: (value: number) => void;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Large plus and minus, which repeat while held, and a key pad for gloves. */
export function QuantityPad({ value, unit, note, all, compact, tone, onChange }: QuantityPadProps) {
  const { t } = useTranslation();
  const [fresh, setFresh] = useState(true);
  const digit = (one: string) => {
    onChange(typed(value, one, fresh));
    setFresh(false);
  };
  const set = (next: number) => {
    setFresh(true);
    onChange(next);
  };
  return (
    <div className="pad">
      <div className="pad-count">
        <Repeat icon="minus" label={t('floor.less')} value={value} step={-1} onChange={set} />
        <div className={tone === 'red' ? 'pad-value red' : 'pad-value'} aria-live="polite">
          <strong>{value}</strong>
          <span className="muted">{note || unit}</span>
        </div>
        <Repeat icon="plus" label={t('floor.moreOne')} value={value} step={1} onChange={set} />
      </div>
      {compact ? null : (
        <div className="pad-keys">
          {DIGITS.map((one) => (
            <button key={one} type="button" onClick={() => digit(one)}>
              {one}
            </button>
          ))}
          <button type="button" className="pad-all" onClick={() => set(all)}>
            {t('common.all')} {all}
          </button>
          <button type="button" onClick={() => digit('0')}>
            0
          </button>
          <button type="button" onClick={() => set(Math.floor(value / 10))} aria-label={t('floor.erase')}>
            <Icon name="back" size={26} weight={2.2} />
          </button>
        </div>
      )}
    </div>
  );
}

interface RepeatProps {
  icon: 'plus' | 'minus';
  label: string;
  value: number;
  step: number;
  onChange: (value: number) => void;
}

function Repeat({ icon, label, value, step, onChange }: RepeatProps) {
  const latest = useRef(value);
  const timer = useRef<number | undefined>(undefined);
  const once = () => {
    latest.current = Math.max(0, latest.current + step);
    onChange(latest.current);
  };
  const begin = () => {
    latest.current = value;
    once();
    timer.current = window.setTimeout(() => {
      timer.current = window.setInterval(once, 90);
    }, 450);
  };
  const end = () => {
    window.clearTimeout(timer.current);
    window.clearInterval(timer.current);
  };
  return (
    <button
      type="button"
      className="pad-step"
      aria-label={label}
      onPointerDown={begin}
      onPointerUp={end}
      onPointerLeave={end}
      onKeyDown={(event) => event.key === 'Enter' && begin()}
      onKeyUp={end}
    >
      <Icon name={icon} size={34} weight={2.4} />
    </button>
  );
}
