import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress, Segmented, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import { Icon } from '../../parts/Icon';

const SOURCES = ['adventureworks', 'frepple'] as const;

type Job = Schema<'WorkflowJobView'>;

/** A job's result is free; this is the one of an import. */
interface ImportReport {
  tables: {
    name: string;
    read: number;
    inserted: number;
    updated: number;
    unchanged: number;
    leftOut: number;
    rejected: { file: string; row: number; reason: string }[];
    remarks: string[];
  }[];
}

function isEnded(job: Job): boolean {
  return job.state !== 'RUNNING';
}

/** Takes over what another system exported; every row is taken or listed with its reason. */
export function Exchange() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [params, setParams] = useSearchParams();
  const [source, setSource] = useState<(typeof SOURCES)[number]>('adventureworks');
  const start = useMutation({
    mutationFn: (file: File) => api.post('/api/exchange/{source}', { path: { source }, form: { file } }),
    onSuccess: (started) => setParams({ tab: 'exchange', job: started.id }, { replace: true }),
  });
  const id = start.data?.id ?? params.get('job') ?? undefined;
  const job = useQuery({
    queryKey: ['job', id],
    queryFn: () => api.get('/api/jobs/{id}', { path: { id: id ?? '' } }),
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
  const tables = (job.result as ImportReport | null | undefined)?.tables ?? [];
  return (
    <div style={{ marginTop: 12 }}>
      <p>{job.message}</p>
      <table className="dialog-table">
        <tbody>
          {tables.map((table) => (
            <tr key={table.name}>
              <td className="strong">{table.name}</td>
              <td>
                {t('import.did', {
                  total: table.read,
                  inserted: table.inserted,
                  updated: table.updated,
                  unchanged: table.unchanged,
                  rejected: table.rejected.length,
                })}
                {table.leftOut ? ` · ${t('import.leftOut', { n: table.leftOut })}` : null}
              </td>
              <td className="small muted">
                {table.remarks.map((remark) => (
                  <div key={remark}>{remark}</div>
                ))}
                {table.rejected.slice(0, 5).map((one) => (
                  <div key={`${one.file}-${one.row}-${one.reason}`}>
                    {one.file} {one.row}: {one.reason}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
