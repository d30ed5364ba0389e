import type { Refusal } from '../api/refusal.js';
import type { StripMark } from '../api/types.js';

/**
 * `waiting`: to be sent in its turn. `sending`: sent at least once, and no answer has come, so that nobody here knows whether it was done.
 * `refused` and `stale`: answered, nothing was done, and it goes no further until whoever wrote it says so.
 */
export type QueuedState = 'waiting' | 'sending' | 'refused' | 'stale';

/** How a stage stood. */
export type Stood = Pick<StripMark, 'name' | 'says'>;

/** A command that lies on this phone. */
export interface Queued {
  /** Its idempotency key: the same for every try, whatever dies in between. */
  readonly key: string;
  readonly sequence: number;
  readonly shipment: string;
  readonly command: string;
  readonly stage: string;
  readonly label: string;
  /** Holds when it happened, by its author's word. */
  readonly body: unknown;
  /** The stage's revision that its form was read on. */
  readonly revision: number | null;
  /** Key of the own earlier command of the same stage whose answer tells the revision that this one is sent with. */
  readonly after: string | null;
  readonly queuedAt: number;
  readonly state: QueuedState;
  readonly refusal: Refusal | null;
  /** How the stages stood when it was written, in the server's words; empty where none lay on the phone. */
  readonly stood: readonly Stood[];
}

/** As it is kept: with the account that alone may send it, and the zone it was written in. */
export interface Kept extends Queued {
  readonly account: string;
  readonly zone: string;
}

/** What is new about a command that is put into the queue. */
export type ToQueue = Omit<Kept, 'sequence' | 'after' | 'state' | 'refusal'>;
