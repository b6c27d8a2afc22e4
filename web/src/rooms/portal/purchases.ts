import type { Schema } from '../../api/calls';
import { api } from '../../api/client';

/** A line of a purchase order as its supplier sees it. */
export type SupplierLine = Schema<'SupplierLine'>;

export type SupplierOrder = Schema<'SupplierOrder'>;

export const listPurchases = () => api.get('/api/portal/purchase-orders');

/** When it comes, and how much; without a quantity all of it comes. */
export const answerPurchase = (id: string, answer: { date: string; quantity?: string; remark?: string }) =>
  api.post('/api/portal/purchase-orders/lines/{id}/confirm', { path: { id }, body: answer });
