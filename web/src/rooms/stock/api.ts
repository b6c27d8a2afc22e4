import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../api/calls';
import { api } from '../../api/client';

export type Expected = Schema<'PurchasingExpected'>;

export function useExpected() {
  return useQuery({
    queryKey: ['expected'],
    queryFn: () => api.get('/api/purchasing/expected'),
    meta: { tables: ['purchasing'] },
  });
}
