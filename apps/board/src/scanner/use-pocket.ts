import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';

/** What is carried in a phone for a shipment; asked anew when the shipment has moved. */
export function usePocket(id: string, revision: number) {
  return useQuery({
    queryKey: ['pocket', id, revision],
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments/{id}/pocket', { params: { path: { id } } })),
    placeholderData: keepPreviousData,
  });
}
