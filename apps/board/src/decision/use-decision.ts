import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';

/** The decision on a shipment's count; asked again every five minutes, for its forecasts move with the time. */
export function useDecision(id: string) {
  return useQuery({
    queryKey: ['shipment', id, 'decision'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments/{id}/decision', { params: { path: { id } } })),
    refetchInterval: 300_000,
  });
}
