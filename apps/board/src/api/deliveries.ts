import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from './client.js';
import type { DeliveryLine } from './types.js';

/** Which deliveries are shown; empty texts ask for all. */
export interface DeliveriesAsked {
  readonly status: DeliveryLine['status'] | '';
  readonly channel: DeliveryLine['channel'] | '';
}

/** What one's organisation is told, newest first, page by page. What waits may move at any moment. */
export function useDeliveries({ status, channel }: DeliveriesAsked) {
  const given = { ...(status === '' ? {} : { status }), ...(channel === '' ? {} : { channel }) };
  return useInfiniteQuery({
    queryKey: ['deliveries', given],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...given, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return bodyOf(await api.GET('/api/v1/deliveries', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
}

/** One of them whole. */
export function useDelivery(id: string) {
  return useQuery({
    queryKey: ['deliveries', 'one', id],
    queryFn: async ({ signal }) =>
      bodyOf(await api.GET('/api/v1/deliveries/{id}', { params: { path: { id } }, signal })),
  });
}

/** Programs that are told. */
export function useEndpoints() {
  return useQuery({
    queryKey: ['endpoints'],
    queryFn: async ({ signal }) => bodyOf(await api.GET('/api/v1/endpoints', { signal })).items,
  });
}
