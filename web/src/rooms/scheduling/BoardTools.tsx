import { Button, Input, Segmented, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { addDays, today } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { RecordName } from '../../parts/RecordSelect';
import type { Board } from './api';

/** How many days fill the board. */
export const SPANS = { day: 1, threeDays: 3, tenDays: 10, month: 28 } as const;
export type SpanName = keyof typeof SPANS;

interface BoardToolsProps {
  board: Board;
  from: string;
  span?: SpanName;
  found?: number;
  onSpan: (span: SpanName) => void;
  onChange: (changes: Record<string, string | undefined>) => void;
}

/** What is shown, what stands out, how wide a day is. */
export function BoardTools({ board, from, span, found, onSpan, onChange }: BoardToolsProps) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const centres = [...new Map(board.machines.map((one) => [one.workCentreId, one.workCentre])).entries()];
  const [line, order, late] = [params.get('line'), params.get('order'), params.get('late') === 'true'];
  const shift = (days: number) => {
    const day = addDays(from, days);
    onChange({ from: day === addDays(today(), -1) ? undefined : day });
  };
  return (
    <div className="record-tools schedule-tools">
      <Select
        className="schedule-centre"
        value={params.get('centre') ?? ''}
        onChange={(value) => onChange({ centre: value || undefined })}
        options={[
          { value: '', label: t('schedule.allCentres') },
          ...centres.map(([value, label]) => ({ value, label })),
        ]}
        aria-label={t('schedule.allCentres')}
        popupMatchSelectWidth={false}
      />
      <Input
        className="schedule-search"
        prefix={<Icon name="search" size={14} />}
        placeholder={t('schedule.search')}
        aria-label={t('schedule.search')}
        allowClear
        value={params.get('q') ?? ''}
        onChange={(event) => onChange({ q: event.target.value || undefined })}
      />
      <button
        type="button"
        className={late ? 'chip chip-on' : 'chip'}
        aria-pressed={late}
        onClick={() => onChange({ late: late ? undefined : 'true' })}
      >
        {t('schedule.lateOnly')}
      </button>
      {line || order ? (
        <Tag closable color="blue" onClose={() => onChange({ line: undefined, order: undefined })}>
          {line ? <RecordName type="sales-order-line" id={line} /> : order}
        </Tag>
      ) : null}
      {found !== undefined ? <span className="muted small nowrap">{t('schedule.found', { n: found })}</span> : null}
      <span className="lines-grow" />
      <Legend />
      <span className="schedule-shift">
        <Button
          size="small"
          icon={<Icon name="back" size={14} />}
          aria-label={t('schedule.earlier')}
          onClick={() => shift(-7)}
        />
        <Button size="small" onClick={() => onChange({ from: undefined })}>
          {t('common.today')}
        </Button>
        <Button
          size="small"
          icon={<Icon name="right" size={14} />}
          aria-label={t('schedule.later')}
          onClick={() => shift(7)}
        />
      </span>
      <Segmented
        value={span}
        onChange={onSpan}
        options={(Object.keys(SPANS) as SpanName[]).map((value) => ({ value, label: t(`span.${value}`) }))}
      />
    </div>
  );
}

function Legend() {
  const { t } = useTranslation();
  const keys = [
    ['late', t('state.LATE')],
    ['risk', t('state.RISK')],
    ['normal', t('state.NORMAL')],
    ['running', t('floor.running')],
    ['setup', t('schedule.setup')],
    ['closed', t('schedule.closed')],
  ] as const;
  return (
    <span className="schedule-legend muted small">
      {keys.map(([key, word]) => (
        <span key={key}>
          <i className={`bar-key bar-key-${key}`} /> {word}
        </span>
      ))}
    </span>
  );
}
