import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';

/** What a shipment's loggers have shown. Readings come by themselves and tell no line of the live stream: asked again each minute while it is looked at. */
export function useTemperature(id: string) {
  return useQuery({
    queryKey: ['shipment', id, 'temperature'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments/{id}/temperature', { params: { path: { id } } })),
    refetchInterval: 60_000,
  });
}
