import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Order } from './api';

/** Sends a verb of an order, then asks again for everything that shows the order. */
export function useOrderCommand(orderId: string, send: () => Promise<Order>, onDone: (after: Order) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (after) => {
      void queries.invalidateQueries({ queryKey: ['order', orderId] });
      void queries.invalidateQueries({ queryKey: ['line'] });
      void queries.invalidateQueries({ queryKey: ['lines'] });
      void queries.invalidateQueries({ queryKey: ['record'] });
      onDone(after);
    },
  });
}
