import { Modal, Progress } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTell, useWords } from './Feedback';
import './BulkDialog.css';

interface BulkDialogProps<T> {
  title: string;
  okText: string;
  danger?: boolean;
  disabled?: boolean;
  width?: number;
  all: readonly T[];
  keyOf: (one: T) => string;
  nameOf: (one: T) => string;
  act: (one: T) => Promise<unknown>;
  /** Called when something was done, also if the rest was refused. */
  onDone: () => void;
  onClose: () => void;
  children?: ReactNode;
}

interface Outcome<T> {
  done: number;
  refused: { one: T; problem: unknown }[];
}

/** Does the same to many, one after the other. What is refused is listed with its reason; the rest goes on. */
export function BulkDialog<T>(props: BulkDialogProps<T>) {
  const { title, okText, danger, disabled, width = 560, all, keyOf, nameOf, act, onDone, onClose, children } = props;
  const { t } = useTranslation();
  const tell = useTell();
  const stopped = useRef(false);
  const [at, setAt] = useState<number>();
  const [outcome, setOutcome] = useState<Outcome<T>>();
  const running = at !== undefined;
  const run = async () => {
    const result: Outcome<T> = { done: 0, refused: [] };
    for (const [index, one] of all.entries()) {
      if (stopped.current) break;
      setAt(index);
      try {
        await act(one);
        result.done += 1;
      } catch (problem) {
        result.refused.push({ one, problem });
      }
    }
    setAt(undefined);
    if (result.done > 0) onDone();
    if (result.done > 0) tell.done(t('bulk.done', { n: result.done, total: all.length }));
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
      okText={okText}
      cancelText={t(running ? 'bulk.stop' : 'common.back')}
      okButtonProps={{ danger, disabled }}
      confirmLoading={running}
      mask={{ closable: false }}
      onOk={run}
      onCancel={leave}
    >
      {children}
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
