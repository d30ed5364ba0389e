import type { Instant } from '@cellrelay/kernel';
import type { Carried, Channel, DeliveryStatus, NewDelivery, Notice } from './delivery.js';

/** A delivery that somebody is about to try, held for so long as its lease lasts. */
export interface LeasedDelivery {
  readonly id: string;
  readonly delivery: NewDelivery;
  /** What one fault of the other side holds up together: `mail`, `sms`, `voice`, or one endpoint. */
  readonly destination: string;
  readonly createdAt: Instant;
  readonly leasedAt: Instant;
  /** Since it was enqueued, or asked for again. */
  readonly ageMs: number;
  /** Counted from 1. */
  readonly attempt: number;
  /** The same, counted since it was asked for again. */
  readonly tries: number;
  /** Tries before this one of which nobody learned the answer, since it was asked for again. */
  readonly unknownBefore: number;
  readonly token: string;
}

/** Which deliveries are wanted: those of some channels, to other destinations than these. */
export interface LeaseWish {
  readonly channels: readonly Channel[];
  readonly without: readonly string[];
}

/** What follows a try: the delivery's status, and how long until the next try where it goes on waiting. */
export interface AfterAttempt {
  readonly status: DeliveryStatus;
  readonly nextAfterMs: number | null;
}

/** What there is to tell, counted. */
export interface DeliveryDepth {
  readonly waiting: number;
  /** Given up within a day, or tried without anybody learning the answer. */
  readonly failed: number;
  /** Since the message to a person that waits longest was enqueued; 0 where none waits. */
  readonly oldestPersonMs: number;
  readonly oldestProgramMs: number;
}

/** Deliveries in their table. */
export interface DeliveryStore {
  /** Keeps what is new by its key; answers how many were. */
  enqueue(many: readonly NewDelivery[]): Promise<number>;
  /** What programs are or were told last in those of these series that there are. */
  lastOf(series: readonly string[]): Promise<ReadonlyMap<string, Notice>>;
  depth(): Promise<DeliveryDepth>;
  /** Removes what ended long ago; answers how many. */
  forget(): Promise<number>;
  /** Those of these keys that wait are told no more; answers how many. One that is being tried at this moment may be told still. */
  withdraw(keys: readonly string[]): Promise<number>;
  /** The most urgent that is due, under a lease; its try is on record before this answers. A try that a lost process left without an outcome is noted as unknown first. */
  lease(wish: LeaseWish): Promise<LeasedDelivery | null>;
  /** Notes a try's outcome. That it was sent is always noted; anything else only under the lease. Answers whether it was. */
  record(leased: LeasedDelivery, carried: Carried, after: AfterAttempt): Promise<boolean>;
}
