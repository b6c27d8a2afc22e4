import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, linkTo } from '../../api/client';
import { ProblemPanel, RefusalNote, RowsSkeleton } from '../../parts/Feedback';
import { dayMonth, dayTime, productName, quantityText, unitText, weekday } from '../../parts/format';
import { Icon } from '../../parts/Icon';
import { Avatar } from '../../parts/Person';
import { StateShape } from '../../parts/StateShape';
import { readShared, type SharedLine, type SharedPage } from './api';
import { PortalFrame } from './PortalFrame';

/** One order as its customer sees it: when it comes, where it is, whom to call. */
export function PortalLinePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const page = useQuery({ queryKey: ['portal', id], queryFn: () => readShared(id), meta: { tables: ['*'] } });
  if (page.isError && !page.data) {
    return (
      <PortalFrame title={t('portal.myOrders')}>
        <ProblemPanel problem={page.error} onRetry={() => page.refetch()} />
      </PortalFrame>
    );
  }
  if (!page.data) {
    return (
      <PortalFrame title={t('portal.myOrders')}>
        <RowsSkeleton rows={6} height={70} />
      </PortalFrame>
    );
  }
  const { line } = page.data;
  return (
    <PortalFrame title={[productName(line.item, line.drawing), line.drawing].filter(Boolean).join(' ')}>
      <PromiseHead line={line} />
      <Now line={line} />
      <VerticalLine line={line} />
      <Documents page={page.data} />
      <Messages page={page.data} />
    </PortalFrame>
  );
}

function PromiseHead({ line }: { line: SharedLine }) {
  const { t } = useTranslation();
  return (
    <section className="card portal-promise">
      <span className="muted">
        {quantityText(line.quantity)} {unitText(line.unit)} · {line.orderNumber}
      </span>
      <div className="portal-promise-row">
        <div>
          <span className="muted">{line.done ? t('portal.deliveredOn') : t('portal.expected')}</span>
          <div className="portal-date">
            {line.forecast ? dayMonth(line.forecast) : t('line.held')}
            {line.forecast ? <small>{weekday(line.forecast)}</small> : null}
          </div>
        </div>
        <div className="portal-chip-side">
          {line.done ? null : line.daysLate > 0 ? (
            <span className="portal-chip portal-late">
              <StateShape shape="risk" size={14} /> {t('kit.lateBy', { n: line.daysLate })}
            </span>
          ) : line.forecast ? (
            <span className="portal-chip portal-good">
              <StateShape shape="done" size={14} /> {t('line.onTime')}
            </span>
          ) : null}
          <span className="muted">
            {t('line.promised')} {dayMonth(line.promised)} {weekday(line.promised)}
          </span>
        </div>
      </div>
    </section>
  );
}

/** Two plain sentences, made from where the line stands. */
function Now({ line }: { line: SharedLine }) {
  const { t } = useTranslation();
  const current = line.stations.find((station) => station.state === 'CURRENT');
  return (
    <section className="card portal-now">
      <b>{t('portal.now')}</b>
      <p>
        {line.done
          ? t('portal.sentenceDone')
          : line.forecast === null
            ? t('portal.sentenceHeld')
            : t(`stationSentence.${current?.kind ?? 'CONFIRMED'}`, { percent: line.percent })}
        <br />
        {!line.done && line.forecast
          ? t(line.daysLate > 0 ? 'portal.sentenceLate' : 'portal.sentenceOnTime', { day: dayMonth(line.forecast) })
          : null}
      </p>
      {line.contact ? (
        <div className="portal-contact">
          <Avatar name={line.contact} size={28} />
          <span className="muted">{t('portal.contact', { name: line.contact })}</span>
          {line.phone ? (
            <a href={`tel:${line.phone}`} className="strong">
              <Icon name="phone" /> {t('portal.call')}
            </a>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function VerticalLine({ line }: { line: SharedLine }) {
  const { t } = useTranslation();
  return (
    <ol className="card portal-line">
      {line.stations.map((station, index) => {
        const last = index === line.stations.length - 1;
        const late = last && line.daysLate > 0 && station.state !== 'DONE';
        const shape =
          station.state === 'DONE' ? 'done' : late ? 'risk' : station.state === 'CURRENT' ? 'doing' : 'idle';
        return (
          <li key={station.kind} className={`portal-station portal-${station.state.toLowerCase()}`}>
            <StateShape shape={shape} size={18} />
            <span className={station.state === 'CURRENT' ? 'strong' : undefined}>
              {t(`station.${station.kind}`)}
              {station.kind === 'PRODUCTION' && station.state === 'CURRENT' ? ` ${line.percent}%` : ''}
            </span>
            <span className={late ? 'amber strong num' : 'num muted'}>
              {station.at ? `${station.state === 'DONE' ? '' : `${t('line.forecast')} `}${dayMonth(station.at)}` : ''}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Documents({ page }: { page: SharedPage }) {
  if (page.documents.length === 0) return null;
  return (
    <section className="card portal-documents">
      {page.documents.map((document) => (
        <a
          key={document.id}
          href={linkTo('/api/portal/lines/{id}/documents/{documentId}', {
            path: { id: page.line.id, documentId: document.id },
          })}
        >
          <Icon name="file" /> <span className="ellipsis">{document.name}</span> <Icon name="right" />
        </a>
      ))}
    </section>
  );
}

function Messages({ page }: { page: SharedPage }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const { line, messages } = page;
  const say = useMutation({
    mutationFn: () =>
      api.post('/api/portal/lines/{id}/messages', { path: { id: line.id }, body: { text: text.trim() } }),
    onSuccess: () => {
      setText('');
      return queries.invalidateQueries({ queryKey: ['portal', line.id] });
    },
  });
  return (
    <section className="card portal-messages">
      <b>{t('portal.messages')}</b>
      {messages.map((message) => (
        <div key={message.id} className={message.mine ? 'portal-message portal-mine' : 'portal-message'}>
          <span className="timeline-bubble">{message.text}</span>
          <span className="muted small">
            {message.author} · {dayTime(message.at)}
          </span>
        </div>
      ))}
      <RefusalNote problem={say.error} />
      <form
        className="portal-say"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) say.mutate();
        }}
      >
        <input
          value={text}
          placeholder={line.contact ? t('portal.writeTo', { name: line.contact }) : t('portal.write')}
          aria-label={t('portal.write')}
          onChange={(event) => setText(event.target.value)}
        />
        <Button
          type="primary"
          htmlType="submit"
          loading={say.isPending}
          disabled={!text.trim()}
          icon={<Icon name="send" />}
          aria-label={t('common.send')}
        />
      </form>
    </section>
  );
}
