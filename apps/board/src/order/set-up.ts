import type { Place } from '../api/types.js';
import type { Refusal } from '../api/refusal.js';
import type { DraftGroup } from '../act/drafts.js';

/** A command on its way: the same key and the same body until an answer has come, so that it acts once. */
export interface Pending {
  readonly key: string;
  readonly revision: number | null;
  readonly body: unknown;
}

/** What came of one act so far. Nothing here: it has not been tried. */
export interface Outcome {
  readonly done?: boolean;
  /** Sent, and no answer known: perhaps done, perhaps not. */
  readonly pending?: Pending;
  /** The server's answer to the last try. */
  readonly refusal?: Refusal;
  /** Why it cannot be done now, as the server says it. */
  readonly why?: string;
}

/** A new shipment as far as it has been filled in and sent. */
export interface SetUp {
  /** The shipment's, made here once: opening it twice opens it once. */
  readonly id: string;
  /** Whose it is: nobody else at this machine is shown it. */
  readonly account: string;
  readonly opened: boolean;
  /** The line of the shipment's log that it was begun after; missing where it opens the shipment itself. */
  readonly begunAfter?: number;
  /** What stands in the forms, by act. */
  readonly drafts: Readonly<Record<string, DraftGroup>>;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** Steps that were left once: what is still missing in them is said beside their fields. */
  readonly left: readonly string[];
  readonly copied: Copied | null;
  /** Airports that were looked up: their clocks. */
  readonly airports: Readonly<Record<string, Place>>;
}

/** Which shipment it was begun from, and what of it was taken over, in words. */
export interface Copied {
  readonly reference: string;
  readonly what: readonly string[];
}

/** One that nothing is filled in of. */
export function freshSetUp(id: string, account: string, opened = false): SetUp {
  return { id, account, opened, drafts: {}, outcomes: {}, left: [], copied: null, airports: {} };
}

/** The set-up with what became of one act. */
export function withOutcome(setUp: SetUp, act: string, outcome: Outcome): SetUp {
  return { ...setUp, outcomes: { ...setUp.outcomes, [act]: outcome } };
}

/** The set-up with what is typed for one act. What the server said of it before stands until it is tried again. */
export function withDraft(setUp: SetUp, act: string, draft: DraftGroup): SetUp {
  return { ...setUp, drafts: { ...setUp.drafts, [act]: draft } };
}
