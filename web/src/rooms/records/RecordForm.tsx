import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Drawer, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, Refused } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import type { StoredRecord } from '../../parts/RecordSelect';
import type { FieldView, TypeView } from './api';
import { FieldInput } from './FieldInput';
import { ownField } from './ownFields';

interface RecordFormProps {
  type: TypeView;
  record?: StoredRecord;
  preset?: Record<string, unknown>;
  onClose: () => void;
  onDone: (id: string) => void;
}

const CONFLICTS = ['records.changed-meanwhile', 'record.changed-meanwhile', 'records.stale', 'stale'];

/** Creates a record, or changes one; only what was changed is sent. */
export function RecordForm({ type, record, preset, onClose, onDone }: RecordFormProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [version, setVersion] = useState(record?.version);
  const path = { type: type.name, id: record?.id ?? '' };
  const save = useMutation({
    mutationFn: (values: Record<string, unknown>) =>
      record
        ? api.patch('/api/records/{type}/{id}', { path, body: { version, values } })
        : api.post('/api/records/{type}', { path, body: { values } }),
    onSuccess: (saved) => {
      void queries.invalidateQueries({ queryKey: ['record', type.name] });
      void queries.invalidateQueries({ queryKey: ['records', type.name] });
      onClose();
      onDone(saved.id);
    },
    onError: (problem) => showFieldErrors(problem),
  });
  const showFieldErrors = (problem: unknown) => {
    if (!(problem instanceof Refused)) return;
    const named = (problem.problem.errors ?? []).map((error) => ({
      name: error.field.replace(/^values\./, ''),
      errors: [error.detail],
    }));
    const field = problem.problem.values?.field;
    if (named.length === 0 && typeof field === 'string') named.push({ name: field, errors: [problem.message] });
    form.setFields(named);
  };
  const send = (values: Record<string, unknown>) => {
    const changed = Object.entries(values).filter(
      ([name, value]) => (value ?? null) !== (record?.values[name] ?? null),
    );
    save.mutate({ ...preset, ...Object.fromEntries(changed.map(([name, value]) => [name, value ?? null])) });
  };
  const conflict = isConflict(save.error);
  const takeTheirs = async () => {
    const fresh = await api.get('/api/records/{type}/{id}', { path });
    setVersion(fresh.version);
    save.reset();
    void queries.invalidateQueries({ queryKey: ['record', type.name] });
  };
  const shown = type.fields.filter((field) => !field.readOnly && !(preset && field.name in preset));
  return (
    <Drawer
      open
      size={520}
      title={record ? t('record.edit', { type: type.label }) : t('record.new', { type: type.label })}
      onClose={onClose}
      footer={
        <div className="record-form-foot">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={form.submit}>
            {t('common.save')}
          </Button>
        </div>
      }
    >
      {conflict ? (
        <Alert
          type="warning"
          showIcon
          title={t('record.conflict')}
          description={t('record.conflictAdvice')}
          action={<Button onClick={takeTheirs}>{t('record.saveOver')}</Button>}
          style={{ marginBottom: 12 }}
        />
      ) : (
        <RefusalNote problem={save.error} />
      )}
      <Form
        form={form}
        layout="vertical"
        initialValues={record?.values ?? startOf(type)}
        onFinish={send}
        scrollToFirstError
      >
        {shown.map((field, index) => (
          <FormField
            key={field.name}
            type={type.name}
            field={field}
            label={record?.labels?.[field.name]}
            autoFocus={index === 0}
          />
        ))}
      </Form>
    </Drawer>
  );
}

/** A new record is active, as the database would have it. */
function startOf(type: TypeView): Record<string, unknown> {
  return type.fields.some((field) => field.name === 'active' && field.kind === 'flag') ? { active: true } : {};
}

function isConflict(problem: unknown): boolean {
  return problem instanceof Refused && (CONFLICTS.includes(problem.code) || /changed|stale|version/.test(problem.code));
}

interface FormFieldProps {
  type: string;
  field: FieldView;
  label?: string;
  autoFocus: boolean;
}

function FormField({ type, field, label, autoFocus }: FormFieldProps) {
  const { t } = useTranslation();
  const own = ownField(type, field.name);
  return (
    <Form.Item
      name={field.name}
      label={field.label}
      extra={field.help ?? undefined}
      rules={[
        { required: field.required && field.kind !== 'flag', message: t('record.required', { field: field.label }) },
      ]}
    >
      {own ? <own.Input /> : <FieldInput field={field} label={label} autoFocus={autoFocus} />}
    </Form.Item>
  );
}
