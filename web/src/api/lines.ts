/** The line as the server tells it: one row of the list, and one order's page. */
export type MilestoneKind =
  | 'RECEIVED'
  | 'REVIEWED'
  | 'CONFIRMED'
  | 'ENGINEERED'
  | 'MATERIAL'
  | 'RELEASED'
  | 'PRODUCTION'
  | 'INSPECTED'
  | 'PACKED'
  | 'SHIPPED'
  | 'ACCEPTED'
  | 'PAID';

export type LineState = 'LATE' | 'RISK' | 'NORMAL' | 'HOLD' | 'DONE' | 'CANCELLED';

export type Amount = string | number;

export interface Person {
  id?: string | null;
  name?: string | null;
  phone?: string | null;
}

export interface Milestone {
  kind: MilestoneKind;
  label?: string;
  state: string;
  planned?: string | null;
  at?: string | null;
  lostDays?: number | null;
  recovered?: boolean | null;
  percent?: number | null;
  owner?: Person | null;
  handoverMinutes?: number | null;
  evidence?: string | null;
  evidenceId?: string | null;
}

export interface NextAction {
  label: string;
  link?: string | null;
  urgent?: boolean | null;
}

export interface LineRow {
  id: string;
  orderId: string;
  orderNumber: string;
  position: number;
  orderClass: string;
  customer: Person;
  item: { id: string; code: string; name: string; drawing?: string | null; revision?: string | null };
  quantity: Amount;
  unit: string;
  state: LineState;
  stage: MilestoneKind;
  percent: number;
  requested?: string | null;
  firstPromise?: string | null;
  promised?: string | null;
  forecast?: string | null;
  slipDays?: number | null;
  reason?: string | null;
  owner?: Person | null;
  next?: NextAction | null;
  updatedAt?: string | null;
  milestones: Milestone[];
}

/** Ratios come as numerator and denominator; without a denominator the page shows a dash. */
export interface Figures {
  onTime: number;
  due: number;
  onTimeLastMonth: number;
  dueLastMonth: number;
  open: number;
  openDueThisWeek: number;
  risk: number;
  late: number;
  waitingForMe: number;
  waitingTooLong: number;
}

export interface LineList {
  items: LineRow[];
  total: number;
  counts: { all: number; mine: number; risk: number; late: number; dueThisWeek: number };
  kpis: Figures;
}

export interface LineAction {
  label: string;
  link?: string | null;
}

export interface LineException {
  id: string;
  kind: string;
  station?: MilestoneKind;
  title: string;
  days: number;
  owner?: Person | null;
  due?: string | null;
  raisedAt?: string | null;
  actions?: LineAction[];
}

export interface Cause {
  label: string;
  days: number;
  exceptionId?: string | null;
}

export interface LineOperation {
  id: string;
  workOrderId?: string;
  workOrder?: string;
  sequence: number;
  name: string;
  resource?: string | null;
  state: 'WAITING' | 'READY' | 'RUNNING' | 'PAUSED' | 'DONE';
  plannedStart?: string | null;
  plannedEnd?: string | null;
  start?: string | null;
  end?: string | null;
  good?: Amount;
  remaining?: Amount;
}

export interface KittingItem {
  itemId: string;
  code: string;
  name: string;
  quantity: Amount;
  unit: string;
  needed?: string | null;
  available?: string | null;
  document?: string | null;
  state: 'READY' | 'INCOMING' | 'LATE' | 'SHORT';
}

export type TimelineKind =
  | 'COMMENT'
  | 'CUSTOMER'
  | 'SHARED'
  | 'APPROVAL'
  | 'DOCUMENT'
  | 'ACKNOWLEDGEMENT'
  | 'CHANGE'
  | 'MILESTONE';

export interface TimelineEntry {
  at: string;
  kind: TimelineKind;
  actor?: string | null;
  text: string;
  subject?: string | null;
  waiting: boolean;
  waitsFor: string[];
  done?: number | null;
  asked?: number | null;
}

export interface LineDetail {
  line: LineRow;
  order: {
    status: string;
    onHold: boolean;
    holdReason?: string | null;
    customerReference?: string | null;
    description?: string | null;
    specification?: string | null;
    customerItemNumber?: string | null;
    orderVersion?: number;
    lineVersion?: number;
  };
  exceptions: LineException[];
  causes: Cause[];
  operations: LineOperation[];
  kitting?: { ready: number; total: number; allBy?: string | null; items: KittingItem[] } | null;
  timeline: TimelineEntry[];
  siblings: LineRow[];
}
