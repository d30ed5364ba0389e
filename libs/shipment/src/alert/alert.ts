import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { Cause, Obligation } from '../obligation.js';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

export type AlertStatus = 'raised' | 'acknowledged' | 'escalated' | 'resolved';

/** One alert per cause. The cause stands in the state; the alert records who was told and who took it on. */
export interface Alert {
  /** Cause and occasion: a cause that comes back is a new alert. */
  readonly id: string;
  readonly cause: Cause;
  readonly status: AlertStatus;
  readonly raisedAt: Instant;
  readonly acknowledgedAt: Instant | null;
  readonly acknowledgedBy: string | null;
  readonly resolvedAt: Instant | null;
  readonly resolution: string | null;
  /** Left out until somebody was told of it, or nobody could be. */
  readonly told?: AlertTelling;
}

/** How far an alert has been told. People by their accounts' ids: names of staff do not belong in a log. */
export interface AlertTelling {
  /** Which time it stands anew, from 1: what became worse is told from the beginning. */
  readonly occasion: number;
  /** The last step of the ladder that was taken; 0 where it stands anew. */
  readonly step: number;
  readonly at: Instant;
  /** Everybody who was told so far. */
  readonly accounts: readonly string[];
  /** Nobody could be told at the last step, though somebody says who is on call. */
  readonly inVain: boolean;
  /** Channels by which somebody wants to be told and that the server had not at the last step; left out where it had them all. */
  readonly lacking?: readonly string[];
  /** When it was known that none of the last step's messages reaches anybody; left out where one may. */
  readonly failedAt?: Instant;
  /** Whoever was told has been told of its end. */
  readonly endTold: boolean;
}

/** What the bells have done so far. A rung deadline comes back only when its moment moves. */
export interface AlertState {
  readonly alerts: readonly Alert[];
  readonly rung: Readonly<Record<string, Instant>>;
  readonly byHand: Readonly<Record<string, Instant>>;
  readonly parked: Readonly<Record<string, { readonly at: Instant; readonly reason: string }>>;
}

/** The bell handler found this deadline due and still owed. `dueAt` guards against a deadline that has moved meanwhile. */
export type RingDeadline = CommandOf<'RingDeadline', { readonly key: string; readonly dueAt: Instant }>;
/** The desk is "by hand": a person does it and enters the outcome. */
export type HandCallToPerson = CommandOf<'HandCallToPerson', { readonly key: string; readonly dueAt: Instant }>;
/** Tries were in vain; a person must look. */
export type ParkItem = CommandOf<'ParkItem', { readonly key: string; readonly reason: string }>;
export type RedriveItem = CommandOf<'RedriveItem', { readonly key: string }>;
export type AcknowledgeAlert = CommandOf<
  'AcknowledgeAlert',
  { readonly alert: string; readonly acknowledgedAt: ZonedInstant; readonly by: string }
>;
/**
 * Whoever was on call when the bell rang has been told, or was not there: `deliveries` are the messages that were handed on; `rostered`, whether any of the organisations that are
 * to be told says who is on call.
 */
export type RecordAlertTold = CommandOf<
  'RecordAlertTold',
  {
    readonly key: string;
    readonly deliveries: number;
    readonly rostered: boolean;
    readonly channels: readonly string[];
    readonly accounts: readonly string[];
    /** Channels by which somebody wants to be told and that this server has not; left out where it has them all. */
    readonly lacking?: readonly string[];
  }
>;
/** What became of a message that had been handed on. */
export const failuresOfTelling = ['given-up', 'kept', 'unknown'] as const;
interface FailedTelling {
  readonly alert: string;
  readonly occasion: number;
  readonly step: number;
  readonly channel: string;
  /** `given-up`: it cannot be told; `kept`: the server has no such channel any more; `unknown`: nobody learned the answer. */
  readonly how: (typeof failuresOfTelling)[number];
  /** How many messages of that step may still reach somebody. */
  readonly left: number;
}
/** A message that counted as told has reached nobody. */
export type RecordTellingFailed = CommandOf<'RecordTellingFailed', FailedTelling>;
export type AlertCommand =
  RingDeadline | HandCallToPerson | ParkItem | RedriveItem | AcknowledgeAlert | RecordAlertTold | RecordTellingFailed;

export type DeadlineRang = EventOf<'DeadlineRang', { readonly key: string; readonly dueAt: Instant }>;
export type CallHandedToPerson = EventOf<'CallHandedToPerson', { readonly key: string }>;
export type ItemParked = EventOf<'ItemParked', { readonly key: string; readonly reason: string }>;
export type ItemRedriven = EventOf<'ItemRedriven', { readonly key: string }>;
export type AlertRaised = EventOf<'AlertRaised', { readonly alert: string; readonly cause: Cause }>;
export type AlertChanged = EventOf<'AlertChanged', { readonly alert: string; readonly cause: Cause }>;
export type AlertAcknowledged = EventOf<'AlertAcknowledged', { readonly alert: string; readonly by: string }>;
export type AlertEscalated = EventOf<'AlertEscalated', { readonly alert: string }>;
export type AlertResolved = EventOf<'AlertResolved', { readonly alert: string; readonly resolution: string }>;
/** A step of the ladder was taken. */
export type AlertTold = EventOf<
  'AlertTold',
  {
    readonly alert: string;
    readonly occasion: number;
    readonly step: number;
    readonly deliveries: number;
    readonly rostered: boolean;
    readonly channels: readonly string[];
    readonly accounts: readonly string[];
    readonly lacking?: readonly string[];
  }
>;
/** A message of a step has reached nobody after all. */
export type AlertTellingFailed = EventOf<'AlertTellingFailed', FailedTelling>;
/** Whoever was told of it has been told that it ended by itself. */
export type AlertEndTold = EventOf<'AlertEndTold', { readonly alert: string; readonly deliveries: number }>;
export type AlertEvent =
  | DeadlineRang
  | CallHandedToPerson
  | ItemParked
  | ItemRedriven
  | AlertRaised
  | AlertChanged
  | AlertAcknowledged
  | AlertEscalated
  | AlertResolved
  | AlertTold
  | AlertTellingFailed
  | AlertEndTold;

export interface AlertFacts extends Circumstances {
  /** What is owed as the state stands, rung or not. */
  readonly obligations: readonly Obligation[];
}
