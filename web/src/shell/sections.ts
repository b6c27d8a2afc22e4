import type { IconName } from '../parts/Icon';

/** A page of a section, or a record type shown as a list inside it. */
export interface SectionPage {
  key: string;
  path: string;
}

/** One entry of the rail: where it leads, who sees it, and the pages and record types behind it. */
export interface Section {
  key: string;
  icon: IconName;
  path: string;
  roles: readonly string[] | 'everyone';
  pages: readonly SectionPage[];
  types: readonly string[];
}

export const SECTIONS: readonly Section[] = [
  { key: 'bench', icon: 'home', path: '/bench', roles: 'everyone', pages: [], types: [] },
  {
    key: 'orders',
    icon: 'line',
    path: '/orders',
    roles: 'everyone',
    pages: [{ key: 'lines', path: '/orders' }],
    types: ['sales-order', 'sales-order-line', 'order-change', 'partner', 'customer-item'],
  },
  {
    key: 'planning',
    icon: 'plan',
    path: '/planning',
    roles: ['planner', 'buyer', 'team-leader', 'manager', 'sales', 'administrator'],
    pages: [
      { key: 'planning', path: '/planning' },
      { key: 'schedule', path: '/schedule' },
    ],
    types: ['planning-run', 'plan-message', 'calendar', 'calendar-day'],
  },
  {
    key: 'floor',
    icon: 'floor',
    path: '/shop',
    roles: ['planner', 'team-leader', 'operator', 'inspector', 'manager', 'administrator', 'maintenance'],
    pages: [
      { key: 'dispatch', path: '/shop' },
      { key: 'operatorTasks', path: '/floor' },
    ],
    types: ['work-order', 'work-order-operation', 'report', 'machine', 'work-centre', 'team', 'person', 'scrap-reason'],
  },
  {
    key: 'material',
    icon: 'box',
    path: '/warehouse',
    roles: ['warehouse', 'buyer', 'planner', 'sales', 'manager', 'administrator'],
    pages: [{ key: 'warehouse', path: '/warehouse' }],
    types: [
      'item',
      'stock-balance',
      'stock-movement',
      'lot',
      'reservation',
      'purchase-order',
      'purchase-order-line',
      'goods-receipt',
      'vendor-item',
      'shipment',
      'package',
      'location',
    ],
  },
  {
    key: 'quality',
    icon: 'shield',
    path: '/quality',
    roles: ['inspector', 'team-leader', 'manager', 'administrator', 'warehouse', 'planner'],
    pages: [{ key: 'inspections', path: '/quality' }],
    types: ['inspection', 'nonconformance', 'inspection-characteristic'],
  },
  {
    key: 'engineering',
    icon: 'ruler',
    path: '/records/bom',
    roles: ['engineer', 'planner', 'manager', 'administrator'],
    pages: [],
    types: ['bom', 'bom-line', 'routing', 'routing-operation', 'drawing', 'item', 'item-group', 'tool'],
  },
  {
    key: 'build',
    icon: 'build',
    path: '/build',
    roles: ['administrator'],
    pages: [
      { key: 'build', path: '/build' },
      { key: 'approvalRules', path: '/approval-rules' },
    ],
    types: ['site', 'number-rule', 'unit', 'item-unit', 'skill', 'person-skill'],
  },
];

/** The role names as the face uses them: lower case with hyphens. */
export function roleName(role: string): string {
  return role.toLowerCase().replaceAll('_', '-').replaceAll(' ', '-');
}

export function hasRole(roles: readonly string[], ...wanted: string[]): boolean {
  return roles.some((role) => wanted.includes(roleName(role)));
}

export function isCustomer(roles: readonly string[]): boolean {
  return roles.length > 0 && roles.every((role) => ['customer', 'supplier', 'portal'].includes(roleName(role)));
}

/** The rail of this person. */
export function sectionsFor(roles: readonly string[]): Section[] {
  return SECTIONS.filter((section) => section.roles === 'everyone' || hasRole(roles, ...section.roles));
}

/** The section a path lies in, so that the rail shows where one is. */
export function sectionOf(path: string): Section | undefined {
  const record = /^\/records\/([^/]+)/.exec(path)?.[1];
  if (record) return SECTIONS.find((section) => section.types.includes(record));
  const pages = SECTIONS.flatMap((section) => [
    { section, path: section.path },
    ...section.pages.map((page) => ({ section, path: page.path })),
  ]);
  const hit = pages
    .filter((page) => path === page.path || path.startsWith(`${page.path}/`))
    .sort((one, other) => other.path.length - one.path.length)[0];
  return hit?.section;
}
