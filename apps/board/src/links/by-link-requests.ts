import { useQuery } from '@tanstack/react-query';
import { turnedDown } from '../act/send-command.js';
import type { Sending, Sent } from '../act/sent.js';
import { api, ask, bodyOf, Failure } from '../api/client.js';
import { refusalOf } from '../api/refusal.js';

/** What the holder of a link is asked for. */
export function useTaskByLink(token: string) {
  return useQuery({
    queryKey: ['by-link', token],
    queryFn: async () =>
      bodyOf(await api.POST('/api/v1/by-link/look', { params: { header: { 'Cellrelay-Link': token } }, body: {} })),
    // A link that was left and is opened again may be used up by now.
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
}

/** Gives a link's one command, once. Never throws. */
export async function sendByLink(token: string, { revision, key, body }: Sending): Promise<Sent> {
  try {
    const response = await ask('/api/v1/by-link', {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'cellrelay-link': token },
        ...{ 'idempotency-key': key, 'if-match': `"${revision ?? 0}"` },
      },
      body: JSON.stringify(body),
    });
    if (response.ok) return { kind: 'done' };
    return turnedDown(response.status, refusalOf(response.status, await response.json().catch(() => null)));
  } catch (error) {
    return { kind: 'unknown', refusal: error instanceof Failure ? error.refusal : refusalOf(0, null) };
  }
}
