import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import type { LinkPage } from '../api/types.js';

const PAGE = 20;
const keyOf = (shipment: string) => ['shipment', shipment, 'links'] as const;

/** The links of a shipment, the latest first, page by page. */
export function useLinks(shipment: string) {
  return useInfiniteQuery({
    queryKey: keyOf(shipment),
    queryFn: async ({ pageParam }) => {
      const query = { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      const params = { path: { id: shipment }, query };
      return bodyOf(await api.GET('/api/v1/shipments/{id}/links', { params }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: LinkPage) => page.next,
  });
}

/** Asks again, after something was done. */
export function useLinksAgain(shipment: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keyOf(shipment) });
}

/** Revokes a link. */
export function useRevoking(shipment: string, id: string) {
  const again = useLinksAgain(shipment);
  return useMutation({
    mutationFn: async () => bodyOf(await api.DELETE('/api/v1/links/{id}', { params: { path: { id } } })),
    onSettled: again,
  });
}
