import type { Sent } from '../act/send-command.js';
import { ask, Failure } from '../api/client.js';
import { isStale, refusalOf } from '../api/refusal.js';

/** Writes a record, on the revision that was read; null: there is to be none of that id. */
export async function putCourier(id: string, revision: number | null, body: unknown): Promise<Sent> {
  const read: Record<string, string> = revision === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${revision}"` };
  try {
    const response = await ask(`/api/v1/couriers/${encodeURIComponent(id)}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', ...read },
      body: JSON.stringify(body),
    });
    if (response.ok) return { kind: 'done' };
    const refusal = refusalOf(response.status, await response.json().catch(() => null));
    return { kind: isStale(response.status, refusal) ? 'stale' : 'refused', refusal };
  } catch (error) {
    if (error instanceof Failure) return { kind: 'unknown', refusal: error.refusal };
    throw error;
  }
}
