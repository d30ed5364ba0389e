import type { AgendaItem } from '../ports.js';

/** What came of a bell: done with, to be tried again, left to a person; or nothing was begun, because it is early or another's. */
export type BellFate = 'done' | 'failed' | 'parked' | 'early' | 'not-mine';

/** One bell that was answered, for whoever counts and logs. */
export interface BellReport {
  readonly fate: BellFate;
  /** The item, and how long it had been due when it was leased; null where it was not. */
  readonly leased: { readonly item: AgendaItem; readonly lateMs: number } | null;
}

/** What one look of the sweep handed to the queue: what comes near, and what is overdue and nobody has. */
export interface SweepReport {
  readonly near: number;
  readonly overdue: number;
}

/** How much of the agenda is due, by the clock that shipments live by. */
export interface AgendaDepth {
  /** Deadlines that are due, and neither rung nor parked. */
  readonly overdue: number;
  /** How long the longest overdue has been due; 0 when nothing is. */
  readonly oldestOverdueMs: number;
  /** Desks' calls likewise. A desk that does not answer makes them late, and nobody misses a deadline by it. */
  readonly overdueCalls: number;
  readonly oldestOverdueCallMs: number;
  readonly dueWithinHour: number;
  /** Waiting for a person. */
  readonly parked: number;
}
