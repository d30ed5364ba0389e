import { isStale, type Refusal } from '../api/refusal.js';
import type { Answered } from './sent.js';

/** Nobody signed in, another host, too many at once: answered before anybody looks at the key, so that it says nothing of an earlier try with it. */
const notLookedAt: ReadonlySet<number> = new Set([401, 421, 429]);

/** What an answer that is none to be glad of means. */
export function turnedDown(status: number, refusal: Refusal): Answered {
  if (status >= 500 || notLookedAt.has(status)) return { kind: 'unknown', refusal };
  return { kind: isStale(status, refusal) ? 'stale' : 'refused', refusal };
}
