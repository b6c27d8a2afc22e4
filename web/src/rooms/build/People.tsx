import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select, Switch, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';
import { ProblemPanel, RefusalNote, RowsSkeleton } from '../../parts/Feedback';
import { RecordSelect } from '../../parts/RecordSelect';
import { ROLES } from '../../shell/roles';
import { roleName } from '../../shell/sections';

export type UserRow = Schema<'Account'>;

/** Accounts and their roles. */
export function People() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<UserRow | 'new' | null>(null);
  const [text, setText] = useState('');
  const users = useQuery({
    queryKey: ['users'],
    queryFn: () => api.get('/api/users', { query: { size: 200 } }),
  });
  if (users.isError) return <ProblemPanel problem={users.error} onRetry={() => users.refetch()} />;
  if (!users.data) return <RowsSkeleton rows={8} />;
  const all = users.data.items;
  const shown = all.filter((user) =>
    `${user.displayName} ${user.username} ${user.roles.join(' ')}`.toLowerCase().includes(text.toLowerCase()),
  );
  return (
    <div>
      <div className="planning-tools build-tools">
        <Input
          allowClear
          value={text}
          placeholder={t('record.search')}
          onChange={(event) => setText(event.target.value)}
          style={{ maxWidth: 280 }}
        />
        <Button type="primary" onClick={() => setOpen('new')}>
          {t('build.newAccount')}
        </Button>
      </div>
      <table className="dialog-table">
        <tbody>
          {shown.map((user) => (
            <tr key={user.id}>
              <td className="strong">{user.displayName}</td>
              <td className="muted">{user.username}</td>
              <td>
                {user.roles.map((role) => (
                  <Tag key={role}>{t(`role.${roleName(role)}`, role)}</Tag>
                ))}
              </td>
              <td>{user.active === false ? <span className="red">{t('build.inactive')}</span> : null}</td>
              <td className="line-right">
                <Button size="small" onClick={() => setOpen(user)}>
                  {t('common.edit')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open ? (
        <AccountDialog
          key={open === 'new' ? 'new' : open.id}
          user={open === 'new' ? undefined : open}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </div>
  );
}

interface Draft {
  username: string;
  displayName: string;
  password?: string;
  roles: string[];
  active?: boolean;
  partnerId?: string | null;
}

function AccountDialog({ user, onClose }: { user?: UserRow; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<Draft>();
  const roles = Form.useWatch('roles', form) ?? user?.roles ?? [];
  const save = useMutation({
    mutationFn: (draft: Draft) => {
      const { displayName, username, roles, active, partnerId } = draft;
      return user
        ? api.patch('/api/users/{id}', {
            path: { id: user.id },
            body: {
              version: user.version,
              displayName,
              password: draft.password || undefined,
              roles,
              active,
              partnerId,
            },
          })
        : api.post('/api/users', {
            body: {
              username,
              displayName,
              password: draft.password ?? '',
              roles,
              partnerId,
              language: i18n.language === 'en' ? 'en' : 'zh',
            },
          });
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['users'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={user ? user.displayName : t('build.newAccount')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={save.isPending}
      onCancel={onClose}
      onOk={form.submit}
    >
      <RefusalNote problem={save.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={user ?? { roles: [], active: true }}
        onFinish={(account) => save.mutate(account)}
      >
        <Form.Item
          name="displayName"
          label={t('build.personName')}
          rules={[{ required: true, message: t('build.personName') }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name="username" label={t('login.name')} rules={[{ required: true, message: t('login.name') }]}>
          <Input disabled={Boolean(user)} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('login.password')}
          rules={[{ required: !user, message: t('login.password') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="roles" label={t('build.roles')} rules={[{ required: true, message: t('build.roles') }]}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          />
        </Form.Item>
        {roles.includes('customer') || roles.includes('supplier') ? (
          <Form.Item name="partnerId" label={t('build.partner')}>
            <RecordSelect type="partner" />
          </Form.Item>
        ) : null}
        <Form.Item name="active" label={t('build.active')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  );
}
