import type { Instant } from '@cellrelay/kernel';

/** Something on record that an alert stands by: what it is, and when. */
export interface Evidence {
  readonly says: string;
  /** Null: it has no time of its own. */
  readonly at: Instant | null;
}
