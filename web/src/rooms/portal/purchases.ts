import { api } from '../../api/client';
import type { Amount } from '../../api/lines';

/** A line of a purchase order as its supplier sees it. */
export interface SupplierLine {
  id: string;
  number: string;
  itemCode: string;
  itemName: string;
  drawing?: string | null;
  quantity: Amount;
  unit: string;
  open: Amount;
  baseUnit: string;
  unitPrice: { amount: Amount; currency: string };
  due: string;
  confirmed?: string | null;
  answered?: Amount | null;
  remark?: string | null;
  status: 'OPEN' | 'PARTIAL' | 'RECEIVED' | 'CANCELLED' | 'CLOSED';
}

export interface SupplierOrder {
  id: string;
  number: string;
  status: 'DRAFT' | 'ORDERED' | 'CONFIRMED' | 'PARTIAL' | 'RECEIVED' | 'CANCELLED' | 'CLOSED';
  orderedAt?: string | null;
  lines: SupplierLine[];
}

export const listPurchases = () => api.get<SupplierOrder[]>('/api/portal/purchase-orders');

/** When it comes, and how much; without a quantity all of it comes. */
export const answerPurchase = (id: string, answer: { date: string; quantity?: string; remark?: string }) =>
  api.post<SupplierOrder[]>('/api/portal/purchase-orders/lines/{id}/confirm', { path: { id }, body: answer });
