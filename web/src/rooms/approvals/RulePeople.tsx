import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { listColleagues } from './api';
import type { RulePeople } from './rules';

const ROLES = [
  'manager',
  'planner',
  'sales',
  'finance',
  'engineer',
  'buyer',
  'project-manager',
  'team-leader',
  'inspector',
  'warehouse',
  'administrator',
] as const;

/** The roles that can decide or read. */
export function useRoles() {
  const { t } = useTranslation();
  return ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }));
}

/** Everybody with a role, or people by name. */
export function PeopleInput<T extends RulePeople>({ people, onChange }: { people: T; onChange: (people: T) => void }) {
  const { t } = useTranslation();
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: listColleagues, staleTime: 60_000 });
  const roles = useRoles();
  return (
    <>
      <Segmented
        value={people.users ? 'people' : 'role'}
        options={[
          { value: 'role', label: t('approvals.roleOf') },
          { value: 'people', label: t('approvals.people') },
        ]}
        onChange={(kind) =>
          onChange(
            kind === 'role'
              ? { ...people, users: undefined, role: 'manager' }
              : { ...people, role: undefined, users: [] },
          )
        }
      />
      {people.users ? (
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={people.users}
          placeholder={t('approvals.person')}
          options={(colleagues.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
          onChange={(users) => onChange({ ...people, users })}
          style={{ flex: 1 }}
        />
      ) : (
        <Select value={people.role} options={roles} onChange={(role) => onChange({ ...people, role })} />
      )}
    </>
  );
}
