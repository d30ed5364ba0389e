import { useQuery } from '@tanstack/react-query';
import { turnedDown, type Sent } from '../act/send-command.js';
import { api, ask, bodyOf, Failure } from '../api/client.js';
import { refusalOf } from '../api/refusal.js';

/** What was entered for the papers of a shipment alone, as far as it is the reader's to know. */
export function usePaperFacts(shipment: string) {
  return useQuery({
    queryKey: ['shipment', shipment, 'paper-facts'],
    queryFn: async () =>
      bodyOf(await api.GET('/api/v1/shipments/{id}/paper-facts', { params: { path: { id: shipment } } })),
  });
}

/** One of those facts, entered whole. */
export interface Entry {
  readonly shipment: string;
  /** Which of them, as the end of its address. */
  readonly which: string;
  /** The revision that its author has read; 0: nothing was entered. */
  readonly revision: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Enters it, unless somebody else has since it was read. Never throws. */
export async function putPaperFact({ shipment, which, revision, body }: Entry): Promise<Sent> {
  const read: Record<string, string> = revision === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${revision}"` };
  try {
    const response = await ask(`/api/v1/shipments/${encodeURIComponent(shipment)}/paper-facts/${which}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...read },
      body: JSON.stringify(body),
    });
    if (response.ok) return { kind: 'done' };
    return turnedDown(response.status, refusalOf(response.status, await response.json().catch(() => null)));
  } catch (error) {
    return { kind: 'unknown', refusal: error instanceof Failure ? error.refusal : refusalOf(0, null) };
  }
}
