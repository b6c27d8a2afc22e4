import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';

export type OrderStatus = Schema<'OrderView'>['status'];

export const DEPARTMENTS = ['SALES', 'ENGINEERING', 'PRODUCTION'] as const;
export type Department = (typeof DEPARTMENTS)[number];

export type Review = Schema<'OrderViewReview'>;

export type OrderLine = Schema<'OrderViewLine'>;

export type Order = Schema<'OrderView'>;

export type PromiseStep = Schema<'PromiseStep'>;

export type PromiseAnswer = Schema<'Promise'>;

export const readOrder = (id: string) => api.get('/api/orders/{id}', { path: { id } });

export function useOrder(id: string) {
  return useQuery({ queryKey: ['order', id], queryFn: () => readOrder(id), meta: { tables: ['sales', 'workflow'] } });
}

export const askPromise = (question: {
  itemId?: string;
  item?: string;
  quantity: string;
  unit?: string;
  wanted?: string | null;
}) => api.post('/api/promise', { body: question });

export const promiseOfLine = (id: string) => api.get('/api/order-lines/{id}/promise', { path: { id } });
