import { useTranslation } from 'react-i18next';
import { dayMonth, today, weekday } from '../../parts/format';
import { RunButton } from '../planning/PlanningPage';
import { useDraftChanges } from '../scheduling/api';
import { PublishButton } from '../scheduling/Publish';
import { Attainment } from './Attainment';
import { usePlannerBench } from './api';
import { ExceptionTable } from './ExceptionTable';
import { HeatStrip } from './HeatStrip';
import { KitList } from './KitList';
import { PromiseBox } from './PromiseBox';

/** The planner's day: exceptions with their remedy, "can we deliver?", load, kits, attainment. */
export function PlannerBench() {
  const { t } = useTranslation();
  const bench = usePlannerBench();
  const draft = useDraftChanges(true);
  return (
    <div className="bench">
      <header className="page-head">
        <h1>{t('bench.planner')}</h1>
        <span className="muted">
          {dayMonth(today())} {weekday(today())}
        </span>
        <span className="grow" />
        <RunButton main={!draft.data?.length} />
        {draft.data?.length ? <PublishButton changes={draft.data.length} /> : null}
      </header>
      <div className="bench-planner">
        <ExceptionTable />
        <PromiseBox />
        <HeatStrip />
        <KitList bench={bench} />
        <Attainment bench={bench} />
      </div>
    </div>
  );
}
