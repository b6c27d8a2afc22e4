import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Segmented, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, linkTo } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import { Icon } from '../../parts/Icon';
import type { TypeView } from './api';
import { ImportColumns } from './ImportColumns';
import { type ImportResult, ImportSummary } from './ImportSummary';

const MODES = ['upsert', 'insert', 'update'] as const;
type Mode = (typeof MODES)[number];

interface ImportWizardProps {
  type: TypeView;
  /** Orders have an import of their own. */
  orders?: boolean;
  onClose: () => void;
}

interface Attempt {
  chosen: File;
  dryRun: boolean;
  meant: Record<string, string>;
}

/** Excel or CSV in three steps: choose, look at what would happen, take it — or undo it all. */
export function ImportWizard({ type, orders = false, onClose }: ImportWizardProps) {
  const template = orders
    ? linkTo('/api/orders/imports/template.xlsx')
    : linkTo('/api/records/{type}/template.xlsx', { path: { type: type.name } });
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<Mode>('upsert');
  const [undone, setUndone] = useState(false);
  const [told, setTold] = useState<Record<string, string>>({});
  const run = useMutation({
    mutationFn: ({ chosen, dryRun, meant }: Attempt): Promise<ImportResult> =>
      orders
        ? api.post('/api/orders/imports', { query: { dryRun }, form: { file: chosen } })
        : api.post('/api/records/{type}/imports', {
            path: { type: type.name },
            query: { dryRun, mode },
            form: { file: chosen, mapping: JSON.stringify(meant) },
          }),
    onSuccess: (result) =>
      result.dryRun ? undefined : queries.invalidateQueries({ queryKey: ['records', type.name] }),
  });
  const undo = useMutation({
    mutationFn: (id: string): Promise<unknown> =>
      api.post(orders ? '/api/orders/imports/{id}/undo' : '/api/imports/{id}/undo', { path: { id } }),
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
              disabled={result.inserted + result.updated === 0}
              onClick={() => run.mutate({ chosen: file, dryRun: false, meant: told })}
            >
              {t('import.take', { n: result.inserted + result.updated })}
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
      {!orders && result?.dryRun && !run.isPending && !undone ? (
        <ImportColumns mapping={result.mapping} fields={type.fields} onTell={tell} />
      ) : null}
    </Modal>
  );
}
