import { useQuery } from '@tanstack/react-query';
import { Input, InputNumber, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useSession } from '../../api/session';
import { DayInput } from '../../parts/DayInput';
import { RefusalNote } from '../../parts/Feedback';
import { dayMonth } from '../../parts/format';
import { hasRole } from '../../shell/sections';
import { DEPARTMENTS, type Department, type Order, promiseOfLine, type Review } from './api';
import { PromiseChain } from './PromiseChain';
import { useOrderCommand } from './useOrderCommand';

const SPEAKERS: Record<Department, string[]> = {
  SALES: ['sales'],
  ENGINEERING: ['engineer'],
  PRODUCTION: ['planner', 'team-leader'],
};

/** Can we, when, at what effort: one department's answer beside the computed earliest date. */
export function ReviewDialog({ order, lineId, onClose }: { order: Order; lineId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const reviews = order.lines.find((line) => line.id === lineId)?.reviews ?? [];
  const everywhere = hasRole(roles, 'manager', 'administrator');
  const mine = DEPARTMENTS.filter((department) => everywhere || hasRole(roles, ...SPEAKERS[department]));
  const waiting = mine.find((department) => !reviews.find((one) => one.department === department)?.answer);
  const [department, setDepartment] = useState<Department>(waiting ?? mine[0] ?? 'SALES');
  const [answer, setAnswer] = useState<'YES' | 'CONDITIONAL' | 'NO'>('YES');
  const promise = useQuery({ queryKey: ['promise', lineId], queryFn: () => promiseOfLine(lineId) });
  const [date, setDate] = useState('');
  const [hours, setHours] = useState<string | null>(null);
  const [cost, setCost] = useState<string | null>(null);
  const [remark, setRemark] = useState('');
  const command = useOrderCommand(
    order.id,
    () =>
      api.post('/api/order-lines/{id}/reviews', {
        path: { id: lineId },
        body: {
          department,
          answer,
          possibleDate: date || null,
          effortHours: hours,
          extraCost: cost,
          remark: remark.trim() || null,
        },
      }),
    onClose,
  );
  return (
    <Modal
      open
      width={620}
      title={t('review.title', { number: order.number })}
      onCancel={onClose}
      onOk={() => command.mutate()}
      okText={t('review.send')}
      cancelText={t('common.back')}
      confirmLoading={command.isPending}
      okButtonProps={{ disabled: answer !== 'YES' && !remark.trim() }}
    >
      <div className="review-others">
        {DEPARTMENTS.map((one) => (
          <ReviewState key={one} department={one} review={reviews.find((review) => review.department === one)} />
        ))}
      </div>
      <PromiseChain promise={promise.data} problem={promise.error} busy={promise.isFetching} />
      <div className="dialog-grid">
        <label>
          {t('review.department')}
          <Select
            value={department}
            onChange={setDepartment}
            options={mine.map((value) => ({ value, label: t(`department.${value}`) }))}
          />
        </label>
        <label>
          {t('review.answer')}
          <Segmented
            block
            value={answer}
            onChange={setAnswer}
            options={(['YES', 'CONDITIONAL', 'NO'] as const).map((value) => ({ value, label: t(`answer.${value}`) }))}
          />
        </label>
        <label>
          {t('review.possibleDate')}
          <DayInput value={date} onChange={setDate} />
        </label>
        <label>
          {t('review.hours')}
          <InputNumber stringMode min="0" value={hours} onChange={setHours} style={{ width: '100%' }} />
        </label>
        <label>
          {t('review.cost')}
          <InputNumber stringMode min="0" value={cost} onChange={setCost} style={{ width: '100%' }} />
        </label>
        <label className="dialog-wide">
          {t(answer === 'YES' ? 'review.remark' : 'review.remarkNeeded')}
          <Input.TextArea rows={2} value={remark} onChange={(event) => setRemark(event.target.value)} />
        </label>
      </div>
      <RefusalNote problem={command.error} />
    </Modal>
  );
}

function ReviewState({ department, review }: { department: Department; review?: Review }) {
  const { t } = useTranslation();
  const answer = review?.answer;
  const tone = answer === 'YES' ? 'green' : answer === 'NO' ? 'red' : answer ? 'amber' : 'muted';
  return (
    <div>
      <span className="muted small">{t(`department.${department}`)}</span>
      <b className={tone}>
        {answer ? t(`answer.${answer}`) : review?.skipped ? t('review.skipped') : t('review.waiting')}
        {review?.possibleDate ? ` ${dayMonth(review.possibleDate)}` : ''}
      </b>
      <span className="muted small">{review?.answeredBy?.name}</span>
    </div>
  );
}
