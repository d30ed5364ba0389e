import type { Instant } from '@cellrelay/kernel';
import type { Shipment } from '@cellrelay/shipment';
import type { BellRequest, StoredEntry } from '@cellrelay/use-cases';
import type { Step } from '../scenario/scenario.js';

/** What became of a step. */
export type StepOutcome =
  { readonly kind: 'accepted' } | { readonly kind: 'refused'; readonly code: string; readonly sentence: string };

/** What a replay runs in: the whole stack on a database, or, for a dry run, the core alone. */
export interface ReplayWorld {
  /** The clock that shipments live by. */
  now(): Promise<Instant>;
  /** Puts that clock forward. It never goes back: an earlier moment changes nothing. */
  setClock(at: Instant): Promise<void>;
  /** Issues a step's command under a key of its own, so that a step that was taken is not taken twice. */
  take(step: Step): Promise<StepOutcome>;
  /** All open bells that may be rung, in the order of due time and key. */
  bells(): Promise<readonly BellRequest[]>;
  /** Rings one bell; resolves when it has been answered and all is quiet. */
  ring(bell: BellRequest): Promise<void>;
  /** Resolves when nothing that an earlier run left is under way any more: no lease, no bell in the queue. */
  settled(): Promise<void>;
  /** The shipment as its folded state stands; null before it is opened. */
  load(): Promise<Shipment | null>;
  /** The whole log. */
  log(): Promise<readonly StoredEntry[]>;
}
