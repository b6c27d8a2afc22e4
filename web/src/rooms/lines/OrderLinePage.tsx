import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { LineRow } from '../../api/lines';
import { ProblemPanel, StaleNote } from '../../parts/Feedback';
import { LiveDot } from '../../parts/LiveDot';
import { useShortcut } from '../../shell/shortcuts';
import { readWalk, useLine } from './api';
import { Kitting } from './Kitting';
import { LineHead } from './LineHead';
import { LineTimetable } from './LineTimetable';
import { Obstacles } from './Obstacles';
import { Operations } from './Operations';
import { Timeline } from './Timeline';
import './OrderLinePage.css';

/** Room 90: where one order line is, when it will be ready, what is in the way, and who acts. */
export function OrderLinePage() {
  const { id = '' } = useParams();
  const line = useLine(id);
  if (line.isError && !line.data) {
    return (
      <div className="page">
        <ProblemPanel problem={line.error} onRetry={() => line.refetch()} />
      </div>
    );
  }
  if (!line.data) return <LineSkeleton />;
  return (
    <div className="line-page">
      <StaleNote at={line.dataUpdatedAt} problem={line.error} onRetry={() => line.refetch()} />
      <header className="line-page-top">
        <Breadcrumb line={line.data.line} />
        <LineHead detail={line.data} />
        <LineTimetable line={line.data.line} />
      </header>
      <div className="line-columns">
        <Obstacles detail={line.data} />
        <div className="line-middle">
          <Operations detail={line.data} />
          <Kitting detail={line.data} />
        </div>
        <Timeline detail={line.data} />
      </div>
    </div>
  );
}

function Breadcrumb({ line }: { line: LineRow }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const walk = readWalk();
  const at = walk.ids.indexOf(line.id);
  const go = (step: number) => {
    const next = at < 0 ? undefined : walk.ids[at + step];
    if (next) navigate(`/orders/${next}`, { replace: true });
  };
  useShortcut('j', () => go(1));
  useShortcut('k', () => go(-1));
  useShortcut('Escape', () => navigate(`/orders${walk.search ? `?${walk.search}` : ''}`));
  return (
    <nav className="line-crumbs">
      <Link to={`/orders${walk.search ? `?${walk.search}` : ''}`}>{t('lines.title')}</Link>
      <span>›</span>
      <span>{t(`state.${line.state}`)}</span>
      <span>›</span>
      <b>
        {line.orderNumber} · {line.position}
      </b>
      <span className="lines-grow" />
      {at >= 0 ? (
        <span className="wide-only">
          {t('line.walk', { n: at + 1, total: walk.ids.length })} <kbd>K</kbd> <kbd>J</kbd>
        </span>
      ) : null}
      <LiveDot />
    </nav>
  );
}

function LineSkeleton() {
  return (
    <div className="line-page skeleton-late" aria-busy="true">
      <header className="line-page-top" style={{ padding: 16, minHeight: 250 }}>
        <div className="skeleton" style={{ height: 18, width: 240, marginBottom: 16 }} />
        <div className="skeleton" style={{ height: 56, marginBottom: 20 }} />
        <div className="skeleton" style={{ height: 110 }} />
      </header>
      <div className="line-columns">
        <div className="skeleton" />
        <div className="skeleton" />
        <div className="skeleton" />
      </div>
    </div>
  );
}
