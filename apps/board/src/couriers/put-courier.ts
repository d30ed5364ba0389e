import type { Sent } from '../act/send-command.js';
import { api, ask, bodyOf, Failure } from '../api/client.js';
import { isStale, refusalOf } from '../api/refusal.js';
import type { Courier } from '../api/types.js';

/** What became of writing a record. `moved`: somebody else has written it since, and it stands so now; nothing was written. */
export type Put = Exclude<Sent, { kind: 'stale' }> | { readonly kind: 'moved'; readonly standing: Courier };

/** Writes a record, on the revision that was read; null: there is to be none of that id. */
export async function putCourier(id: string, revision: number | null, body: unknown): Promise<Put> {
  const read: Record<string, string> = revision === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${revision}"` };
  try {
    const response = await ask(`/api/v1/couriers/${encodeURIComponent(id)}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', ...read },
      body: JSON.stringify(body),
    });
    if (response.ok) return { kind: 'done' };
    const refusal = refusalOf(response.status, await response.json().catch(() => null));
    if (!isStale(response.status, refusal)) return { kind: 'refused', refusal };
    return { kind: 'moved', standing: bodyOf(await api.GET('/api/v1/couriers/{id}', { params: { path: { id } } })) };
  } catch (error) {
    if (error instanceof Failure) return { kind: 'unknown', refusal: error.refusal };
    throw error;
  }
}
