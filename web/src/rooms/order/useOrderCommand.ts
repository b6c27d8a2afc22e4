import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';

interface Command {
  method: 'POST' | 'PATCH';
  address: string;
  path: Record<string, string>;
  body: unknown;
}

/** Sends a verb of an order, then asks again for everything that shows the order. */
export function useOrderCommand(orderId: string, onDone: (answer: unknown) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method, address, path, body }: Command) => api.send(method, address, { path, body }),
    onSuccess: (answer) => {
      void queries.invalidateQueries({ queryKey: ['order', orderId] });
      void queries.invalidateQueries({ queryKey: ['line'] });
      void queries.invalidateQueries({ queryKey: ['lines'] });
      void queries.invalidateQueries({ queryKey: ['record'] });
      onDone(answer);
    },
  });
}
