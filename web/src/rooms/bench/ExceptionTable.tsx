import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MilestoneKind } from '../../api/lines';
import { EmptyPanel, ProblemPanel, RowsSkeleton, StaleNote } from '../../parts/Feedback';
import { dayMonth, signed } from '../../parts/format';
import { OwnerChip } from '../../parts/Person';
import { type Shape, ShapeAt, StateShape } from '../../parts/StateShape';
import { LIST_KINDS } from '../../parts/states';
import { type EndangeredLine, type ExceptionKind, type ExceptionRow, useExceptions } from './api';
import { shapeOf } from './exceptionShapes';
import { RemedyButton, RemedyText, useRemedy } from './Remedy';

/** What stands in the way of any line, costliest first, each with its one remedy. */
export function ExceptionTable({ mine: fixedMine }: { mine?: boolean }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<ExceptionKind>();
  const [mine, setMine] = useState(fixedMine ?? false);
  const exceptions = useExceptions(kind, mine);
  const page = exceptions.data;
  const all = page?.counts.reduce((sum, one) => sum + one.count, 0) ?? 0;
  return (
    <section className="card bench-exceptions">
      <div className="card-head">
        <h2 className="nowrap">{t('bench.first', { n: all })}</h2>
        <span className="grow" />
        <div className="bench-chips">
          <button
            type="button"
            className={kind === undefined && !mine ? 'chip chip-dark' : 'chip'}
            onClick={() => [setKind(undefined), setMine(false)]}
          >
            {t('common.all')} {all || ''}
          </button>
          <button type="button" className={mine ? 'chip chip-dark' : 'chip'} onClick={() => setMine(!mine)}>
            {t('lineView.mine')}
          </button>
          {(page?.counts ?? []).map((one) => (
            <button
              key={one.kind}
              type="button"
              className={kind === one.kind ? 'chip chip-on' : 'chip'}
              onClick={() => setKind(kind === one.kind ? undefined : one.kind)}
            >
              <StateShape shape={shapeOf(one.kind)} size={13} /> {t(`exception.${one.kind}`, one.kind)}{' '}
              <span className="chip-count">{one.count}</span>
            </button>
          ))}
        </div>
      </div>
      <StaleNote
        at={exceptions.dataUpdatedAt}
        problem={page ? exceptions.error : undefined}
        onRetry={() => exceptions.refetch()}
      />
      <div className="exception-row exception-head">
        <span>{t('bench.kind')}</span>
        <span>{t('bench.what')}</span>
        <span className="exception-stuck">{t('bench.where')}</span>
        <span>{t('bench.effect')}</span>
        <span className="exception-remedy">{t('bench.remedy')}</span>
        <span className="exception-who">{t('bench.who')}</span>
        <span />
      </div>
      <div className="bench-scroll">
        {exceptions.isPending ? <RowsSkeleton rows={7} height={56} /> : null}
        {exceptions.isError && !page ? (
          <ProblemPanel problem={exceptions.error} onRetry={() => exceptions.refetch()} />
        ) : null}
        {page?.items.length === 0 ? <EmptyPanel title={t('line.noObstacle')} /> : null}
        {(page?.items ?? []).map((row, index) => (
          <Cause key={row.id} row={row} first={index === 0} />
        ))}
      </div>
    </section>
  );
}

/** One cause; the lines it endangers fold out when there is more than one. */
function Cause({ row, first }: { row: ExceptionRow; first: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Row row={row} first={first} open={open} onFold={() => setOpen(!open)} />
      {open ? row.lines.map((line) => <Endangered key={line.lineId} line={line} />) : null}
    </>
  );
}

function Endangered({ line }: { line: EndangeredLine }) {
  const { t } = useTranslation();
  return (
    <Link to={`/orders/${line.lineId}`} className="exception-line">
      <span className="ellipsis">
        <b>
          {line.orderNumber}-{line.position}
        </b>{' '}
        {line.customer} <span className="muted">· {line.item}</span>
      </span>
      {line.days > 0 ? (
        <b className="red nowrap">{t('common.plusDays', { n: signed(line.days) })}</b>
      ) : (
        <span className="muted">—</span>
      )}
    </Link>
  );
}

interface RowProps {
  row: ExceptionRow;
  first: boolean;
  open: boolean;
  onFold: () => void;
}

function Row({ row, first, open, onFold }: RowProps) {
  const { t } = useTranslation();
  const many = row.lines.length > 1;
  const remedy = useRemedy(row);
  return (
    <div className="exception-row" ref={remedy.ref}>
      <span className="exception-kind">
        <StateShape shape={shapeOf(row.kind)} size={16} /> {t(`exception.${row.kind}`, row.kind)}
      </span>
      <span className="exception-what">
        <Link to={`/orders/${row.lineId}`} className="ellipsis strong" title={row.title}>
          {row.title}
        </Link>
        <span className="exception-whom">
          {many ? (
            <button type="button" className="link-button small nowrap" aria-expanded={open} onClick={onFold}>
              {t('bench.endangers', { n: row.lines.length })} {open ? '▴' : '▾'}
            </button>
          ) : null}
          <span className="muted small ellipsis">
            {row.orderNumber}-{row.position} · {row.customer}
            {many ? '' : ` · ${row.item}`}
          </span>
        </span>
      </span>
      <span className="exception-stuck">
        <StuckLine station={row.station} shape={shapeOf(row.kind)} />
        <span className="muted small">{t(`stage.${row.station}`)}</span>
      </span>
      <span>
        {row.days > 0 ? (
          <b className="red">{t('common.plusDays', { n: signed(row.days) })}</b>
        ) : (
          <span className="muted">—</span>
        )}
        {row.due ? (
          <span className="muted small exception-due">{t('line.dueBefore', { at: dayMonth(row.due) })}</span>
        ) : null}
      </span>
      <span className="exception-remedy">
        <RemedyText row={row} remedy={remedy} />
      </span>
      <span className="exception-who">
        <OwnerChip owner={row.owner} />
      </span>
      <RemedyButton row={row} remedy={remedy} first={first} />
    </div>
  );
}

/** A line of small nodes with the one where it sticks. */
function StuckLine({ station, shape }: { station: MilestoneKind; shape: Shape }) {
  const at = Math.max(0, LIST_KINDS.indexOf(station));
  const kinds = LIST_KINDS;
  const step = 9;
  return (
    <svg width={kinds.length * step + 10} height={18} aria-hidden="true">
      <path d={`M6 9H${6 + step * at}`} stroke="var(--green)" strokeWidth={2.4} />
      <path d={`M${6 + step * at} 9H${6 + step * (kinds.length - 1)}`} stroke="var(--line)" strokeWidth={2} />
      {kinds.map((kind, index) =>
        index === at ? null : (
          <circle
            key={kind}
            cx={6 + step * index}
            cy={9}
            r={2.4}
            fill={index < at ? 'var(--green)' : 'var(--surface)'}
            stroke={index < at ? 'none' : 'var(--grey)'}
            strokeWidth={1.4}
          />
        ),
      )}
      <circle cx={6 + step * at} cy={9} r={8} fill="var(--surface)" />
      <ShapeAt shape={shape} x={6 + step * at} y={9} r={7} />
    </svg>
  );
}
