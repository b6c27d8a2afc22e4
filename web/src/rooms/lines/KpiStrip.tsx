import { useTranslation } from 'react-i18next';
import type { Figures } from '../../api/lines';
import type { LineFilter } from './api';

/** A share in per cent with one decimal; a dash where there is nothing to divide by. */
export function shareText(part: number | undefined, whole: number | undefined): string {
  if (part === undefined || !whole) return '—';
  return ((part / whole) * 100).toFixed(1).replace(/\.0$/, '');
}

/** Four figures: label, value, one comparison; a click filters. No data is a dash, never 0. */
export function KpiStrip({ kpis, onFilter }: { kpis?: Figures; onFilter: (filter: LineFilter) => void }) {
  const { t } = useTranslation();
  const count = (value: number | undefined) => (value === undefined ? '—' : String(value));
  const figures = [
    {
      key: 'otd',
      label: t('kpi.otd'),
      value: shareText(kpis?.onTime, kpis?.due),
      unit: '%',
      compare: t('kpi.otdBefore', { n: shareText(kpis?.onTimeLastMonth, kpis?.dueLastMonth) }),
      filter: { state: 'DONE', sort: '-promised' },
    },
    {
      key: 'open',
      label: t('kpi.open'),
      value: count(kpis?.open),
      unit: t('kpi.lines'),
      compare: t('kpi.openDue', { n: count(kpis?.openDueThisWeek) }),
      filter: {},
    },
    {
      key: 'risk',
      label: t('kpi.risk'),
      value: count(kpis?.risk),
      unit: t('kpi.lines'),
      compare: t('kpi.riskLate', { n: count(kpis?.late) }),
      filter: { state: 'RISK,LATE' },
    },
    {
      key: 'todo',
      label: t('kpi.todo'),
      value: count(kpis?.waitingForMe),
      unit: t('kpi.things'),
      compare: t('kpi.todoOverdue', { n: count(kpis?.waitingTooLong) }),
      filter: { mine: 'true' },
    },
  ];
  return (
    <div className="kpi-strip">
      {figures.map((figure) => (
        <button key={figure.key} type="button" className="kpi" onClick={() => onFilter(figure.filter)}>
          <span className="kpi-label">{figure.label}</span>
          <span className="kpi-value">
            <b>{figure.value}</b>
            <small>{figure.value === '—' ? '' : figure.unit}</small> <span>{figure.compare}</span>
          </span>
        </button>
      ))}
    </div>
  );
}
