import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { askedOrKept } from '../offline/whose-phone.js';
import { api, bodyOf } from './client.js';
import type { View } from './types.js';

const PAGE = 50;

/** Who is signed in; null when nobody is, which is no error. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: () => askedOrKept(async () => bodyOf(await api.GET('/api/v1/session')).me),
    retry: retryUnlessTold,
  });
}

/** Whether whoever is signed in may ask that: what they may not is not shown them. */
export function useMay(question: string): boolean {
  return useMe().data?.asks.includes(question) ?? false;
}

/** Whether they coordinate for the operator, who may do everything. */
export function useCoordinates(): boolean {
  const me = useMe().data;
  return me?.organisation.kind === 'operator' && me.role === 'coordinator';
}

/** What coordinators owe, or everybody that is a person; oldest due first, page by page. */
export function useTasks(whose: 'mine' | 'all') {
  const owner = whose === 'mine' ? { owner: 'coordinator' as const } : {};
  return useInfiniteQuery({
    queryKey: ['tasks', whose],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...owner, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return bodyOf(await api.GET('/api/v1/tasks', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** How many shipments a view of the list holds. */
export function useCount(view: View): number | undefined {
  const query = { view, limit: 1 };
  const { data } = useQuery({
    queryKey: ['shipments', view, 'count'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments', { params: { query } })).total,
  });
  return data;
}

/** All alerts that stand. */
export function useAlerts() {
  return useQuery({ queryKey: ['alerts'], queryFn: async () => bodyOf(await api.GET('/api/v1/alerts')) });
}

/** The programme's table of the last ten years. */
export function useFigures(examples: boolean) {
  const query = examples ? { examples: 'true' as const } : {};
  return useQuery({
    queryKey: ['figures', examples],
    queryFn: async () => bodyOf(await api.GET('/api/v1/figures', { params: { query } })),
    placeholderData: keepPreviousData,
  });
}

const idOf = (id: string) => ({ params: { path: { id } } });

/** One shipment in full. */
export function useShipment(id: string) {
  return useQuery({
    queryKey: ['shipment', id, 'view'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments/{id}', idOf(id))),
    retry: retryUnlessTold,
  });
}

/** What becomes of its cells until infusion; asked again every five minutes, for it moves with the time. */
export function useForecast(id: string) {
  return useQuery({
    queryKey: ['shipment', id, 'forecast'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments/{id}/forecast', idOf(id))),
    refetchInterval: 300_000,
  });
}

/** What it still owes, oldest due first. */
export function useAgenda(id: string) {
  return useQuery({
    queryKey: ['shipment', id, 'agenda'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments/{id}/agenda', idOf(id))),
  });
}

/** What may be done with it now, and what not and why. */
export function useActions(id: string) {
  return useQuery({
    queryKey: ['shipment', id, 'actions'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments/{id}/actions', idOf(id))),
  });
}

/** Its log, oldest first, page by page. */
function useLog(id: string) {
  return useInfiniteQuery({
    queryKey: ['shipment', id, 'log'],
    queryFn: async ({ pageParam }) => {
      const query = { limit: 500, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return bodyOf(await api.GET('/api/v1/shipments/{id}/log', { params: { path: { id }, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** All of its log, read on page by page; the API tells the oldest first, and the newest line is not known before the last page. */
export function useWholeLog(id: string) {
  const log = useLog(id);
  const { hasNextPage, isFetching, fetchNextPage } = log;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return { log, lines: log.data?.pages.flatMap((page) => page.items) ?? [] };
}

/** What the form that corrects the fact on that line of the log begins with. */
export function useCorrection(id: string, line: number) {
  return useQuery({
    queryKey: ['shipment', id, 'correction', line],
    queryFn: async () =>
      bodyOf(
        await api.GET('/api/v1/shipments/{id}/log/{line}/correction', { params: { path: { id, line: String(line) } } }),
      ),
    retry: retryUnlessTold,
  });
}

/** Every command there is, with its form. */
export function useCommands() {
  return useQuery({
    queryKey: ['commands'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/commands')),
    staleTime: Infinity,
  });
}

/** Airports whose code, city or name fits what was typed; nothing is asked below two letters. */
export function useAirports(q: string) {
  return useQuery({
    queryKey: ['airports', q.toUpperCase()],
    queryFn: async () => bodyOf(await api.GET('/api/v1/airports', { params: { query: { q } } })),
    enabled: q.trim().length >= 2,
    staleTime: Infinity,
  });
}

/** Couriers of the pool, by name; every word of the search must occur. */
export function useCouriers(q: string) {
  return useQuery({
    queryKey: ['couriers', q],
    queryFn: async () => bodyOf(await api.GET('/api/v1/couriers', { params: { query: { q, limit: 200 } } })),
    placeholderData: keepPreviousData,
  });
}

/** Every version of the site's policy, the newest first. */
export function usePolicies() {
  return useQuery({ queryKey: ['policies'], queryFn: async () => bodyOf(await api.GET('/api/v1/policies')) });
}

/** One version of the policy, figure by figure. */
export function usePolicy(version: string) {
  return useQuery({
    queryKey: ['policies', version],
    queryFn: async () => bodyOf(await api.GET('/api/v1/policies/{version}', { params: { path: { version } } })),
    retry: retryUnlessTold,
  });
}

/** The draft of a deviation's report. */
export function useSpearDraft(id: string, deviation: string) {
  const path = { id, deviation };
  return useQuery({
    queryKey: ['shipment', id, 'spear', deviation],
    queryFn: async () =>
      bodyOf(await api.GET('/api/v1/shipments/{id}/deviations/{deviation}/spear-draft', { params: { path } })),
    retry: retryUnlessTold,
  });
}

/** Other shipments of the same reference, however it is written: nothing forbids them, and somebody may have opened it twice. */
export function useNamesakes(reference: string, id: string) {
  const q = reference.trim();
  const { data } = useQuery({
    queryKey: ['shipments', 'namesakes', q],
    queryFn: async () => bodyOf(await api.GET('/api/v1/shipments', { params: { query: { q, limit: 20 } } })).items,
    enabled: q.length >= 2,
  });
  const same = (other: string) => other.toLowerCase() === q.toLowerCase();
  return (data ?? []).filter((row) => row.id !== id && same(row.reference));
}

/** What the server said in words is not asked again; what it did not answer is. */
function retryUnlessTold(failures: number, error: Error): boolean {
  const status = (error as { status?: number }).status ?? 0;
  return failures < 2 && (status === 0 || status >= 500);
}
