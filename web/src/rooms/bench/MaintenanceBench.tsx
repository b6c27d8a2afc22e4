import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { StateShape } from '../../parts/StateShape';
import { useExceptions } from './api';
import { BenchFigures, BenchHead, BenchPanel, BenchRow } from './BenchParts';
import { MyExceptions } from './MyExceptions';

const STANDING = {
  all: [
    { field: 'status', op: 'ne', value: 'READY' },
    { field: 'status', op: 'ne', value: 'RETIRED' },
  ],
};
const IN_REPAIR = { field: 'status', op: 'eq', value: 'REPAIR' };

function useEquipment(type: 'machine' | 'tool', filter: object) {
  return useQuery({
    queryKey: ['records', type, filter],
    queryFn: () =>
      api.get('/api/records/{type}', {
        path: { type },
        query: { filter: JSON.stringify(filter), sort: 'code', size: 100 },
      }),
    meta: { tables: ['factory'] },
  });
}

/** The maintainer's day: what stands still, which orders wait for it, which tools are in repair. */
export function MaintenanceBench() {
  const { t } = useTranslation();
  const machines = useEquipment('machine', STANDING);
  const tools = useEquipment('tool', IN_REPAIR);
  const waiting = useExceptions('MACHINE_DOWN', false);
  return (
    <div className="bench">
      <BenchHead title={t('bench.maintenance')}>
        <BenchFigures
          figures={[
            { label: t('bench.standing'), value: machines.data?.total, to: '/records/machine', bad: true },
            { label: t('bench.waitForMachine'), value: waiting.data?.total, to: '/orders', bad: true },
            { label: t('bench.toolsInRepair'), value: tools.data?.total, to: '/records/tool' },
          ]}
        />
      </BenchHead>
      <div className="bench-thirds">
        <Equipment type="machine" title={t('bench.standing')} query={machines} empty={t('bench.noneStanding')} />
        <MyExceptions kind="MACHINE_DOWN" />
        <Equipment type="tool" title={t('bench.toolsInRepair')} query={tools} empty={t('bench.noneInRepair')} />
      </div>
    </div>
  );
}

interface EquipmentProps {
  type: 'machine' | 'tool';
  title: string;
  query: ReturnType<typeof useEquipment>;
  empty: string;
}

function Equipment({ type, title, query, empty }: EquipmentProps) {
  return (
    <BenchPanel
      title={title}
      query={query}
      count={query.data?.total}
      all={{ to: `/records/${type}` }}
      empty={empty}
      isEmpty={(page) => page.items.length === 0}
    >
      {(page) =>
        page.items.map(({ id, values, labels }) => (
          <BenchRow
            key={id}
            to={`/records/${type}/${id}`}
            shape={<StateShape shape={values.status === 'NOT_INSTALLED' ? 'idle' : 'late'} size={15} />}
            title={`${String(values.code)} ${String(values.name ?? '')}`}
            note={labels?.work_centre_id}
            right={labels?.status}
          />
        ))
      }
    </BenchPanel>
  );
}
