import { useTranslation } from 'react-i18next';
import type { LineRow } from '../api/lines';
import { dayMonth, signed, weekday } from './format';
import { Icon } from './Icon';
import { StateShape } from './StateShape';
import './Dates.css';

/** The slip in the list: red +n, amber slack, green tick, 待承诺 without a promise. */
export function SlipText({ line }: { line: LineRow }) {
  const { t } = useTranslation();
  if (line.state === 'HOLD' || line.state === 'CANCELLED') return <span className="muted">—</span>;
  if (!line.promised) return <span className="amber strong">{t('line.toPromise')}</span>;
  const slip = Number(line.slipDays ?? 0);
  if (slip > 0) return <span className="red strong">{t('common.plusDays', { n: signed(slip) })}</span>;
  if (line.state === 'RISK') return <span className="amber strong">{t('line.slack', { n: Math.abs(slip) })}</span>;
  return <StateTick />;
}

function StateTick() {
  const { t } = useTranslation();
  return (
    <span className="tick" role="img" aria-label={t('line.onTime')}>
      <Icon name="check" size={14} weight={2.2} />
    </span>
  );
}

/** The forecast in the list; held lines say so. */
export function ForecastText({ line }: { line: LineRow }) {
  const { t } = useTranslation();
  if (line.state === 'HOLD') return <span className="muted">{t('line.held')}</span>;
  return <span className={line.state === 'LATE' ? 'red strong' : ''}>{dayMonth(line.forecast)}</span>;
}

/** Promised → forecast with the slip as a chip: the pair that an order's page opens with. */
export function DatePair({ line, probability }: { line: LineRow; probability?: number | null }) {
  const { t } = useTranslation();
  const late = line.state === 'LATE';
  return (
    <div className="date-pair">
      <div>
        <div className="date-pair-label">{t('line.promised')}</div>
        <div className="date-pair-day">
          {line.promised ? dayMonth(line.promised) : '—'}
          <small>{line.promised ? weekday(line.promised) : t('line.toPromise')}</small>
        </div>
      </div>
      <span className="date-pair-arrow" aria-hidden="true">
        →
      </span>
      <div>
        <div className="date-pair-label">{t('line.forecast')}</div>
        <div className={late ? 'date-pair-day red' : 'date-pair-day'}>
          {line.state === 'HOLD' ? t('line.held') : dayMonth(line.forecast)}
          {line.forecast && line.state !== 'HOLD' ? <small>{weekday(line.forecast)}</small> : null}
        </div>
      </div>
      <div className="date-pair-chip">
        {probability !== null && probability !== undefined ? (
          <div className="small">
            {t('line.probability')} <b>{Math.round(probability * 100)}%</b>
          </div>
        ) : null}
        <SlipChip line={line} />
      </div>
    </div>
  );
}

/** The slip on a coloured ground. */
export function SlipChip({ line }: { line: LineRow }) {
  const { t } = useTranslation();
  const slip = Number(line.slipDays ?? 0);
  if (line.state === 'HOLD') return <Chip tone="grey" shape="hold" text={t('line.held')} />;
  if (line.state === 'DONE') return <Chip tone="green" shape="done" text={t('state.DONE')} />;
  if (!line.promised) return <Chip tone="amber" shape="risk" text={t('line.toPromise')} />;
  if (slip > 0) return <Chip tone="red" text={t('common.plusDays', { n: signed(slip) })} diamond />;
  if (line.state === 'RISK') return <Chip tone="amber" shape="risk" text={t('line.slack', { n: Math.abs(slip) })} />;
  return <Chip tone="green" shape="done" text={slip < 0 ? t('line.slack', { n: -slip }) : t('line.onTime')} />;
}

function Chip(props: { tone: string; text: string; shape?: 'hold' | 'done' | 'risk'; diamond?: boolean }) {
  return (
    <span className={`slip-chip slip-${props.tone}`}>
      {props.diamond ? <span className="slip-diamond" aria-hidden="true" /> : null}
      {props.shape ? <StateShape shape={props.shape} size={12} /> : null}
      {props.text}
    </span>
  );
}
