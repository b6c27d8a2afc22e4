import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNote } from '../../parts/Feedback';
import { dayMonth, dayTime, durationText, shortNumber, signed } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { StateShape } from '../../parts/StateShape';
import { type Bar, type Board, type MoveEffect, useAlternatives } from './api';
import type { Layout } from './layout';
import type { MoveDesk } from './SchedulePage';
import { WhyChain } from './WhyChain';

interface OperationPanelProps {
  bar: Bar;
  board: Board;
  layout: Layout;
  move: MoveDesk;
  onClose: () => void;
  onShow: (bar: Bar) => void;
}

/** One operation: where it stands and why, where else it could go, and what a move would do to whom. */
export function OperationPanel({ bar, board, layout, move, onClose, onShow }: OperationPanelProps) {
  const { t } = useTranslation();
  const placed = layout.byOperation.get(bar.operationId);
  const machine = board.machines.find((one) => one.id === bar.machineId);
  const tone = placed?.tone ?? 'normal';
  return (
    <aside className="panel" aria-label={bar.operation}>
      <div className="panel-head">
        <StateShape
          shape={tone === 'late' ? 'late' : tone === 'risk' ? 'risk' : tone === 'done' ? 'done' : 'normal'}
          size={14}
        />
        <b className="ellipsis">{bar.operation}</b>
        <span className="muted nowrap">
          OP{bar.sequence} · {bar.item}
        </span>
        <button type="button" className="plain-button panel-close" aria-label={t('common.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div className="panel-scroll">
        <p className="panel-order">
          {bar.orderLineId ? <Link to={`/orders/${bar.orderLineId}`}>{bar.order}</Link> : null}
          {bar.orderLineId ? ' · ' : ''}
          <Link to={`/records/work-order/${bar.workOrderId}`}>{bar.workOrder}</Link> · {bar.itemName}
        </p>
        <div className="panel-slot">
          <span className="muted">{machine ? `${machine.code} ${machine.name}` : ''}</span>
          {bar.due ? (
            <span className={bar.late ? 'red strong' : 'muted'}>
              {t('floor.due')} {dayMonth(bar.due)}
            </span>
          ) : null}
          <b className="nowrap">
            {dayTime(bar.start)} → {dayTime(bar.end)}
          </b>
          {bar.setupMinutes > 0 ? (
            <span className="muted small">{t('schedule.setupMinutes', { n: bar.setupMinutes })}</span>
          ) : null}
          <Room bar={bar} />
        </div>
        <WhyChain bar={bar} layout={layout} onShow={onShow} />
        {move.may && isOpen(bar) ? <Alternatives bar={bar} board={board} move={move} /> : null}
        {move.proposal ? <Effect move={move} bar={bar} board={board} /> : null}
      </div>
      {move.proposal ? <Decide key={bar.operationId} move={move} board={board} /> : null}
    </aside>
  );
}

/** Whether it has not begun, so that it can still go elsewhere. */
function isOpen(bar: Bar): boolean {
  return bar.state !== 'DONE' && bar.state !== 'RUNNING';
}

/** By when it must begin, and how long that is from its start on the board. */
function Room({ bar }: { bar: Bar }) {
  const { t } = useTranslation();
  if (!bar.startsBy || !isOpen(bar)) return null;
  const minutes = Math.round((Date.parse(bar.startsBy) - Date.parse(bar.start)) / 60_000);
  return minutes < 1 ? (
    <span className="panel-room amber small">{t('schedule.noRoom')}</span>
  ) : (
    <span className="panel-room muted small">
      {t('schedule.startsBy', { at: dayTime(bar.startsBy) })} ·{' '}
      <b className="green">{t('schedule.room', { time: durationText(minutes) })}</b>
    </span>
  );
}

/** Minutes as days with a sign; nothing for less than a tenth. */
function dayText(minutes: number): string {
  const days = Math.round((minutes / 1440) * 10) / 10;
  return days === 0 ? '0' : signed(days);
}

function toneOf(minutes: number): string {
  if (Math.abs(minutes) < 72) return 'muted';
  return minutes < 0 ? 'green' : 'red';
}

function Alternatives({ bar, board, move }: { bar: Bar; board: Board; move: MoveDesk }) {
  const { t } = useTranslation();
  const others = useAlternatives(bar.operationId);
  if (others.isError || others.data?.length === 0) return null;
  return (
    <section className="panel-part">
      <h3>
        {t('schedule.elsewhere')}
        <small>{t('schedule.thisOrder')}</small>
        <small>{t('schedule.plant')}</small>
      </h3>
      {others.isPending ? <div className="skeleton skeleton-late panel-wait" /> : null}
      {(others.data ?? []).map((effect) => {
        const machine = board.machines.find((one) => one.id === effect.machineId);
        const own = effect.orders.find((order) => order.workOrderId === bar.workOrderId)?.minutes ?? 0;
        const plant = effect.after.lateMinutes - effect.before.lateMinutes;
        const on = move.proposal?.machineId === effect.machineId;
        return (
          <button
            key={effect.machineId}
            type="button"
            className={on ? 'elsewhere elsewhere-on' : 'elsewhere'}
            aria-pressed={on}
            onClick={() => move.propose({ bar, machineId: effect.machineId, start: Date.parse(effect.start) })}
          >
            <i />
            <b className="ellipsis">{machine?.code}</b>
            <span className="muted nowrap">{dayTime(effect.start)}</span>
            <b className={toneOf(own)}>{dayText(own)}</b>
            <b className={toneOf(plant)}>{dayText(plant)}</b>
          </button>
        );
      })}
    </section>
  );
}

const MOST = 6;

function Effect({ move, bar, board }: { move: MoveDesk; bar: Bar; board: Board }) {
  const { t } = useTranslation();
  const { effect, proposal } = move;
  const machine = board.machines.find((one) => one.id === proposal?.machineId);
  return (
    <section className="panel-part" aria-busy={move.thinking}>
      <h3>
        {t('schedule.effectOf', { machine: machine?.code })}
        {effect ? <small>{t('schedule.movedCount', { n: effect.moved })}</small> : null}
      </h3>
      {move.thinking ? <div className="skeleton panel-wait" /> : null}
      <RefusalNote problem={move.problem} />
      {effect ? (
        <>
          <div className="effect-figures">
            <Pair
              label={t('schedule.starts')}
              before={dayTime(bar.start)}
              after={dayTime(effect.start)}
              change={Date.parse(effect.start) - Date.parse(bar.start)}
            />
            <Pair
              label={t('schedule.lateOrders')}
              before={String(effect.before.lateOrders)}
              after={String(effect.after.lateOrders)}
              change={effect.after.lateOrders - effect.before.lateOrders}
            />
            <Pair
              label={t('schedule.lateDays')}
              before={(effect.before.lateMinutes / 1440).toFixed(0)}
              after={(effect.after.lateMinutes / 1440).toFixed(0)}
              change={effect.after.lateMinutes - effect.before.lateMinutes}
            />
          </div>
          <Orders effect={effect} />
        </>
      ) : null}
    </section>
  );
}

function Pair({ label, before, after, change }: { label: string; before: string; after: string; change: number }) {
  return (
    <span>
      <small className="muted">{label}</small>
      <span className="nowrap">
        <span className="muted">{before} › </span>
        <b className={change === 0 ? undefined : change < 0 ? 'green' : 'red'}>{after}</b>
      </span>
    </span>
  );
}

function Orders({ effect }: { effect: MoveEffect }) {
  const { t } = useTranslation();
  const rest = effect.orders.length - MOST;
  return (
    <>
      {effect.orders.slice(0, MOST).map((order) => (
        <div key={order.workOrderId} className="effect-row">
          <span className="ellipsis" title={`${order.workOrder} ${order.order ?? ''}`}>
            {order.orderLineId ? (
              <Link to={`/orders/${order.orderLineId}`}>{shortNumber(order.order ?? order.workOrder)}</Link>
            ) : (
              shortNumber(order.workOrder)
            )}
          </span>
          <b className={toneOf(order.minutes)}>{t('common.plusDays', { n: dayText(order.minutes) })}</b>
          <span className={order.late ? 'red nowrap' : 'muted nowrap'}>
            {order.late ? (
              <StateShape shape="late" size={10} label={t('state.LATE')} />
            ) : (
              <StateShape shape="done" size={11} label={t('line.onTime')} />
            )}{' '}
            {dayMonth(order.after)}
          </span>
        </div>
      ))}
      {rest > 0 ? <p className="muted small">{t('schedule.moreOrders', { n: rest })}</p> : null}
    </>
  );
}

/** Put it there, or put it back; the frozen hours want a reason. */
function Decide({ move, board }: { move: MoveDesk; board: Board }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const machine = board.machines.find((one) => one.id === move.proposal?.machineId);
  const frozen = move.effect?.frozen === true;
  return (
    <div className="panel-foot">
      {frozen ? (
        <label className="panel-reason">
          <span className="amber small">
            <Icon name="lock" size={12} /> {t('schedule.frozenAsk')}
          </span>
          <Input
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            placeholder={t('schedule.reason')}
            onPressEnter={() => reason.trim() && move.confirm(reason)}
          />
        </label>
      ) : null}
      <Button onClick={() => move.propose(null)}>
        {t('schedule.putBack')} <kbd>Esc</kbd>
      </Button>
      <Button
        type="primary"
        className="panel-put"
        loading={move.writing}
        disabled={!move.effect || (frozen && !reason.trim())}
        onClick={() => move.confirm(reason)}
      >
        {t('schedule.putThere', { machine: machine?.code })}
      </Button>
    </div>
  );
}
