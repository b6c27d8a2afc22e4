import { Alert, App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused, Unreachable } from '../api/client';
import { Icon, type IconName } from './Icon';
import './Feedback.css';

/** The sentence and the advice of whatever went wrong. */
export function useWords() {
  const { t } = useTranslation();
  return (problem: unknown): { sentence: string; advice?: string } => {
    if (problem instanceof Refused) {
      if (problem.status === 403 && !problem.message) return { sentence: t('problem.forbidden') };
      if (problem.status >= 500) return { sentence: t('problem.server'), advice: problem.message || undefined };
      if (problem.status === 404 && !problem.problem.code) return { sentence: t('problem.missing') };
      return { sentence: problem.message || t('problem.refused'), advice: problem.advice };
    }
    if (problem instanceof Unreachable)
      return { sentence: t('problem.unreachable'), advice: t('problem.unreachableAdvice') };
    return { sentence: t('problem.page'), advice: problem instanceof Error ? problem.message : undefined };
  };
}

/** Fills a place whose content could not be had. */
export function ProblemPanel({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const { sentence, advice } = useWords()(problem);
  return (
    <div className="feedback" role="alert">
      <Icon name="cloud" size={28} />
      <b>{sentence}</b>
      {advice ? <span className="muted">{advice}</span> : null}
      {onRetry ? <Button onClick={onRetry}>{t('common.retry')}</Button> : null}
    </div>
  );
}

/** A refusal shown where the person pressed. */
export function RefusalNote({ problem }: { problem: unknown }) {
  const words = useWords();
  if (!problem) return null;
  const { sentence, advice } = words(problem);
  return <Alert type="error" showIcon title={sentence} description={advice} className="refusal-note" />;
}

/** Says that what is shown is old, and since when. */
export function StaleNote({ at, problem, onRetry }: { at: number; problem: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  if (!problem) return null;
  const time = new Date(at).toTimeString().slice(0, 5);
  return (
    <div className="stale-note" role="status">
      <span>{at > 0 ? t('common.staleSince', { time }) : t('problem.unreachable')}</span>
      <button type="button" className="link-button" onClick={onRetry}>
        {t('common.retry')}
      </button>
    </div>
  );
}

/** An empty place says what to do next. */
export function EmptyPanel({
  icon = 'check',
  title,
  children,
}: {
  icon?: IconName;
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className="feedback">
      <Icon name={icon} size={26} />
      <b>{title}</b>
      {children}
    </div>
  );
}

/** Rows of grey of the same height as what is coming. */
export function RowsSkeleton({ rows = 8, height = 36 }: { rows?: number; height?: number }) {
  return (
    <div className="skeleton-late" aria-busy="true">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey rows have no identity
        <div key={row} className="rows-skeleton" style={{ height }}>
          <div className="skeleton" style={{ width: `${62 + ((row * 13) % 30)}%` }} />
        </div>
      ))}
    </div>
  );
}

/** Says a refusal over the page, for presses that have no place of their own. */
export function useTell() {
  const { message } = App.useApp();
  const words = useWords();
  return {
    done: (text: string) => void message.success(text),
    refused: (problem: unknown) => {
      const { sentence, advice } = words(problem);
      void message.error({ content: advice ? `${sentence} ${advice}` : sentence, duration: 6 });
    },
  };
}
