import type { Sent } from '../act/sent.js';
import type { Queued } from '../offline/queued.js';

/** What became of a trouble. `stopped`: it was not taken, and lies on the phone with its time and words. `refused`: not taken, and nowhere kept. */
export type TroubleOutcome =
  | { readonly kind: 'under-way' | 'done' | 'kept' | 'unknown' }
  | { readonly kind: 'stopped' | 'refused'; readonly why: string };

/** What is told of it, by the answer and by its row on the phone: what was kept may be refused while it is still looked at. */
export function outcomeOf(sent: Sent | undefined, row: Pick<Queued, 'state' | 'refusal'> | undefined): TroubleOutcome {
  if (row?.state === 'refused' || row?.state === 'stale') return { kind: 'stopped', why: row.refusal?.detail ?? '' };
  if (sent === undefined) return { kind: 'under-way' };
  if (sent.kind === 'refused' || sent.kind === 'stale') return { kind: 'refused', why: sent.refusal.detail };
  return { kind: sent.kind };
}
