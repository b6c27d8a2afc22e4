import { type ComponentType, createElement } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { Gate } from './shell/Gate';
import { LoginPage } from './shell/LoginPage';
import { NotFoundPage } from './shell/NotFoundPage';

/** A page whose code is fetched when it is first opened. */
function page<Name extends string>(
  path: string,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): RouteObject {
  return { path, lazy: async () => ({ Component: (await load())[name] }) };
}

export const router = createBrowserRouter([
  { path: '/login', element: <LoginPage /> },
  {
    element: <Gate bare />,
    children: [
      page('/floor', () => import('./rooms/floor/OperatorPage'), 'OperatorPage'),
      page('/portal', () => import('./rooms/portal/PortalHome'), 'PortalHome'),
      page('/portal/:id', () => import('./rooms/portal/PortalLinePage'), 'PortalLinePage'),
    ],
  },
  {
    path: '/',
    element: <Gate />,
    children: [
      { index: true, element: createElement(Navigate, { to: '/bench', replace: true }) },
      page('orders', () => import('./rooms/lines/OrderLinesPage'), 'OrderLinesPage'),
      page('orders/new', () => import('./rooms/order/NewOrderPage'), 'NewOrderPage'),
      page('orders/import', () => import('./rooms/order/ImportOrdersPage'), 'ImportOrdersPage'),
      page('orders/:id', () => import('./rooms/lines/OrderLinePage'), 'OrderLinePage'),
      page('bench', () => import('./rooms/bench/BenchPage'), 'BenchPage'),
      page('warehouse', () => import('./rooms/stock/WarehousePage'), 'WarehousePage'),
      page('quality', () => import('./rooms/quality/QualityPage'), 'QualityPage'),
      page('shop', () => import('./rooms/shop/DispatchPage'), 'DispatchPage'),
      page('more', () => import('./rooms/build/MorePage'), 'MorePage'),
      page('build', () => import('./rooms/build/BuildPage'), 'BuildPage'),
      page('schedule', () => import('./rooms/scheduling/SchedulePage'), 'SchedulePage'),
      page('planning', () => import('./rooms/planning/PlanningPage'), 'PlanningPage'),
      page('planning/requirements/:id', () => import('./rooms/planning/RequirementsPage'), 'RequirementsPage'),
      page('approvals', () => import('./rooms/approvals/ApprovalsPage'), 'ApprovalsPage'),
      page('approvals/:id', () => import('./rooms/approvals/ApprovalPage'), 'ApprovalPage'),
      page('approval-rules', () => import('./rooms/approvals/RulesPage'), 'RulesPage'),
      page('records/:type', () => import('./rooms/records/RecordListPage'), 'RecordListPage'),
      page('records/:type/:id', () => import('./rooms/records/RecordPage'), 'RecordPage'),
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);

/** Fetches the code of the pages that people go to next, while the browser has nothing else to do. */
export function fetchAhead(): void {
  const idle = window.requestIdleCallback ?? ((work: () => void) => window.setTimeout(work, 200));
  const next = [
    () => import('./rooms/lines/OrderLinesPage'),
    () => import('./rooms/lines/OrderLinePage'),
    () => import('./rooms/bench/BenchPage'),
    () => import('./rooms/records/RecordListPage'),
    () => import('./rooms/scheduling/SchedulePage'),
  ];
  const step = () => {
    const load = next.shift();
    if (load)
      void load().then(
        () => idle(step),
        () => undefined,
      );
  };
  window.setTimeout(() => idle(step), 1500);
}
