import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, bodyOf, Failure } from './client.js';
import { refusalOf } from './refusal.js';
import type { Organisation, PeoplePage } from './types.js';

const PAGE = 50;

/** That something was done which answers nothing, or the refusal thrown. */
export function doneOf({ response, error }: { readonly response: Response; readonly error?: unknown }): void {
  if (!response.ok) throw new Failure(response.status, refusalOf(response.status, error));
}

/** Organisations by name. They are few: all are read. */
export function useOrganisations(asked: boolean) {
  return useQuery({ queryKey: ['organisations'], queryFn: allOrganisations, enabled: asked });
}

async function allOrganisations(): Promise<readonly Organisation[]> {
  const all: Organisation[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: 100, ...(cursor === null ? {} : { cursor }) };
    const page: { readonly items: readonly Organisation[]; readonly next: string | null } = bodyOf(
      await api.GET('/api/v1/organisations', { params: { query } }),
    );
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

/** People of an organisation, page by page; of one's own unless another is named. */
export function usePeople(organisation: string | undefined) {
  return useInfiniteQuery({
    queryKey: ['people', organisation ?? 'own'],
    queryFn: async ({ pageParam }) => {
      const query = { limit: PAGE, ...named(organisation), ...(pageParam === null ? {} : { cursor: pageParam }) };
      return bodyOf(await api.GET('/api/v1/people', { params: { query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: PeoplePage) => page.next,
  });
}

/** Its open invitations. */
export function useInvitations(organisation: string | undefined) {
  return useQuery({
    queryKey: ['invitations', organisation ?? 'own'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/invitations', { params: { query: named(organisation) } })),
  });
}

/** One's own account. */
export function useOwnAccount() {
  return useQuery({ queryKey: ['account'], queryFn: async () => bodyOf(await api.GET('/api/v1/account')) });
}

/** Where one is signed in. */
export function useOwnSessions() {
  return useQuery({
    queryKey: ['account', 'sessions'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/account/sessions')).items,
  });
}

/** Tokens of one's own programs. */
export function useOwnTokens() {
  return useQuery({
    queryKey: ['account', 'tokens'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/account/tokens')).items,
  });
}

/** One's own calendar, without its address. */
export function useOwnCalendar() {
  return useQuery({
    queryKey: ['account', 'calendar'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/account/calendar')),
  });
}

function named(organisation: string | undefined): { readonly organisation?: string } {
  return organisation === undefined ? {} : { organisation };
}
