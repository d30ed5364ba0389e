import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';

const keyOf = (id: string) => ['shipment', id, 'identities'] as const;

/** Who of a shipment is on the reader's own side: nobody, for most readers. Without what is known of them. */
export function useIdentities(id: string) {
  return useQuery({
    queryKey: keyOf(id),
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments/{id}/identities', { params: { path: { id } } })),
  });
}

/** Asks again, after something was done. */
export function useAskAgain(id: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keyOf(id) });
}
