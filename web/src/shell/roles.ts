/** The roles an account may have, as the server names them. */
export const ROLES = [
  'sales',
  'planner',
  'buyer',
  'warehouse',
  'team-leader',
  'operator',
  'inspector',
  'maintenance',
  'engineer',
  'finance',
  'manager',
  'project-manager',
  'administrator',
  'supplier',
  'customer',
] as const;
