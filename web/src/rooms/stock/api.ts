import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Amount } from '../../api/lines';

export interface Expected {
  lineId: string;
  orderId: string;
  number: string;
  supplierId: string;
  supplierName: string;
  itemId: string;
  itemCode: string;
  itemName: string;
  open: Amount;
  unit: string;
  expected: string;
  confirmed: boolean;
  daysLate: number;
  toInspect: boolean;
  orderLineId?: string | null;
  orderLabel?: string | null;
}

export function useExpected() {
  return useQuery({
    queryKey: ['expected'],
    queryFn: () => api.get<Expected[]>('/api/purchasing/expected'),
    meta: { tables: ['purchasing'] },
  });
}
