import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import { dayMonth } from '../../parts/format';
import { listColleagues, listDelegations } from './api';

/** A colleague to choose; found by name or role. */
export function ColleagueSelect({ value, onChange }: { value?: string; onChange: (id: string) => void }) {
  const { t } = useTranslation();
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: listColleagues, staleTime: 60_000 });
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      loading={colleagues.isPending}
      placeholder={t('approvals.person')}
      options={(colleagues.data ?? []).map((one) => ({ value: one.id, label: `${one.name} · ${one.roles.join(' ')}` }))}
      onChange={onChange}
      style={{ width: '100%' }}
    />
  );
}

/** Who acts for me while I am away. */
export function Deputies() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [deputy, setDeputy] = useState<string>();
  const [days, setDays] = useState<[Dayjs, Dayjs] | null>(null);
  const known = useQuery({ queryKey: ['delegations'], queryFn: listDelegations, meta: { tables: ['workflow'] } });
  const refresh = () => queries.invalidateQueries({ queryKey: ['delegations'] });
  const add = useMutation({
    mutationFn: (body: Schema<'ApprovalDelegationBody'>) => api.post('/api/approval-delegations', { body }),
    onSuccess: () => {
      setOpen(false);
      return refresh();
    },
  });
  const asked = deputy && days && { deputy, from: days[0].format('YYYY-MM-DD'), until: days[1].format('YYYY-MM-DD') };
  const end = useMutation({
    mutationFn: (id: string) => api.delete('/api/approval-delegations/{id}', { path: { id } }),
    onSuccess: refresh,
  });
  return (
    <section className="card" style={{ marginTop: 12 }}>
      <div className="card-head">
        <h2>{t('approvals.absent')}</h2>
        <span className="grow" />
        {open ? null : (
          <button type="button" className="link-button" onClick={() => setOpen(true)}>
            {t('approvals.absentAdd')}
          </button>
        )}
      </div>
      {known.data?.length === 0 && !open ? <p className="muted deputy-row">{t('approvals.absentNone')}</p> : null}
      {(known.data ?? []).map((one) => (
        <div key={one.id} className="deputy-row">
          <b>{one.deputyName}</b>
          <span className="num">
            {dayMonth(one.from)} – {dayMonth(one.until)}
          </span>
          <span className="grow" />
          <button type="button" className="link-button" onClick={() => end.mutate(one.id)}>
            {t('common.delete')}
          </button>
        </div>
      ))}
      {open ? (
        <div className="deputy-form">
          <ColleagueSelect value={deputy} onChange={setDeputy} />
          <DatePicker.RangePicker
            value={days}
            onChange={(range) => setDays(range?.[0] && range[1] ? [range[0], range[1]] : null)}
          />
          <RefusalNote problem={add.error} />
          <div className="approval-buttons">
            <Button onClick={() => setOpen(false)}>{t('common.back')}</Button>
            <Button type="primary" disabled={!asked} loading={add.isPending} onClick={() => asked && add.mutate(asked)}>
              {t('common.save')}
            </Button>
          </div>
        </div>
      ) : null}
    </section>
  );
}
