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

export interface OrderLine {
  id: string;
  position: number;
  itemId: string;
  item?: string | null;
  itemCode?: string | null;
  itemName?: string | null;
  quantity: Amount | { amount: Amount; unit: string };
  unit?: string;
  requestedDate?: string | null;
  firstPromise?: string | null;
  latestPromise?: string | null;
  proposedPromise?: string | null;
  computedEarliest?: string | null;
  status?: string;
}

export interface Review {
  id: string;
  lineId: string;
  department: Department;
  answer?: 'YES' | 'NO' | 'CONDITIONAL' | null;
  possibleDate?: string | null;
  effortHours?: Amount | null;
  extraCost?: Amount | null;
  remark?: string | null;
  computedEarliest?: string | null;
  skipped?: boolean;
  answeredByName?: string | null;
  answeredAt?: string | null;
}

export interface Order {
  id: string;
  number: string;
  status: OrderStatus;
  onHold?: boolean;
  version?: number;
  customerId?: string;
  customer?: string | null;
  lines: OrderLine[];
  reviews?: Review[];
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

interface OrderAnswer extends Partial<Order> {
  order?: Partial<Order>;
}

/** An order with its lines and reviews, whether the head comes nested or flat. */
export async function readOrder(id: string): Promise<Order> {
  const answer = await api.get<OrderAnswer>('/api/orders/{id}', { path: { id } });
  return {
    ...(answer as Order),
    ...(answer.order as Order | undefined),
    lines: answer.lines ?? [],
    reviews: answer.reviews ?? [],
  };
}

export function useOrder(id: string) {
  return useQuery({ queryKey: ['order', id], queryFn: () => readOrder(id), meta: { tables: ['sales', 'workflow'] } });
}

export const askPromise = (question: { itemId: string; quantity: string; unit: string; wanted?: string | null }) =>
  api.post<PromiseAnswer>('/api/promise', { body: question });

export const promiseOfLine = (id: string) => api.get<PromiseAnswer>('/api/order-lines/{id}/promise', { path: { id } });
