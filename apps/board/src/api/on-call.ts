import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from './client.js';
import { useMay } from './questions.js';
import type { OnCall, RosterBody, Telling } from './types.js';

const OFTEN = 60_000;

/** Who is on call for one's own organisation. Asked again and again: it may be changed elsewhere, and its days go on. */
export function useOnCall() {
  return useQuery({
    queryKey: ['on-call'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/on-call')),
    enabled: useMay('getOnCall'),
    refetchInterval: OFTEN,
  });
}

/** Writes the whole roster on the revision that was read; throws where it was refused. */
export async function putOnCall(revision: number, body: RosterBody): Promise<OnCall> {
  const headers = { 'If-Match': `"${revision}"` };
  return bodyOf(await api.PUT('/api/v1/on-call', { params: { header: headers }, body }));
}

/** How one is told oneself. */
export function useTelling() {
  return useQuery({ queryKey: ['telling'], queryFn: async () => bodyOf(await api.GET('/api/v1/account/telling')) });
}

export async function putTelling(body: Omit<Telling, 'sends'>): Promise<Telling> {
  return bodyOf(await api.PUT('/api/v1/account/telling', { body: body as never }));
}
