import { isStale, type Refusal } from '../api/refusal.js';
import type { Answered } from './sent.js';

/** Nobody signed in, another host, too many at once: answered before anybody looks at the key, so that it says nothing of an earlier try with it. */
const beforeTheKey: ReadonlySet<number> = new Set([401, 421, 429]);

/** Whether it was answered so early that nothing of it was looked at. */
export const notLookedAt = (status: number): boolean => beforeTheKey.has(status);

/** What an answer that is none to be glad of means. */
export function turnedDown(status: number, refusal: Refusal): Exclude<Answered, { readonly kind: 'done' }> {
  if (status >= 500 || notLookedAt(status)) return { kind: 'unknown', refusal };
  return { kind: isStale(status, refusal) ? 'stale' : 'refused', refusal };
}
