import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { ProblemPanel, RowsSkeleton } from '../../parts/Feedback';
import { clockTime, dayMonth, quantityText, today, unitText } from '../../parts/format';
import { type Shape, StateShape } from '../../parts/StateShape';
import type { Task, Tasks } from '../floor/api';
import { BenchFigures, BenchHead, BenchPanel, BenchRow } from './BenchParts';
import { MyExceptions } from './MyExceptions';

/** The team leader's day: what every machine does now, what is held up, and what is mine to clear. */
export function TeamLeaderBench() {
  const { t } = useTranslation();
  const tasks = useQuery({
    queryKey: ['tasks', 'all'],
    queryFn: () => api.get('/api/floor/tasks', { query: { size: 200 } }),
    meta: { tables: ['shopfloor', 'scheduling', 'stock', 'quality'] },
  });
  const jobs = tasks.data?.tasks;
  const running = jobs?.filter((task) => task.status === 'RUNNING');
  const held = jobs?.filter((task) => task.blocks.length > 0);
  const late = jobs?.filter((task) => task.due < today());
  return (
    <div className="bench">
      <BenchHead title={t('bench.leader')}>
        <BenchFigures
          figures={[
            { label: t('bench.running'), value: running?.length, to: '/shop?centre=all' },
            {
              label: t('bench.ready'),
              value: jobs?.filter((task) => task.status !== 'RUNNING' && task.blocks.length === 0).length,
              to: '/shop?centre=all',
            },
            { label: t('bench.heldUp'), value: held?.length, to: '/shop?centre=all', bad: true },
            { label: t('bench.overdue'), value: late?.length, to: '/shop?centre=all', bad: true },
          ]}
        />
        <Link to="/shop">
          <Button type="primary">{t('page.dispatch')}</Button>
        </Link>
      </BenchHead>
      <div className="bench-thirds bench-wide-first">
        <section className="card bench-cards">
          <div className="card-head">
            <h2>{t('bench.machinesNow')}</h2>
            <span className="muted">
              {running?.length ?? ''} / {tasks.data?.machines.length ?? ''}
            </span>
          </div>
          <div className="bench-scroll">
            {tasks.isPending ? <RowsSkeleton rows={8} height={56} /> : null}
            {tasks.isError && !tasks.data ? (
              <ProblemPanel problem={tasks.error} onRetry={() => tasks.refetch()} />
            ) : null}
            {tasks.data ? <MachineTiles tasks={tasks.data} /> : null}
          </div>
        </section>
        <BenchPanel
          title={t('bench.heldUp')}
          query={tasks}
          count={held?.length}
          empty={t('bench.nothingHeld')}
          isEmpty={() => held?.length === 0}
        >
          {() => (held ?? []).slice(0, 60).map((task) => <HeldRow key={task.operationId} task={task} />)}
        </BenchPanel>
        <MyExceptions kind="OPERATION_LATE" />
      </div>
    </div>
  );
}

function HeldRow({ task }: { task: Task }) {
  return (
    <BenchRow
      to={`/records/work-order/${task.workOrderId}`}
      shape={<StateShape shape="blocked" size={15} />}
      title={`${task.item.name} · ${task.sequence} ${task.name}`}
      note={<span title={task.blocks[0]?.advice ?? undefined}>{task.blocks[0]?.detail}</span>}
      right={<span className={task.due < today() ? 'red nowrap' : 'muted nowrap'}>{dayMonth(task.due)}</span>}
    />
  );
}

const SHAPES: Record<string, Shape> = { RUNNING: 'doing', PAUSED: 'hold' };

/** Every machine with its job: running first, then what it would take next. */
function MachineTiles({ tasks }: { tasks: Tasks }) {
  const { t } = useTranslation();
  const jobOf = (machineId: string) =>
    tasks.tasks.find((task) => task.machine?.id === machineId && task.status === 'RUNNING') ??
    tasks.tasks.find((task) => task.machine?.id === machineId && task.status === 'PAUSED');
  return (
    <div className="machine-tiles">
      {tasks.machines.map((machine) => {
        const job = jobOf(machine.id);
        const next = tasks.tasks.find((task) => task.machine?.id === machine.id && task !== job);
        return (
          <Link
            key={machine.id}
            to={job ? `/records/work-order/${job.workOrderId}` : `/records/machine/${machine.id}`}
            className={job ? 'machine-tile' : 'machine-tile machine-idle'}
          >
            <span className="machine-tile-top">
              <StateShape
                shape={job ? (SHAPES[job.status] ?? 'idle') : 'idle'}
                size={12}
                label={job ? t(`operationState.${job.status}`) : t('bench.idle')}
              />
              <b className="nowrap">{machine.code}</b>
              <span className="muted small ellipsis">{machine.name}</span>
            </span>
            <span className="ellipsis">{job ? `${job.item.name} · ${job.name}` : t('bench.idle')}</span>
            <span className="muted small ellipsis">
              {job
                ? `${t('bench.left', { n: quantityText(job.remaining), unit: unitText(job.unit) })} ${job.workers[0]?.name ?? ''}`
                : next?.plannedStart
                  ? t('bench.nextAt', { at: `${dayMonth(next.plannedStart)} ${clockTime(next.plannedStart)}` })
                  : ''}
            </span>
          </Link>
        );
      })}
    </div>
  );
}
