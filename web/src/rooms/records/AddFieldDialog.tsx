import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import { type FieldKind, type TypeView, useCatalogue } from './api';

const KINDS: FieldKind[] = [
  'text',
  'long-text',
  'integer',
  'decimal',
  'quantity',
  'money',
  'percent',
  'date',
  'flag',
  'choice',
  'reference',
  'user',
];

interface NewField {
  labelZh: string;
  labelEn?: string;
  kind: FieldKind;
  choices?: string[];
  referenceType?: string;
  required?: boolean;
}

/** A field of the plant's own: at once in list, form, import, export and API. */
export function AddFieldDialog({ type, onClose }: { type: TypeView; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const catalogue = useCatalogue();
  const [form] = Form.useForm<NewField>();
  const kind = Form.useWatch('kind', form);
  const add = useMutation({
    mutationFn: (field: NewField) =>
      api.post('/api/records/{type}/fields', {
        path: { type: type.name },
        body: { ...field, labelEn: field.labelEn || field.labelZh, choices: field.choices ?? [] },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['catalogue'] });
      void queries.invalidateQueries({ queryKey: ['records', type.name] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('newField.title', { type: type.label })}
      onCancel={onClose}
      onOk={form.submit}
      okText={t('record.addField')}
      cancelText={t('common.cancel')}
      confirmLoading={add.isPending}
    >
      <p className="muted">{t('newField.help')}</p>
      <RefusalNote problem={add.error} />
      <Form form={form} layout="vertical" initialValues={{ kind: 'text' }} onFinish={(field) => add.mutate(field)}>
        <Form.Item
          name="labelZh"
          label={t('newField.labelZh')}
          rules={[{ required: true, message: t('newField.labelZh') }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name="labelEn" label={t('newField.labelEn')}>
          <Input />
        </Form.Item>
        <Form.Item name="kind" label={t('newField.kind')}>
          <Select options={KINDS.map((value) => ({ value, label: t(`fieldKind.${value}`) }))} />
        </Form.Item>
        {kind === 'choice' ? (
          <Form.Item
            name="choices"
            label={t('newField.choices')}
            rules={[{ required: true, message: t('newField.choices') }]}
          >
            <Select mode="tags" open={false} suffixIcon={null} />
          </Form.Item>
        ) : null}
        {kind === 'reference' ? (
          <Form.Item
            name="referenceType"
            label={t('newField.reference')}
            rules={[{ required: true, message: t('newField.reference') }]}
          >
            <Select options={(catalogue.data ?? []).map((one) => ({ value: one.name, label: one.label }))} />
          </Form.Item>
        ) : null}
        <Form.Item name="required" label={t('newField.required')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  );
}
