import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Amount } from '../../api/lines';

export interface ReadyLine {
  orderLineId: string;
  order: string;
  customer: string;
  item: string;
  promised?: string | null;
  ready: Amount;
  unit: string;
}

export type ShippingDesk = ReadyLine[] | { lines?: ReadyLine[] };

export function useShippingDesk() {
  return useQuery({
    queryKey: ['shipping', 'ready'],
    queryFn: () => api.get<ShippingDesk>('/api/shipping/ready'),
    meta: { tables: ['shipping', 'stock', 'quality'] },
  });
}
