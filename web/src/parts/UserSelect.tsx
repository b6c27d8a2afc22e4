import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';

interface UserSelectProps {
  id?: string;
  value?: string;
  label?: string;
  disabled?: boolean;
  onChange?: (id: string | undefined) => void;
}

/** A person with an account. */
export function UserSelect({ id: inputId, value, label, disabled, onChange }: UserSelectProps) {
  const { t } = useTranslation();
  const users = useQuery({
    queryKey: ['users', 'all'],
    queryFn: () => api.get('/api/users', { query: { size: 200 } }),
    staleTime: 60_000,
    retry: false,
  });
  const known = users.data?.items ?? [];
  const options = known.map((user) => ({ value: user.id, label: user.displayName }));
  if (value && !options.some((option) => option.value === value)) options.unshift({ value, label: label ?? value });
  return (
    <Select
      id={inputId}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      disabled={disabled}
      value={value}
      options={options}
      placeholder={t('common.choose')}
      onChange={(id?: string) => onChange?.(id)}
      style={{ width: '100%' }}
    />
  );
}
