import type { HolidayLookup } from '@cellrelay/itinerary';
import type { Instant, ZonedInstant } from '@cellrelay/kernel';

/** The parts of a shipment that move on their own. `order` is what was asked for, `deviation` what went otherwise, `scans` the papers that show what was answered; the twelve others are worked through. */
export const stageNames = [
  'order',
  'donor-clearance',
  'collection',
  'cell-count',
  'flight-booking',
  'customs-clearance',
  'xray-exemption',
  'courier',
  'courier-handoff',
  'temperature',
  'papers',
  'receipt',
  'deviation',
  'scans',
  'alert',
] as const;

export type StageName = (typeof stageNames)[number];

/** Who said it: most partners have no account, so a coordinator records what they said and how. */
export interface StatedBy {
  readonly person: string;
  readonly organisation: string;
  readonly how: 'account' | 'in-person' | 'telephone' | 'mail' | 'signed-link' | 'desk' | 'rule';
}

/** Why a command was turned down. Nothing has changed. */
export interface Refusal {
  /** Names the broken rule, in kebab-case: `count-before-collection-ended`. */
  readonly code: string;
  /** What was wrong and what is allowed, for the person at the screen. */
  readonly sentence: string;
  /** JSON pointer into the command's body, where one field is to blame. */
  readonly at?: string;
  /** What is allowed instead: command names, values or both readings of a repeated local time. */
  readonly allowed?: readonly string[];
  /** It contradicts another fact's time on record: said once more as standing all the same, it is taken and becomes a conflict. */
  readonly standsIfConfirmed?: true;
}

/** A fact. `occurredAt` is stated with its zone; when it was recorded stands in the log's envelope. */
export interface EventOf<Type extends string, Data> {
  readonly type: Type;
  readonly v: number;
  readonly stage: StageName;
  readonly occurredAt: ZonedInstant;
  readonly data: Data;
}

/** Something asked of the shipment, already checked for shape and with every local time resolved. */
export interface CommandOf<Name extends string, Data> {
  readonly name: Name;
  readonly data: Data;
}

/** What a decision may lean on besides its own stage's state: the moment, and who says so. */
export interface Circumstances {
  readonly now: Instant;
  readonly statedBy: StatedBy;
  /** Whoever says it stands by it although the record says otherwise: a time out of order is then a conflict (chronology.ts), and no reason to refuse. */
  readonly despiteRecord?: boolean;
  /** When that fact was first recorded, where it is corrected: what could still be had is judged as of then. Left out it is now. */
  readonly firstRecordedAt?: Instant;
  /** Public holidays, looked up for this decision where it may bring a plan to countries whose calendars are not pinned yet. */
  readonly holidays?: HolidayLookup | undefined;
}
