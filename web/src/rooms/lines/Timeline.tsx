import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Segmented, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, linkTo } from '../../api/client';
import type { LineDetail, TimelineEntry } from '../../api/lines';
import { useSession } from '../../api/session';
import { EmptyPanel, RefusalNote } from '../../parts/Feedback';
import { when } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { Avatar } from '../../parts/Person';
import { ApprovalButtons } from '../approvals/ApprovalButtons';

const TABS = ['ALL', 'COMMENT', 'CUSTOMER', 'APPROVAL', 'DOCUMENT', 'ACKNOWLEDGEMENT'] as const;
type Tab = (typeof TABS)[number];
/** What is shared with the customer stands with what was said to him. */
const tabOf = (entry: TimelineEntry) => (entry.kind === 'SHARED' ? 'CUSTOMER' : entry.kind);
const isSpoken = (entry: TimelineEntry) => entry.kind === 'COMMENT' || entry.kind === 'CUSTOMER';

/** Messages, approvals, documents and events of the line on one spine, newest first. */
export function Timeline({ detail }: { detail: LineDetail }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('ALL');
  const { line, timeline: entries } = detail;
  const count = (which: Tab) => entries.filter((entry) => tabOf(entry) === which).length;
  const shown = tab === 'ALL' ? entries : entries.filter((entry) => tabOf(entry) === tab);
  return (
    <section className="card line-panel line-timeline">
      <div className="timeline-tabs" role="tablist">
        {TABS.map((which) => (
          <button
            key={which}
            type="button"
            role="tab"
            aria-selected={tab === which}
            className={tab === which ? 'view-tab view-here' : 'view-tab'}
            onClick={() => setTab(which)}
          >
            {t(`timeline.${which}`)} {which !== 'ALL' && count(which) > 0 ? count(which) : ''}
          </button>
        ))}
      </div>
      <div className="line-panel-scroll timeline-list">
        {shown.map((entry, index) => (
          <Entry
            key={entry.subject ? `${entry.subject}-${entry.at}` : `${entry.at}-${index}`}
            entry={entry}
            lineId={line.id}
          />
        ))}
        {shown.length === 0 ? <EmptyPanel icon="send" title={t('timeline.none')} /> : null}
      </div>
      <Write lineId={line.id} />
    </section>
  );
}

function dotColour(entry: TimelineEntry): string {
  if (entry.waiting) return 'var(--amber)';
  if (entry.kind === 'CHANGE') return 'var(--red)';
  return entry.kind === 'DOCUMENT' || entry.kind === 'ACKNOWLEDGEMENT' ? 'var(--blue)' : 'var(--green)';
}

function Entry({ entry, lineId }: { entry: TimelineEntry; lineId: string }) {
  const { t } = useTranslation();
  const colour = dotColour(entry);
  return (
    <div className="timeline-entry">
      <time className="muted small nowrap" dateTime={entry.at}>
        {when(entry.at)}
      </time>
      <span className="timeline-spine">
        {isSpoken(entry) ? (
          <Avatar name={entry.actor} />
        ) : (
          <i style={entry.waiting ? { border: `2px solid ${colour}` } : { background: colour }} />
        )}
      </span>
      {isSpoken(entry) ? (
        <div>
          <div className="muted small">
            {entry.actor}
            {entry.kind === 'CUSTOMER' ? ` · ${t('timeline.customerSees')}` : ''}
          </div>
          <div className="timeline-bubble">{entry.text}</div>
        </div>
      ) : (
        <Event entry={entry} lineId={lineId} />
      )}
    </div>
  );
}

function Event({ entry, lineId }: { entry: TimelineEntry; lineId: string }) {
  const { t } = useTranslation();
  const { id: me } = useSession();
  const mine = entry.waitsFor.includes(me);
  const detail = [
    entry.actor,
    entry.kind === 'SHARED' ? t('timeline.customerSees') : null,
    entry.kind === 'ACKNOWLEDGEMENT' ? t('timeline.asked', { done: entry.done ?? 0, asked: entry.asked ?? 0 }) : null,
    entry.waiting && !mine ? t('timeline.waits') : null,
  ].filter(Boolean);
  return (
    <div className={entry.waiting && mine ? 'timeline-waits' : undefined}>
      <div className="timeline-text">
        <EventText entry={entry} lineId={lineId} />
      </div>
      <div className="muted small">{detail.join(' · ')}</div>
      {entry.kind === 'ACKNOWLEDGEMENT' && mine ? <Link to="/approvals">{t('approval.acknowledge')}</Link> : null}
      {entry.kind === 'APPROVAL' && mine && entry.subject ? (
        <ApprovalButtons id={entry.subject} refresh={['line', lineId]} />
      ) : null}
    </div>
  );
}

function isPicture(name: string): boolean {
  return /\.(jpe?g|png|webp|gif)$/i.test(name);
}

function EventText({ entry, lineId }: { entry: TimelineEntry; lineId: string }) {
  const { t } = useTranslation();
  if (entry.kind === 'MILESTONE') return t('timeline.passed', { stage: t(`stage.${entry.text}`) });
  if (entry.kind === 'CHANGE') return t('timeline.changed', { text: entry.text });
  if (entry.kind === 'DOCUMENT' && entry.subject) {
    const file = linkTo('/api/files/{id}', { path: { id: entry.subject } });
    return (
      <a href={file} className="timeline-file">
        {isPicture(entry.text) ? <img src={file} alt="" loading="lazy" /> : null}
        {entry.text}
      </a>
    );
  }
  if (entry.kind === 'SHARED' && entry.subject) {
    return (
      <a
        href={linkTo('/api/portal/lines/{id}/documents/{documentId}', {
          path: { id: lineId, documentId: entry.subject },
        })}
      >
        {entry.text}
      </a>
    );
  }
  return entry.text;
}

function Write({ lineId }: { lineId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const place = `throughline.draft.${lineId}`;
  const [text, setText] = useState(() => localStorage.getItem(place) ?? '');
  const [toCustomer, setToCustomer] = useState(false);
  const keep = (next: string) => {
    setText(next);
    if (next) localStorage.setItem(place, next);
    else localStorage.removeItem(place);
  };
  const send = useMutation({
    mutationFn: (): Promise<unknown> => {
      const body = { text: text.trim() };
      return toCustomer
        ? api.post('/api/portal/lines/{id}/answers', { path: { id: lineId }, body })
        : api.post('/api/records/{type}/{id}/comments', { path: { type: 'sales-order-line', id: lineId }, body });
    },
    onSuccess: () => {
      keep('');
      return queries.invalidateQueries({ queryKey: ['line', lineId] });
    },
  });
  const attach = useMutation({
    mutationFn: (file: File): Promise<unknown> => {
      const form = { file };
      if (toCustomer) return api.post('/api/portal/lines/{id}/documents', { path: { id: lineId }, form });
      return api.post('/api/records/{type}/{id}/files', { path: { type: 'sales-order-line', id: lineId }, form });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['line', lineId] }),
  });
  return (
    <div className="timeline-write">
      <RefusalNote problem={send.error ?? attach.error} />
      <form
        className={toCustomer ? 'timeline-box timeline-outside' : 'timeline-box'}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) send.mutate();
        }}
      >
        <Segmented
          size="small"
          value={toCustomer}
          onChange={setToCustomer}
          aria-label={t('timeline.whom')}
          options={[
            { value: false, label: t('timeline.inside') },
            { value: true, label: t('timeline.CUSTOMER') },
          ]}
        />
        <input
          value={text}
          placeholder={t(toCustomer ? 'timeline.writeCustomer' : 'timeline.write')}
          aria-label={t(toCustomer ? 'timeline.writeCustomer' : 'timeline.write')}
          onChange={(event) => keep(event.target.value)}
        />
        <Upload
          showUploadList={false}
          beforeUpload={(file) => {
            attach.mutate(file);
            return false;
          }}
        >
          <Button
            type="text"
            loading={attach.isPending}
            icon={<Icon name="clip" />}
            aria-label={t('record.addFile')}
            title={t('record.addFile')}
          />
        </Upload>
        <Button
          htmlType="submit"
          type="text"
          loading={send.isPending}
          disabled={!text.trim()}
          icon={<Icon name="send" />}
          aria-label={t('common.send')}
        />
      </form>
    </div>
  );
}
