import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freshKey } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import { productName, unitText } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { StateShape } from '../../parts/StateShape';
import { type Task, useReasons } from './api';
import type { Done } from './OperatorPage';
import { post, useOutbox } from './outbox';
import { PhotoRow } from './PhotoRow';
import { QuantityPad } from './QuantityPad';
import { ReasonGrid } from './ReasonGrid';
import { type Batch, type Bucket, batchesOf, type Counts, total, withCount } from './sheet';
import { TaskPicture } from './TaskPicture';

const BUCKETS: readonly Bucket[] = ['good', 'rework', 'scrap'];

interface ReportSheetProps {
  task: Task;
  onClose: () => void;
  onDone: (done: Done | null) => void;
}

/** Good is filled in; the second tap books. One key a sheet, so that nothing is booked twice. */
export function ReportSheet({ task, onClose, onDone }: ReportSheetProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const reasons = useReasons();
  const outbox = useOutbox();
  const waiting = outbox.parcels
    .filter((parcel) => parcel.operationId === task.operationId && !parcel.refused)
    .reduce((sum, parcel) => sum + parcel.pieces, 0);
  const batches = batchesOf(task, waiting);
  const [key] = useState(freshKey);
  const [repaired, setRepaired] = useState(batches[0].repaired);
  const batch = batches.find((one) => one.repaired === repaired) ?? batches[0];
  const [counts, setCounts] = useState<Counts>({ good: batch.filled, rework: 0, scrap: 0 });
  const [bucket, setBucket] = useState<Bucket>('good');
  const [reasonId, setReasonId] = useState<string>();
  const [cause, setCause] = useState<'PROCESS' | 'MATERIAL'>();
  const [photos, setPhotos] = useState<Blob[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const bad = counts.scrap + counts.rework;
  const sum = total(counts);
  const tooMuch = sum > batch.limit;
  const finish = !batch.repaired && sum === 0 && task.status === 'RUNNING' && Number(task.available) === 0;
  const ready = finish || (sum > 0 && !tooMuch && (bad === 0 || reasonId !== undefined));

  const take = (one: Batch) => {
    setRepaired(one.repaired);
    setCounts({ good: one.filled, rework: 0, scrap: 0 });
    setBucket('good');
  };

  const book = async () => {
    setBusy(true);
    setProblem(undefined);
    const at = new Date().toISOString();
    const delivery = await post({
      key,
      at,
      address: '/api/operations/{id}/reports',
      operationId: task.operationId,
      label: `${t('floor.report')} ${task.item.name} ${task.sequence} · ${sum}`,
      pieces: sum,
      photos: bad > 0 ? photos : [],
      body: {
        good: counts.good,
        scrap: counts.scrap,
        rework: counts.rework,
        fromRework: batch.repaired,
        finish,
        unit: task.unit,
        reasonId: bad > 0 ? reasonId : null,
        cause: bad > 0 ? cause : null,
        machineId: task.machine?.id ?? null,
        occurredAt: at,
      },
    });
    if (delivery.kind === 'refused') {
      setProblem(delivery.problem);
      setBusy(false);
      return;
    }
    void queries.invalidateQueries({ queryKey: ['tasks'] });
    const report = delivery.kind === 'delivered' && 'reportId' in delivery.answer ? delivery.answer : null;
    onDone(report && { report, label: task.item.name });
  };

  return (
    <div className="sheet-ground">
      <section className="sheet" role="dialog" aria-label={t('floor.report')}>
        <header className="sheet-head">
          <TaskPicture task={task} small />
          <div className="sheet-title">
            <b>
              {productName(task.item.name, task.item.drawingNumber)} {task.sequence} {task.name}
            </b>
            <span className="muted">
              {task.item.drawingNumber ?? task.item.code} {task.item.revision}
            </span>
          </div>
          <button type="button" className="round-button" onClick={onClose} aria-label={t('common.close')}>
            <Icon name="close" size={22} />
          </button>
        </header>
        <CheckStrip task={task} />
        {batches.length > 1 || batch.repaired ? (
          <div className="cause-grid">
            {batches.map((one) => (
              <button
                key={String(one.repaired)}
                type="button"
                className={one.repaired === batch.repaired ? 'bucket bucket-on' : 'bucket'}
                onClick={() => take(one)}
              >
                {t(one.repaired ? 'floor.repaired' : 'floor.made')} <b>{one.filled}</b>
              </button>
            ))}
          </div>
        ) : null}
        <div className="bucket-row">
          {BUCKETS.filter((one) => one !== 'rework' || !batch.repaired).map((one) => (
            <button key={one} type="button" className={bucketClass(one, bucket, counts)} onClick={() => setBucket(one)}>
              {t(`floor.${one}`)} <b>{counts[one]}</b>
            </button>
          ))}
        </div>
        <QuantityPad
          value={counts[bucket]}
          unit={unitText(task.unit)}
          note={bucket === 'good' ? t('floor.prefilled', { n: batch.filled }) : t(`floor.${bucket}`)}
          compact={bad > 0 && bucket !== 'good'}
          tone={bucket === 'scrap' ? 'red' : undefined}
          all={batch.filled}
          onChange={(value) => setCounts((before) => withCount(before, bucket, value))}
        />
        {tooMuch ? (
          <p className="red sheet-limit">{t('floor.limit', { n: batch.limit, unit: unitText(task.unit) })}</p>
        ) : null}
        {bad > 0 ? (
          <>
            <ReasonGrid
              reasons={reasons.data ?? []}
              chosen={reasonId}
              count={bad}
              cause={cause}
              onCause={setCause}
              onChoose={(reason) => {
                setReasonId(reason.id);
                setCause(reason.cause);
              }}
            />
            <PhotoRow photos={photos} onChange={setPhotos} />
          </>
        ) : null}
        <RefusalNote problem={problem} />
        <button type="button" className="big-button sheet-book" disabled={!ready || busy} onClick={book}>
          <Icon name="check" size={30} weight={2.6} />
          {finish
            ? t('floor.finish')
            : bad > 0
              ? `${t('floor.good')} ${counts.good}${counts.rework > 0 ? ` · ${t('floor.rework')} ${counts.rework}` : ''}${counts.scrap > 0 ? ` · ${t('floor.scrap')} ${counts.scrap}` : ''}`
              : `${t('floor.report')} ${counts.good} ${unitText(task.unit)}`}
        </button>
      </section>
    </div>
  );
}

function bucketClass(one: Bucket, chosen: Bucket, counts: Counts): string {
  const classes = ['bucket'];
  if (one === chosen) classes.push('bucket-on');
  if (one === 'scrap' && (one === chosen || counts.scrap > 0)) classes.push('bucket-red');
  return classes.join(' ');
}

function CheckStrip({ task }: { task: Task }) {
  if (task.checks.length === 0) return null;
  return (
    <div className="check-strip">
      {task.checks.map((check) => (
        <span key={check.code} className={check.passed ? undefined : 'amber'}>
          <StateShape shape={check.passed ? 'done' : 'risk'} size={18} /> {check.text}
        </span>
      ))}
    </div>
  );
}
