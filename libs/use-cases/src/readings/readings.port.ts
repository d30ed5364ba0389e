import type { Instant, ShipmentId } from '@cellrelay/kernel';
import type { OrganisationKind, Refusal } from '@cellrelay/shipment';
import type { Reading } from '@cellrelay/viability';
import type { AuditAuthor } from '../audit/audit.port.js';
import type { ShipmentMark, ShipmentMarks } from '../marks/marks.port.js';

/** More readings of one delivery are not looked at: at one a minute they are a week. */
export const mostReadings = 10_000;

/**
 * More readings of one logger are not kept for one shipment: one each five seconds over four days, longer than cells live fresh, is within it (69,120). What is worked out of a
 * shipment's readings, and what a chart is drawn from, is bounded by it. Deliveries that come at the very same moment may pass it by what they bring.
 */
export const mostOfLogger = 70_000;

/** So many of one logger are read at most, in the order of time: room for what passed the cap by coming at once. */
export const mostReadOfLogger = 2 * mostOfLogger;

/** What a probe showed, as it comes in: nothing is believed of it yet, and what is wrong with it is told for that row alone. */
export interface IncomingReading {
  /** An ISO 8601 instant with its offset. */
  readonly at: unknown;
  /** Degrees Celsius, of the probe and not of the cells. */
  readonly celsius: unknown;
  /** The logger that it says it is of; left out: the one that the delivery is of. */
  readonly logger?: unknown;
}

/** What became of one reading: it counts from now on, counted before, or never does. */
export type ReadingVerdict =
  | { readonly kind: 'kept' }
  | { readonly kind: 'known' }
  | ({ readonly kind: 'refused' } & Pick<Refusal, 'code' | 'sentence' | 'allowed'>);

/** Which logger readings are of, and who brings them. */
export interface ReadingSource {
  readonly logger: string;
  /** The device itself, by the token of an organisation's register; or somebody who hands in a file, for one shipment. */
  readonly by:
    | { readonly kind: 'device'; readonly organisation: { readonly id: string; readonly kind: OrganisationKind } }
    | { readonly kind: 'account'; readonly account: AuditAuthor; readonly shipment: ShipmentId };
}

/**
 * Takes readings: late, out of order and doubled as they may be. A reading is known by its logger and its instant, and the first one stands: the same again changes nothing,
 * another value at that instant is refused and told. What is kept stays kept, whatever becomes of the forecast that follows.
 */
export interface ReadingIntake {
  /**
   * One verdict for each reading, in their order. At most `mostReadings`; throws beyond. `more`: others of the same delivery follow, so that what all of it implies is worked out
   * with the last of them, and the record tells of no half.
   */
  take(source: ReadingSource, readings: readonly IncomingReading[], more?: boolean): Promise<readonly ReadingVerdict[]>;
  /** The verdicts that `take` would give now, of however many. Keeps nothing. */
  foresee(source: ReadingSource, readings: readonly IncomingReading[]): Promise<readonly ReadingVerdict[]>;
}

/** A shipment that a logger is bound to, or was. */
export interface LoggerAt {
  readonly shipment: ShipmentId;
  readonly logger: string;
}

/** Readings of one logger for one shipment, to be kept: each instant once, in the order of time. */
export interface NewReadings extends LoggerAt {
  readonly readings: readonly Reading[];
  /** So many of that logger are kept for that shipment at most, those counted that are there already. */
  readonly most: number;
}

/** What is not new of some readings, by instants in milliseconds; all others are. */
export interface KeptReadings {
  /** What stands at instants that were known before. */
  readonly known: ReadonlyMap<number, number>;
  /** Beyond the most that are kept, the latest of the batch. */
  readonly over: ReadonlySet<number>;
}

/** Readings of one logger from a moment on until another, both included. */
export interface ReadSpan {
  readonly logger: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Readings, by month, and which shipments they have not been worked out for yet. */
export interface ReadingStore extends ShipmentMarks {
  /** Shipments that this logger was ever bound to, the latest first, at most `limit`; of an organisation that is named those alone in which it stands. */
  shipmentsOf(logger: string, limit: number, organisation: string | null): Promise<readonly ShipmentId[]>;
  /** Keeps those that are new, as far as they are not too many, and marks the shipment in the same transaction, where there were any. */
  keep(readings: NewReadings): Promise<KeptReadings>;
  /** What `keep` would answer now; keeps nothing. */
  foresee(readings: NewReadings): Promise<KeptReadings>;
  /** A shipment's readings that lie in those spans, by logger, in the order of time; of each logger the first `most`. */
  of(shipment: ShipmentId, spans: readonly ReadSpan[], most: number): Promise<ReadonlyMap<string, readonly Reading[]>>;
  /** The last reading of a logger for a shipment; null: none yet. */
  last(of: LoggerAt): Promise<Reading | null>;
  /** Marks that nobody has worked on for `idleMs`, the oldest first. */
  marked(idleMs: number, limit: number): Promise<readonly ShipmentMark[]>;
}
