import { useTranslation } from 'react-i18next';
import { dayTime } from '../../parts/format';
import { type Bar, causeOf } from './api';
import { type Layout, numberOf } from './layout';

const LONGEST = 5;

/** The chain of what holds an operation: it, what it waits for, what that waits for; red costs days, grey shapes. */
export function WhyChain({ bar, layout, onShow }: { bar: Bar; layout: Layout; onShow: (bar: Bar) => void }) {
  const { t } = useTranslation();
  const steps = chainOf(bar, layout);
  return (
    <section className="panel-part">
      <h3>{t('schedule.whyHere')}</h3>
      <ol className="why-chain">
        {steps.map((step, index) => {
          const detail = causeOf(step);
          const other = detail.operationId ? layout.byOperation.get(detail.operationId)?.bar : undefined;
          const hard = HARD.has(step.reason);
          return (
            <li key={step.operationId} className={hard && index < 2 ? 'why-hard' : undefined}>
              <span>
                <b>{t(`whyReason.${step.reason}`, { defaultValue: t('whyReason.OTHER') })}</b>
                {other ? (
                  <button type="button" className="link-button why-other" onClick={() => onShow(other)}>
                    {numberOf(other)} {other.operation}
                  </button>
                ) : detail.workOrder ? (
                  <span className="muted why-other">
                    {detail.workOrder} {detail.operation}
                  </span>
                ) : null}
                {detail.note ? <span className="muted why-other">{detail.note}</span> : null}
                {detail.by ? (
                  <span className="muted why-other">{t('schedule.movedBy', { name: detail.by })}</span>
                ) : null}
              </span>
              {detail.until ? (
                <span className="muted nowrap">{t('schedule.until', { at: dayTime(detail.until) })}</span>
              ) : null}
            </li>
          );
        })}
        <li className="why-end">
          <b>{t('schedule.earliest', { at: dayTime(bar.start) })}</b>
        </li>
      </ol>
    </section>
  );
}

const HARD = new Set(['MATERIAL', 'PREDECESSOR', 'MACHINE_BUSY', 'RESOURCE_BUSY']);

function chainOf(bar: Bar, layout: Layout): Bar[] {
  const steps: Bar[] = [];
  let at: Bar | undefined = bar;
  while (at && steps.length < LONGEST && !steps.includes(at)) {
    steps.push(at);
    const next: string | undefined = causeOf(at).operationId;
    at = next ? layout.byOperation.get(next)?.bar : undefined;
  }
  return steps;
}
