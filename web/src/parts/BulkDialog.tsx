import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { Modal, Progress } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freshKey } from '../api/client';
import { useTell, useWords } from './Feedback';
import './BulkDialog.css';

interface BulkDialogProps<T> {
  title: string;
  okText: (count: number) => string;
  danger?: boolean;
  disabled?: boolean;
  width?: number;
  /** What is chosen when the dialog opens; later changes of the list behind it do not reach it. */
  chosen: readonly T[];
  keyOf: (one: T) => string;
  nameOf: (one: T) => string;
  /** `key` is the same whenever the same one is tried again, so that it counts once. */
  act: (one: T, key: string) => Promise<unknown>;
  /** What to ask again when something was done. */
  refresh: readonly QueryKey[];
  /** Called when something was done, also if the rest was refused. */
  onDone: () => void;
  onClose: () => void;
  /** Above the list of those chosen. */
  lead?: ReactNode;
  /** The cells of one table row; without it the names are listed. */
  cells?: (one: T) => ReactNode;
  /** Below the list. */
  children?: ReactNode;
}

interface Outcome<T> {
  done: number;
  refused: { one: T; problem: unknown }[];
}

/** Does the same to many, one after the other. What is refused is listed with its reason; the rest goes on. */
export function BulkDialog<T>(props: BulkDialogProps<T>) {
  const { title, okText, danger, disabled, width = 560, keyOf, nameOf, act, onDone, onClose, cells } = props;
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tell = useTell();
  const stopped = useRef(false);
  const [all] = useState(() => props.chosen.map((one) => ({ one, key: freshKey() })));
  const [at, setAt] = useState<number>();
  const [outcome, setOutcome] = useState<Outcome<T>>();
  const running = at !== undefined;
  const run = async () => {
    const result: Outcome<T> = { done: 0, refused: [] };
    for (const [index, { one, key }] of all.entries()) {
      if (stopped.current) break;
      setAt(index);
      try {
        await act(one, key);
        result.done += 1;
      } catch (problem) {
        result.refused.push({ one, problem });
      }
    }
    setAt(undefined);
    if (result.done > 0) {
      for (const queryKey of props.refresh) void queries.invalidateQueries({ queryKey });
      onDone();
      tell.done(t('bulk.done', { n: result.done, total: all.length }));
    }
    if (result.refused.length === 0) onClose();
    else setOutcome(result);
  };
  const leave = () => {
    stopped.current = true;
    if (!running) onClose();
  };
  if (outcome) return <Refusals outcome={outcome} title={title} keyOf={keyOf} nameOf={nameOf} onClose={onClose} />;
  return (
    <Modal
      open
      width={width}
      title={title}
      okText={okText(all.length)}
      cancelText={t(running ? 'bulk.stop' : 'common.back')}
      okButtonProps={{ danger, disabled }}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={run}
      onCancel={leave}
    >
      {props.lead}
      {cells ? (
        <div className="bulk-table">
          <table className="dialog-table">
            <tbody>
              {all.map(({ one }) => (
                <tr key={keyOf(one)}>{cells(one)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p className="bulk-names muted">{all.map(({ one }) => nameOf(one)).join(' · ')}</p>
      )}
      {props.children}
      {running ? (
        <Progress percent={Math.round((at / all.length) * 100)} format={() => `${at} / ${all.length}`} />
      ) : null}
    </Modal>
  );
}

interface RefusalsProps<T> extends Pick<BulkDialogProps<T>, 'title' | 'keyOf' | 'nameOf' | 'onClose'> {
  outcome: Outcome<T>;
}

function Refusals<T>({ outcome, title, keyOf, nameOf, onClose }: RefusalsProps<T>) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Modal
      open
      width={680}
      title={title}
      okText={t('common.close')}
      onOk={onClose}
      onCancel={onClose}
      cancelButtonProps={{ hidden: true }}
    >
      <p>
        {outcome.done > 0 ? <b className="green">{t('bulk.did', { n: outcome.done })} </b> : null}
        <b className="red">{t('bulk.refused', { n: outcome.refused.length })}</b>
      </p>
      <ul className="bulk-refusals">
        {outcome.refused.map(({ one, problem }) => {
          const { sentence, advice } = words(problem);
          return (
            <li key={keyOf(one)}>
              <b>{nameOf(one)}</b>
              <span>{sentence}</span>
              {advice ? <span className="muted small">{advice}</span> : null}
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
