import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Segmented, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import { Icon } from '../../parts/Icon';
import type { TypeView } from './api';
import { ImportColumns } from './ImportColumns';
import { type ImportResult, ImportSummary } from './ImportSummary';

const MODES = ['upsert', 'insert', 'update'] as const;
type Mode = (typeof MODES)[number];

const GENERIC = '/api/records/{type}/imports';

interface ImportWizardProps {
  type: TypeView;
  address?: string;
  onClose: () => void;
}

/** Excel or CSV in three steps: choose, look at what would happen, take it — or undo it all. */
export function ImportWizard({ type, address = GENERIC, onClose }: ImportWizardProps) {
  const own = address !== GENERIC;
  const undoAddress = own ? `${address}/{id}/undo` : '/api/imports/{id}/undo';
  const template = own ? `${address}/template.xlsx` : `/api/records/${type.name}/template.xlsx`;
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<Mode>('upsert');
  const [undone, setUndone] = useState(false);
  const [told, setTold] = useState<Record<string, string>>({});
  const run = useMutation({
    mutationFn: ({ chosen, dryRun, meant }: { chosen: File; dryRun: boolean; meant: Record<string, string> }) => {
      const form = new FormData();
      form.append('file', chosen);
      form.append('dryRun', String(dryRun));
      form.append('mode', mode);
      if (!own) form.append('mapping', JSON.stringify(meant));
      return api.post<ImportResult>(address, { path: { type: type.name }, query: { dryRun, mode }, form });
    },
    onSuccess: (result) =>
      result.dryRun ? undefined : queries.invalidateQueries({ queryKey: ['records', type.name] }),
  });
  const undo = useMutation({
    mutationFn: (id: string) => api.post(undoAddress, { path: { id } }),
    onSuccess: () => [setUndone(true), queries.invalidateQueries({ queryKey: ['records', type.name] })],
  });
  const result = run.data;
  const take = (chosen: File) => {
    setFile(chosen);
    setUndone(false);
    setTold({});
    run.mutate({ chosen, dryRun: true, meant: {} });
  };
  const tell = (header: string, field: string) => {
    const meant = { ...told, [header]: field };
    setTold(meant);
    if (file) run.mutate({ chosen: file, dryRun: true, meant });
  };
  return (
    <Modal
      open
      width={760}
      title={t('import.title', { type: type.label })}
      onCancel={onClose}
      footer={
        <div className="record-form-foot">
          {result && !result.dryRun && !undone ? (
            <Button danger loading={undo.isPending} onClick={() => undo.mutate(result.id)}>
              {t('import.undo')}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t('common.close')}</Button>
          {file && result?.dryRun ? (
            <Button
              type="primary"
              loading={run.isPending}
              disabled={(result.inserted ?? 0) + (result.updated ?? 0) === 0}
              onClick={() => run.mutate({ chosen: file, dryRun: false, meant: told })}
            >
              {t('import.take', { n: (result.inserted ?? 0) + (result.updated ?? 0) })}
            </Button>
          ) : null}
        </div>
      }
    >
      <p className="muted">
        {t('import.help')}{' '}
        <a href={template} download>
          {t('import.template')}
        </a>
      </p>
      <Segmented
        value={mode}
        onChange={setMode}
        options={MODES.map((value) => ({ value, label: t(`importMode.${value}`) }))}
      />
      <Upload.Dragger
        accept=".xlsx,.csv,.xls"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(chosen) => {
          take(chosen);
          return false;
        }}
        style={{ marginTop: 12 }}
      >
        <div className="import-drop">
          <Icon name="import" size={24} />
          <b>{file ? file.name : t('import.drop')}</b>
          <span className="muted small">{t('import.dropHelp')}</span>
        </div>
      </Upload.Dragger>
      {run.isPending ? <div className="skeleton" style={{ height: 60, marginTop: 12 }} /> : null}
      <RefusalNote problem={run.error ?? undo.error} />
      {undone ? <Alert type="success" showIcon title={t('import.undone')} style={{ marginTop: 12 }} /> : null}
      {result && !run.isPending && !undone ? <ImportSummary result={result} /> : null}
      {!own && result?.dryRun && !run.isPending && !undone ? (
        <ImportColumns mapping={result.mapping ?? {}} fields={type.fields} onTell={tell} />
      ) : null}
    </Modal>
  );
}
