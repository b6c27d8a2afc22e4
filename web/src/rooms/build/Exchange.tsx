import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress, Segmented, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import { Icon } from '../../parts/Icon';

const SOURCES = ['adventureworks', 'frepple'] as const;

interface Rejected {
  file?: string | null;
  row?: number | null;
  reason: string;
}

interface TableResult {
  table?: string;
  name?: string;
  read: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected?: Rejected[] | number;
  leftOut?: number;
  remarks?: string[];
}

interface Job {
  id: string;
  state: string;
  done: number;
  total: number;
  message?: string | null;
  result?: { tables?: TableResult[] } | TableResult[] | null;
}

function isEnded(job: Job): boolean {
  return !['RUNNING', 'QUEUED', 'WAITING', 'STARTED'].includes(job.state);
}

/** Takes over what another system exported; every row is taken or listed with its reason. */
export function Exchange() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [params, setParams] = useSearchParams();
  const [source, setSource] = useState<(typeof SOURCES)[number]>('adventureworks');
  const start = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return api.post<Job>(`/api/exchange/${source}`, { form });
    },
    onSuccess: (started) => setParams({ tab: 'exchange', job: started.id }, { replace: true }),
  });
  const id = start.data?.id ?? params.get('job') ?? undefined;
  const job = useQuery({
    queryKey: ['job', id],
    queryFn: () => api.get<Job>('/api/jobs/{id}', { path: { id: id ?? '' } }),
    enabled: Boolean(id),
    refetchInterval: (query) => (query.state.data && isEnded(query.state.data) ? false : 700),
  });
  const cancel = useMutation({
    mutationFn: () => api.delete('/api/jobs/{id}', { path: { id: id ?? '' } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['job', id] }),
  });
  const shown = job.data ?? start.data;
  return (
    <div className="exchange">
      <p className="muted">{t('build.exchangeHelp')}</p>
      <Segmented
        value={source}
        onChange={setSource}
        options={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
      />
      <Upload.Dragger
        showUploadList={false}
        disabled={Boolean(shown && !isEnded(shown))}
        beforeUpload={(file) => {
          start.mutate(file);
          return false;
        }}
        style={{ marginTop: 12 }}
      >
        <div className="import-drop">
          <Icon name="import" size={24} />
          <b>{t(`sourceDrop.${source}`)}</b>
        </div>
      </Upload.Dragger>
      <RefusalNote problem={start.error ?? job.error} />
      {shown && !isEnded(shown) ? (
        <div className="exchange-progress">
          <Progress percent={shown.total > 0 ? Math.round((shown.done / shown.total) * 100) : 0} />
          <span className="muted">{shown.message}</span>
          <Button onClick={() => cancel.mutate()}>{t('common.cancel')}</Button>
        </div>
      ) : null}
      {shown && isEnded(shown) ? <Results job={shown} /> : null}
    </div>
  );
}

function Results({ job }: { job: Job }) {
  const { t } = useTranslation();
  const tables = Array.isArray(job.result) ? job.result : (job.result?.tables ?? []);
  return (
    <div style={{ marginTop: 12 }}>
      <p>{job.message}</p>
      <table className="dialog-table">
        <tbody>
          {tables.map((table) => {
            const rejected = Array.isArray(table.rejected) ? table.rejected : [];
            const count = typeof table.rejected === 'number' ? table.rejected : rejected.length;
            return (
              <tr key={table.table ?? table.name}>
                <td className="strong">{table.table ?? table.name}</td>
                <td>
                  {t('import.did', {
                    total: table.read,
                    inserted: table.inserted,
                    updated: table.updated,
                    unchanged: table.unchanged,
                    rejected: count,
                  })}
                  {table.leftOut ? ` · ${t('import.leftOut', { n: table.leftOut })}` : null}
                </td>
                <td className="small muted">
                  {(table.remarks ?? []).map((remark) => (
                    <div key={remark}>{remark}</div>
                  ))}
                  {rejected.slice(0, 5).map((one) => (
                    <div key={`${one.file}-${one.row}-${one.reason}`}>
                      {one.file} {one.row}: {one.reason}
                    </div>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
