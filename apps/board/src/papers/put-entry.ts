import { turnedDown, type Sent } from '../act/send-command.js';
import { ask, Failure } from '../api/client.js';
import { refusalOf } from '../api/refusal.js';
import type { Entry } from './entry.js';

/** Enters it, on the revision that was read. Never throws. `stale`: somebody else has entered it since, or it is about another by now; nothing was entered. */
export async function putEntry(path: string, { revision }: Pick<Entry, 'revision'>, body: unknown): Promise<Sent> {
  const read: Record<string, string> = revision === 0 ? { 'If-None-Match': '*' } : { 'If-Match': `"${revision}"` };
  try {
    const response = await ask(path, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', ...read },
      body: JSON.stringify(body),
    });
    if (response.ok) return { kind: 'done' };
    const refusal = refusalOf(response.status, await response.json().catch(() => null));
    if (refusal.code === 'of-another-by-now') return { kind: 'stale', refusal };
    return turnedDown(response.status, refusal);
  } catch (error) {
    return { kind: 'unknown', refusal: error instanceof Failure ? error.refusal : refusalOf(0, null) };
  }
}
