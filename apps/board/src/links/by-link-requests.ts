import { useQuery } from '@tanstack/react-query';
import { sendOnce } from '../act/send-command.js';
import type { Sending, Sent } from '../act/sent.js';
import { api, bodyOf } from '../api/client.js';

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
export function sendByLink(token: string, { revision, key, body }: Sending): Promise<Sent> {
  const headers = { 'cellrelay-link': token, 'idempotency-key': key, 'if-match': `"${revision ?? 0}"` };
  return sendOnce('/api/v1/by-link', { method: 'POST', headers, body });
}
