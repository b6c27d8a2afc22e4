import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../../parts/Feedback';
import { dayMonth, weekday } from '../../parts/format';
import { StateShape } from '../../parts/StateShape';
import type { PromiseAnswer } from './api';
import './order.css';

interface PromiseChainProps {
  promise?: PromiseAnswer;
  problem?: unknown;
  busy?: boolean;
}

/** The earliest date and the steps that make it so; the last step binds. */
export function PromiseChain({ promise, problem, busy }: PromiseChainProps) {
  const { t } = useTranslation();
  if (problem && !promise) return <ProblemPanel problem={problem} />;
  if (!promise) return busy ? <div className="skeleton" style={{ height: 96, margin: '8px 0' }} /> : null;
  const binding = promise.steps.reduce(
    (last, step, index) => ((promise.steps[last]?.to ?? '') <= step.to ? index : last),
    0,
  );
  return (
    <div className="promise" aria-live="polite">
      <div className="promise-head">
        <b className="promise-date">
          {t('promise.earliest')} {dayMonth(promise.earliest)} <small>{weekday(promise.earliest)}</small>
        </b>
        <span className={promise.meetsWanted ? 'green strong' : 'amber strong'}>
          {t(promise.meetsWanted ? 'promise.meets' : 'promise.misses')}
        </span>
      </div>
      <ol className="promise-steps">
        {promise.steps.map((step, index) => (
          <li key={`${step.label}-${step.from}-${step.kind}`}>
            <StateShape shape={index === binding ? 'conflict' : 'normal'} size={12} />
            <span className="muted nowrap">{t(`promiseStep.${step.kind}`)}</span>
            <span className="ellipsis" title={step.detail ?? step.label}>
              {step.label} <span className="muted">{step.detail}</span>
            </span>
            <span className="nowrap">
              {dayMonth(step.from)} → {dayMonth(step.to)}
            </span>
          </li>
        ))}
      </ol>
      {promise.bottleneck ? (
        <div>
          <span className="muted">{t('promise.bottleneck')}</span> <b>{promise.bottleneck}</b>
        </div>
      ) : null}
      {promise.alternatives.map((alternative) => (
        <div key={alternative.code + alternative.date} className="promise-alternative">
          <b>{t(`alternative.${alternative.code}`, alternative.code)}</b>
          <span className="muted">{alternative.detail}</span>
          <b className="nowrap">{dayMonth(alternative.date)}</b>
        </div>
      ))}
    </div>
  );
}
