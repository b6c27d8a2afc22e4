import { ShapeAt } from '../../parts/StateShape';
import type { Task } from './api';

const WIDTH = 340;
const SHOWN = 5;

/** Where the piece is on its route: at most five operations around the present one. */
export function RouteLine({ task }: { task: Task }) {
  const at = Math.max(
    0,
    task.steps.findIndex((step) => step.operationId === task.operationId),
  );
  const from = Math.max(0, Math.min(at - 1, task.steps.length - SHOWN));
  const steps = task.steps.slice(from, from + SHOWN);
  if (steps.length < 2) return null;
  const gap = (WIDTH - 60) / (steps.length - 1);
  const here = at - from;
  const share = Number(task.total) > 0 ? Math.min(1, Number(task.good) / Number(task.total)) : 0;
  return (
    <svg viewBox={`0 0 ${WIDTH} 46`} className="route-line" aria-hidden="true">
      <path d={`M30 12H${WIDTH - 30}`} stroke="var(--line)" strokeWidth={4} />
      <path d={`M30 12H${30 + gap * here}`} stroke="var(--green)" strokeWidth={4} />
      {share > 0 && here < steps.length - 1 ? (
        <path d={`M${30 + gap * here} 12h${gap * share}`} stroke="var(--blue)" strokeWidth={4} />
      ) : null}
      {steps.map((step, index) => {
        const current = step.operationId === task.operationId;
        const shape = current ? 'doing' : step.status === 'DONE' ? 'done' : 'idle';
        return (
          <g key={step.operationId}>
            <circle cx={30 + gap * index} cy={12} r={11} fill="var(--surface)" />
            <ShapeAt shape={shape} x={30 + gap * index} y={12} r={current ? 11 : 9} />
            <text
              x={30 + gap * index}
              y={42}
              textAnchor="middle"
              fontSize={15}
              fontWeight={current ? 700 : 400}
              fill={current ? 'var(--ink)' : 'var(--secondary)'}
            >
              {step.name.slice(0, 5)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
