import { useMutation } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineRow } from '../../api/lines';
import { DayInput } from '../../parts/DayInput';
import { RefusalNote } from '../../parts/Feedback';
import { addDays, dayMonth, daysBetween, quantityText, today, unitText } from '../../parts/format';
import { RecordSelect } from '../../parts/RecordSelect';
import { ShapeAt } from '../../parts/StateShape';
import { useLines } from '../lines/api';
import { askPromise, type PromiseAnswer } from '../order/api';

/** "Can we deliver?": three words to fill in, an answer in milliseconds, and nothing changes in the plan. */
export function PromiseBox() {
  const { t } = useTranslation();
  const [item, setItem] = useState<{ id?: string; unit?: string }>({});
  const [quantity, setQuantity] = useState<string | null>('10');
  const [wanted, setWanted] = useState(addDays(today(), 28));
  const [asked, setAsked] = useState('');
  const ask = useMutation({
    mutationFn: (question: Parameters<typeof askPromise>[0]) => askPromise(question),
    onMutate: (question) => setAsked(question.wanted ?? ''),
  });
  const ready = Boolean(item.id) && Number(quantity) > 0;
  return (
    <section className="card bench-promise">
      <div className="card-head">
        <h2>{t('promise.title')}</h2>
        <span className="grow" />
        <span className="muted small">{t('promise.hint')}</span>
      </div>
      <form
        className="promise-ask"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) ask.mutate({ itemId: item.id, quantity: quantity ?? '1', wanted: wanted || null });
        }}
      >
        <DayInput value={wanted} label={t('lineColumn.requested')} onChange={setWanted} />
        <InputNumber
          stringMode
          min="0"
          value={quantity}
          suffix={unitText(item.unit)}
          aria-label={t('lineColumn.quantity')}
          onChange={setQuantity}
        />
        <div className="promise-item">
          <RecordSelect
            type="item"
            name={t('lineColumn.item')}
            value={item.id}
            onChange={(id, record) => setItem({ id, unit: record ? String(record.values.unit ?? '') : undefined })}
          />
        </div>
        <Button type="primary" htmlType="submit" disabled={!ready} loading={ask.isPending}>
          {t('promise.ask')}
        </Button>
      </form>
      <div className="bench-scroll promise-answer">
        <RefusalNote problem={ask.error} />
        {ask.data ? <Answer answer={ask.data} wanted={asked} /> : null}
        {!ask.data && !ask.error ? (
          <Asked
            onAsk={(line) => {
              setItem({ id: line.item.id, unit: line.unit });
              setQuantity(String(line.quantity));
              setWanted(line.requested ?? '');
              ask.mutate({ itemId: line.item.id, quantity: String(line.quantity), wanted: line.requested ?? null });
            }}
          />
        ) : null}
      </div>
    </section>
  );
}

/** The questions that customers wait for: one press asks the plan. */
function Asked({ onAsk }: { onAsk: (line: LineRow) => void }) {
  const { t } = useTranslation();
  const open = useLines({ stage: 'RECEIVED' }, 0);
  const lines = (open.data?.items ?? []).slice(0, 12);
  return (
    <>
      <p className="muted">{t('promise.how')}</p>
      {lines.length > 0 ? <b>{t('bench.asked')}</b> : null}
      {lines.map((line) => (
        <button key={line.id} type="button" className="promise-asked" onClick={() => onAsk(line)}>
          <b className="ellipsis">
            {quantityText(line.quantity)} {unitText(line.unit)} {line.item.name}
          </b>
          <span className="nowrap">{dayMonth(line.requested)}</span>
          <span className="muted small ellipsis">
            {line.customer.name} · {line.orderNumber}
          </span>
          <span className="link-button small nowrap">{t('promise.ask')}</span>
        </button>
      ))}
    </>
  );
}

function Answer({ answer, wanted }: { answer: PromiseAnswer; wanted: string }) {
  const { t } = useTranslation();
  const late = wanted ? daysBetween(wanted, answer.earliest) : 0;
  return (
    <>
      <div className="promise-head">
        <b className="promise-big">
          {t('promise.earliest')} {dayMonth(answer.earliest)}
        </b>
        {late > 0 ? (
          <b className="amber">▲ {t('kit.lateBy', { n: late })}</b>
        ) : (
          <b className="green">✓ {t('promise.meets')}</b>
        )}
      </div>
      <PromiseLine answer={answer} wanted={wanted} />
      {answer.bottleneck ? (
        <p className="promise-bottleneck">
          <span className="muted">{t('promise.bottleneck')}</span> {answer.bottleneck}
        </p>
      ) : null}
      {answer.alternatives.map((alternative) => (
        <div key={alternative.code + alternative.date} className="promise-alternative">
          <span>
            <b>{t(`alternative.${alternative.code}`, alternative.code)}</b>
            <br />
            <span className="muted small">{alternative.detail}</span>
          </span>
          <b className="nowrap">{dayMonth(alternative.date)}</b>
        </div>
      ))}
    </>
  );
}

const WIDTH = 400;

/** Today, the binding steps, what was wanted and the earliest date on one line. */
function PromiseLine({ answer, wanted }: { answer: PromiseAnswer; wanted: string }) {
  const { t } = useTranslation();
  const start = today();
  const end = [answer.earliest, wanted].sort().at(-1) ?? answer.earliest;
  const span = Math.max(1, daysBetween(start, end));
  const place = (day: string) => 20 + (Math.max(0, Math.min(span, daysBetween(start, day))) / span) * (WIDTH - 56);
  const material = answer.steps
    .filter((step) => step.kind === 'STOCK' || step.kind === 'PURCHASE')
    .reduce((last, step) => [last, step.to].sort().at(-1) ?? last, '');
  const binding = [...answer.steps].sort((one, other) => other.to.localeCompare(one.to))[0];
  const marks = [
    { day: start, word: t('common.today'), shape: 'doing' as const },
    ...(material > start ? [{ day: material, word: t('promise.materialBy'), shape: 'normal' as const }] : []),
    ...(binding && binding.from > start
      ? [{ day: binding.from, word: binding.label.slice(0, 6), shape: 'conflict' as const }]
      : []),
    {
      day: answer.earliest,
      word: t('promise.earliest'),
      shape: answer.meetsWanted ? ('done' as const) : ('risk' as const),
    },
  ].filter(
    (mark, index, all) =>
      index === 0 || place(mark.day) - place(all[index - 1]?.day ?? start) > 52 || index === all.length - 1,
  );
  return (
    <svg viewBox={`0 0 ${WIDTH} 62`} className="promise-line" aria-hidden="true">
      <path
        d={`M${place(start)} 14H${place(answer.earliest)}`}
        stroke={answer.meetsWanted ? 'var(--blue)' : 'var(--amber)'}
        strokeWidth={3}
      />
      {wanted ? <path d={`M${place(wanted)} 4v20`} stroke="var(--ink)" strokeWidth={2.5} /> : null}
      {marks.map((mark) => (
        <g key={mark.word + mark.day}>
          <circle cx={place(mark.day)} cy={14} r={9} fill="var(--surface)" />
          <ShapeAt shape={mark.shape} x={place(mark.day)} y={14} r={8} />
          <text x={place(mark.day)} y={40} textAnchor="middle" fontSize={12} fontWeight={600} fill="var(--ink)">
            {dayMonth(mark.day)}
          </text>
          <text x={place(mark.day)} y={56} textAnchor="middle" fontSize={12} fill="var(--secondary)">
            {mark.word}
          </text>
        </g>
      ))}
    </svg>
  );
}
