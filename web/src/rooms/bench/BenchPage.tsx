import { useQuery } from '@tanstack/react-query';
import { type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { api } from '../../api/client';
import { useSession } from '../../api/session';
import { PageSkeleton } from '../../shell/AppChrome';
import { roleName } from '../../shell/sections';
import { BuyerBench } from './BuyerBench';
import { EngineerBench } from './EngineerBench';
import { FinanceBench } from './FinanceBench';
import { FirstSteps } from './FirstSteps';
import { InspectorBench } from './InspectorBench';
import { MaintenanceBench } from './MaintenanceBench';
import { ManagerBench } from './ManagerBench';
import { PlannerBench } from './PlannerBench';
import { ProjectBench } from './ProjectBench';
import { SalesBench } from './SalesBench';
import { TeamLeaderBench } from './TeamLeaderBench';
import { WarehouseBench } from './WarehouseBench';
import './bench.css';

const BENCHES: Record<string, () => ReactElement> = {
  planner: () => <PlannerBench />,
  sales: () => <SalesBench />,
  manager: () => <ManagerBench />,
  buyer: () => <BuyerBench />,
  warehouse: () => <WarehouseBench />,
  'team-leader': () => <TeamLeaderBench />,
  inspector: () => <InspectorBench />,
  engineer: () => <EngineerBench />,
  finance: () => <FinanceBench />,
  maintenance: () => <MaintenanceBench />,
  'project-manager': () => <ProjectBench />,
  operator: () => <Navigate to="/floor" replace />,
};

/** The order in which the bench is chosen for a person with several roles. */
const RANK = [
  'planner',
  'sales',
  'manager',
  'buyer',
  'team-leader',
  'warehouse',
  'inspector',
  'operator',
  'engineer',
  'finance',
  'maintenance',
  'project-manager',
];

const BENCHED = RANK.filter((role) => role !== 'operator');

/** Everybody lands on the own bench: what needs me now. */
export function BenchPage() {
  const { t } = useTranslation();
  const { roles } = useSession();
  const [params, setParams] = useSearchParams();
  const names = roles.map(roleName);
  const admin = names.includes('administrator');
  const mine = RANK.filter((role) => names.includes(role) || (admin && BENCHED.includes(role)));
  const any = useQuery({
    queryKey: ['lines', 'any'],
    queryFn: () => api.get('/api/lines', { query: { state: 'all', size: 1 } }),
    enabled: admin,
    retry: false,
  });
  const asked = params.get('role');
  const role = asked && mine.includes(asked) ? asked : mine[0];
  if (admin && any.data?.total === 0 && !asked) return <FirstSteps />;
  const bench = role ? BENCHES[role] : undefined;
  if (!bench) return <Navigate to="/orders" replace />;
  const switchable = mine.filter((one) => BENCHED.includes(one));
  return (
    <Suspense fallback={<PageSkeleton />}>
      {switchable.length > 1 ? (
        <nav className="section-tabs view-tabs">
          {switchable.map((one) => (
            <button
              key={one}
              type="button"
              className={one === role ? 'view-tab view-here' : 'view-tab'}
              onClick={() => setParams({ role: one })}
            >
              {t(`role.${one}`)}
            </button>
          ))}
        </nav>
      ) : null}
      {bench()}
    </Suspense>
  );
}
