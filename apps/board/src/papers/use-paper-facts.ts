import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client.js';
import { useMay } from '../api/questions.js';
import type { EntryPlace } from './entry.js';

const siteKey = ['papers', 'site'] as const;
const postalKey = (organisation: string) => ['papers', 'postal', organisation] as const;
const passportKey = (courier: string) => ['papers', 'passport', courier] as const;

const readSite = async () => bodyOf(await api.GET('/api/v1/papers/site'));
const readPostal = async (id: string) =>
  bodyOf(await api.GET('/api/v1/organisations/{id}/postal', { params: { path: { id } } }));
const readPassport = async (id: string) =>
  bodyOf(await api.GET('/api/v1/couriers/{id}/passport', { params: { path: { id } } }));

/** What is entered once for all papers. */
export function usePapersSite() {
  const client = useQueryClient();
  const asked = useQuery({ queryKey: siteKey, queryFn: readSite, enabled: useMay('getPapersSite') });
  const place = (entry: Awaited<ReturnType<typeof readSite>>): EntryPlace => ({
    ...{ path: '/api/v1/papers/site', entry, known: entry.facts },
    again: async () => {
      const standing = await anew(client, siteKey, readSite);
      return { entry: standing, known: standing.facts };
    },
  });
  return { ...asked, data: asked.data && place(asked.data) };
}

/** Where an organisation is written to. */
export function usePostalAddress(organisation: string) {
  const client = useQueryClient();
  const key = postalKey(organisation);
  const read = () => readPostal(organisation);
  const asked = useQuery({ queryKey: key, queryFn: read, enabled: useMay('getPostalAddress') });
  const place = (entry: Awaited<ReturnType<typeof read>>): EntryPlace => ({
    ...{ path: `/api/v1/organisations/${encodeURIComponent(organisation)}/postal`, entry, known: entry.address },
    again: async () => {
      const standing = await anew(client, key, read);
      return { entry: standing, known: standing.address };
    },
  });
  return { ...asked, data: asked.data && place(asked.data) };
}

/** The passport that a courier travels on. */
export function useCourierPassport(courier: string) {
  const client = useQueryClient();
  const key = passportKey(courier);
  const read = () => readPassport(courier);
  const asked = useQuery({ queryKey: key, queryFn: read, enabled: useMay('getCourierPassport'), gcTime: 0 });
  const place = (entry: Awaited<ReturnType<typeof read>>): EntryPlace => ({
    ...{ path: `/api/v1/couriers/${encodeURIComponent(courier)}/passport`, entry, known: { passport: entry.passport } },
    again: async () => {
      const standing = await anew(client, key, read);
      return { entry: standing, known: { passport: standing.passport } };
    },
  });
  return { ...asked, data: asked.data && place(asked.data) };
}

/** Asks again and shows the answer wherever it stands. */
async function anew<Answer>(client: QueryClient, queryKey: readonly string[], queryFn: () => Promise<Answer>) {
  return client.fetchQuery({ queryKey, queryFn, staleTime: 0 });
}
