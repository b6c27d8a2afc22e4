import { Button, Popover, Select, Tag } from 'antd';
import { type ReactNode, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineList } from '../../api/lines';
import { DayInput } from '../../parts/DayInput';
import { Icon } from '../../parts/Icon';
import { RecordName, RecordSelect } from '../../parts/RecordSelect';
import { StateShape } from '../../parts/StateShape';
import { LIST_KINDS } from '../../parts/states';
import type { FilterName, LineFilter } from './api';

interface FilterBarProps {
  filter: LineFilter;
  counts?: LineList['counts'];
  onChange: (filter: LineFilter) => void;
  search: Ref<HTMLInputElement>;
  children: ReactNode;
}

const SORTS = ['urgency', 'promised', 'forecast', '-slip', 'number', 'customer'] as const;

const VIEWS: Record<string, LineFilter> = {
  all: {},
  mine: { mine: 'true' },
  risk: { state: 'RISK' },
  late: { state: 'LATE' },
  dueThisWeek: { due: 'week' },
};

/** Only partners who buy. */
const CUSTOMERS = { field: 'is_customer', op: 'eq', value: true } as const;

const NOTHING: LineFilter = { mine: undefined, state: undefined, due: undefined };

function viewOf(filter: LineFilter): string | undefined {
  const same = (view: LineFilter) =>
    filter.mine === view.mine && filter.state === view.state && filter.due === view.due;
  return Object.keys(VIEWS).find((name) => same(VIEWS[name] ?? {}));
}

/** Chips with live counts, free filters, the order, and what may be done. */
export function FilterBar({ filter, counts, onChange, search, children }: FilterBarProps) {
  const { t } = useTranslation();
  const view = viewOf(filter);
  const chips = [
    { view: 'all', count: counts?.all },
    { view: 'mine', count: counts?.mine },
    { view: 'risk', count: counts?.risk, shape: 'risk' as const },
    { view: 'late', count: counts?.late, shape: 'late' as const },
    { view: 'dueThisWeek', count: counts?.dueThisWeek },
  ];
  return (
    <div className="filter-bar">
      {chips.map((chip) => (
        <button
          key={chip.view}
          type="button"
          className={chip.view === view ? 'chip chip-on' : 'chip'}
          aria-pressed={chip.view === view}
          onClick={() => onChange({ ...NOTHING, ...VIEWS[chip.view] })}
        >
          {chip.shape ? <StateShape shape={chip.shape} size={11} /> : null}
          {t(`lineView.${chip.view}`)}
          <span className="chip-count">{chip.count ?? ''}</span>
        </button>
      ))}
      <span className="filter-rule wide-only" />
      <FreeFilter filter={filter} onChange={onChange} search={search} />
      <Chosen filter={filter} onChange={onChange} />
      <span className="lines-grow" />
      <Select
        variant="borderless"
        size="small"
        className="wide-only filter-sort"
        value={filter.sort ?? 'urgency'}
        onChange={(sort) => onChange({ sort: sort === 'urgency' ? undefined : sort })}
        options={SORTS.map((value) => ({ value, label: t(`lineSort.${value}`) }))}
        popupMatchSelectWidth={false}
        aria-label={t('lines.sort')}
      />
      {children}
    </div>
  );
}

function FreeFilter({ filter, onChange, search }: Pick<FilterBarProps, 'filter' | 'onChange' | 'search'>) {
  const { t } = useTranslation();
  const [text, setText] = useState(filter.q ?? '');
  const [asked, setAsked] = useState(filter.q);
  if (asked !== filter.q) {
    setAsked(filter.q);
    setText(filter.q ?? '');
  }
  const form = (
    <div className="free-filter">
      <label>
        {t('lines.byStage')}
        <Select
          allowClear
          value={filter.stage}
          onChange={(stage?: string) => onChange({ stage })}
          options={LIST_KINDS.map((value) => ({ value, label: t(`stage.${value}`) }))}
        />
      </label>
      <label>
        {t('lineColumn.customer')}
        <RecordSelect
          type="partner"
          value={filter.customer}
          onChange={(customer) => onChange({ customer })}
          filter={CUSTOMERS}
        />
      </label>
      <label>
        {t('lines.orderClass')}
        <Select
          allowClear
          value={filter.orderClass}
          onChange={(orderClass?: string) => onChange({ orderClass })}
          options={['RUSH', 'STABLE'].map((value) => ({ value, label: t(`orderClass.${value}`) }))}
        />
      </label>
      <label htmlFor="due-until">
        {t('lines.dueUntil')}
        <DayInput
          id="due-until"
          value={filter.due === 'week' ? undefined : filter.due}
          onChange={(due) => onChange({ due: due || undefined })}
        />
      </label>
    </div>
  );
  return (
    <span className="chip chip-dashed">
      <Popover content={form} trigger="click" placement="bottomLeft">
        <button type="button" className="plain-button" aria-label={t('lines.moreFilters')}>
          <Icon name="filter" size={14} />
        </button>
      </Popover>
      <input
        ref={search}
        value={text}
        placeholder={t('lines.filterHint')}
        aria-label={t('lines.filterHint')}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text !== (filter.q ?? '') && onChange({ q: text.trim() || undefined })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onChange({ q: text.trim() || undefined });
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </span>
  );
}

function Chosen({ filter, onChange }: Pick<FilterBarProps, 'filter' | 'onChange'>) {
  const { t } = useTranslation();
  const names: FilterName[] = ['q', 'stage', 'customer', 'orderClass'];
  if (!viewOf(filter)) names.push('state', 'due', 'mine');
  const text = (name: FilterName, value: string) => {
    if (name === 'state')
      return value
        .split(',')
        .map((state) => t(`state.${state}`, state))
        .join(' + ');
    if (name === 'stage') return t(`stage.${value}`, value);
    if (name === 'orderClass') return t(`orderClass.${value}`, value);
    if (name === 'mine') return t('lineView.mine');
    if (name === 'due') return value === 'week' ? t('lineView.dueThisWeek') : `≤ ${value}`;
    return value;
  };
  const active = names.filter((name) => filter[name]);
  return (
    <>
      {active.map((name) => (
        <Tag key={name} closable color="blue" onClose={() => onChange({ [name]: undefined })}>
          {name === 'customer' ? (
            <RecordName type="partner" id={filter.customer ?? ''} />
          ) : (
            text(name, filter[name] ?? '')
          )}
        </Tag>
      ))}
      {active.length > 1 ? (
        <Button
          size="small"
          type="link"
          onClick={() => onChange(Object.fromEntries(names.map((name) => [name, undefined])))}
        >
          {t('lines.clear')}
        </Button>
      ) : null}
    </>
  );
}
