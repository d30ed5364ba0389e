import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { doneOf } from '../api/people.js';
import type { Disclosed, DisclosureWish, Grants } from '../api/types.js';
import type { Whom } from './identity-requests.js';

const PAGE = 20;
const keyOf = ({ shipment, subject }: Whom) => ['shipment', shipment, 'disclosures', subject] as const;
const pathOf = ({ shipment, subject }: Whom) => ({ path: { id: shipment, subject } });

/** What of somebody on one's own side is disclosed to others, page by page; without what it says. */
export function useDisclosures(whom: Whom, asked: boolean) {
  return useInfiniteQuery({
    queryKey: keyOf(whom),
    queryFn: async ({ pageParam }): Promise<Grants> => {
      const query = { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      const params = { ...pathOf(whom), query };
      return bodyOf(await api.GET('/api/v1/shipments/{id}/identities/{subject}/disclosures', { params }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: asked,
  });
}

/** What of other people is disclosed to oneself: nothing, for most readers. */
export function useDisclosed(id: string) {
  return useQuery({
    queryKey: ['shipment', id, 'disclosed'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments/{id}/disclosed', { params: { path: { id } } })),
  });
}

/** What can be done about them; each refusal is thrown, and what stands is asked for again. */
export function useDisclosing(whom: Whom) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: keyOf(whom) });
  const of = (grant: string) => ({ params: { path: { id: whom.shipment, subject: whom.subject, grant } } });
  const one = '/api/v1/shipments/{id}/identities/{subject}/disclosures/{grant}' as const;
  return {
    again,
    ask: async (body: DisclosureWish) =>
      bodyOf(await api.POST('/api/v1/shipments/{id}/identities/{subject}/disclosures', { params: pathOf(whom), body })),
    approve: async (grant: string) => doneOf(await api.POST(`${one}/approval`, { ...of(grant), body: {} })),
    end: async (grant: string) => doneOf(await api.DELETE(one, of(grant))),
  };
}

/** What was disclosed of somebody for that paper. Each call is a look that is on record; what comes back is kept by nothing but the sheet that shows it. */
export async function readDisclosed(shipment: string, { subject, document }: Disclosed) {
  const params = { path: { id: shipment, subject, document } };
  return bodyOf(await api.GET('/api/v1/shipments/{id}/disclosed/{subject}/{document}', { params }));
}
