import type { Instant, ShipmentId } from '@cellrelay/kernel';
import type { Severity } from '@cellrelay/shipment';
import type { NewPersonalDelivery, PersonalChannel } from '../deliveries/delivery.js';

/** That somebody is to be told of an alert, or of its end, by one channel: what several of become one message. */
export interface AlertNotice {
  /** The step of the alert, the account and the channel: noted once, however often the step is taken. */
  readonly key: string;
  readonly shipment: ShipmentId;
  readonly alert: string;
  readonly account: string;
  readonly organisation: string;
  readonly channel: PersonalChannel;
  readonly to: string;
  readonly severity: Severity;
  /** It tells that the alert has ended. */
  readonly ends: boolean;
  readonly notBefore: Instant | null;
  /** Of the ladder: which time the alert stood anew, and the step; 0 of its end. */
  readonly occasion: number;
  readonly step: number;
  /** This server does not send by that channel: it is kept to be read on the board, and nobody counts as told. */
  readonly kept: boolean;
}

/** A notice whose message has reached nobody, though it counted as told. */
export interface UnreachedNotice extends StandingNotice, Pick<AlertNotice, 'occasion' | 'step' | 'channel'> {
  readonly status: 'failed' | 'kept' | 'unknown' | 'withdrawn';
  /** How many messages of that step may still reach somebody. */
  readonly left: number;
}

/** A notice by its number, with the alert that it is of. */
export interface StandingNotice {
  readonly id: string;
  readonly shipment: ShipmentId;
  readonly alert: string;
}

/** Notices between the step that wants them and the message that tells them. */
export interface NoticeStore {
  /** Keeps what is new by its key. */
  keep(notices: readonly AlertNotice[]): Promise<void>;
  /**
   * Whether bells are catching up after a silence, so that what is told now would come piece by piece. Never for longer than two minutes after the silence, and not
   * where a critical notice waits for as long.
   */
  catchingUp(): Promise<boolean>;
  /**
   * Makes messages of what is due, each person's in a transaction of their own: by each channel one. `compose` answers null where there is nothing to tell any more; where it throws,
   * that person's wait for the next time, and it is thrown on once the others have been told. That an alert has ended is told to nobody who was never told that it stood. Answers how
   * many messages there were.
   */
  flush(compose: (notices: readonly AlertNotice[]) => Promise<NewPersonalDelivery | null>): Promise<number>;
  /** Notices of alerts that somebody has been told of or will be, and whose end has not been noted; at most so many, those looked at longest ago first. */
  standing(most: number): Promise<readonly StandingNotice[]>;
  /** The alerts of these have ended or were taken on: what waits to be told of them alone is withdrawn. What was noted meanwhile stays. */
  end(notices: readonly StandingNotice[]): Promise<void>;
  /**
   * Notices of alerts that stand whose message reached nobody, or that were dropped without one, and that nobody has been told so of; at most so many, the oldest
   * first.
   */
  unreached(most: number): Promise<readonly UnreachedNotice[]>;
  /** The log knows it. */
  settle(id: string): Promise<void>;
  /** Drops what has been over for long; answers how many. */
  forget(): Promise<number>;
}
