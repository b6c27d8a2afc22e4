import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Amount } from '../../api/lines';

export type OrderStatus =
  | 'INQUIRY'
  | 'QUOTED'
  | 'IN_REVIEW'
  | 'REVIEWED'
  | 'APPROVING'
  | 'CONFIRMED'
  | 'COMPLETED'
  | 'CANCELLED';

export const DEPARTMENTS = ['SALES', 'ENGINEERING', 'PRODUCTION'] as const;
export type Department = (typeof DEPARTMENTS)[number];

export interface Review {
  id: string;
  department: Department;
  answer?: 'YES' | 'NO' | 'CONDITIONAL' | null;
  possibleDate?: string | null;
  effortHours?: Amount | null;
  extraCost?: Amount | null;
  remark?: string | null;
  computedEarliest?: string | null;
  skipped: boolean;
  answeredBy?: { id: string; name: string } | null;
  answeredAt?: string | null;
}

export interface OrderLine {
  id: string;
  version: number;
  position: number;
  item: { id: string; code: string; name: string; drawingNumber?: string | null; unit: string };
  description?: string | null;
  quantity: Amount;
  unit: string;
  orderedQuantity: Amount;
  orderedUnit: string;
  requestedDate: string;
  firstPromise?: string | null;
  latestPromise?: string | null;
  proposedPromise?: string | null;
  computedEarliest?: string | null;
  unitPrice?: Amount | null;
  amountGross?: Amount | null;
  status: 'OPEN' | 'COMPLETED' | 'CANCELLED';
  reviews: Review[];
}

export interface Order {
  id: string;
  number: string;
  version: number;
  status: OrderStatus;
  onHold: boolean;
  holdReason?: string | null;
  returnReason?: string | null;
  customer: { id: string; code: string; name: string };
  currency: string;
  amountGross?: Amount | null;
  lines: OrderLine[];
}

export interface PromiseStep {
  kind: 'STOCK' | 'PURCHASE' | 'MAKE' | 'MACHINE' | 'QUEUE';
  itemId?: string | null;
  label: string;
  from: string;
  to: string;
  detail?: string | null;
}

export interface PromiseAnswer {
  earliest: string;
  meetsWanted: boolean;
  steps: PromiseStep[];
  bottleneck?: string | null;
  alternatives: { code: string; date: string; detail: string }[];
}

export const readOrder = (id: string) => api.get<Order>('/api/orders/{id}', { path: { id } });

export function useOrder(id: string) {
  return useQuery({ queryKey: ['order', id], queryFn: () => readOrder(id), meta: { tables: ['sales', 'workflow'] } });
}

export const askPromise = (question: {
  itemId?: string;
  item?: string;
  quantity: string;
  unit?: string;
  wanted?: string | null;
}) => api.post<PromiseAnswer>('/api/promise', { body: question });

export const promiseOfLine = (id: string) => api.get<PromiseAnswer>('/api/order-lines/{id}/promise', { path: { id } });
