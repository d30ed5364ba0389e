import type { Instant } from '@cellrelay/kernel';
import type { StageName } from './stage.js';

/** Whose move it is. */
export type Owner = 'coordinator' | 'collection-centre' | 'transplant-centre' | 'courier' | 'desk' | 'system';

export type Severity = 'notice' | 'warning' | 'critical';

/** A command that a person could issue now, with what is already known of its body. */
export interface Offer {
  readonly command: string;
  /** What the button says: "Switch to UA 889". */
  readonly label: string;
  readonly prefill: Readonly<Record<string, unknown>>;
}

interface ObligationBase {
  /** Obligation and occasion: `count-due/1`, `hold-seats/1.0/1`. Stable while the obligation stands, however often it moves. */
  readonly key: string;
  readonly stage: StageName;
  readonly dueAt: Instant;
  readonly owner: Owner;
  /** What is owed, as a short imperative: "Record the day 1 count". */
  readonly what: string;
  /** What its moment was counted by, in sentences, where days were counted: which holidays moved it, and whose calendar says so. */
  readonly basis?: string;
  /** Where it happens, where that is an airport: its clock counts there, and not that of either end. */
  readonly happensIn?: { readonly city: string; readonly zone: string };
}

/** Somebody owes something by then; when the moment comes and it is still owed, an alert is raised. */
export interface Deadline extends ObligationBase {
  /** `stand`: it has rung for this moment, and stays on the agenda, overdue, until it is met or its moment moves. */
  readonly does: 'ring' | 'stand';
  readonly kind: DeadlineKind;
  readonly severity: Severity;
  /** What is wrong once it has rung, and what follows if nobody acts. */
  readonly overdue: {
    readonly wrong: string;
    readonly follows: string;
    /** What can be done about it once it has rung, where that is more than how it is met. */
    readonly offers?: readonly Offer[];
  };
  /** How it can be met, the best first. With none it is a limit to watch and no task. */
  readonly offers: readonly Offer[];
}

/** A desk is to be called then; the outcome comes back as a command. */
export interface Call extends ObligationBase {
  readonly does: 'call';
  readonly kind: CallKind;
  /** What the desk is asked for; ids and instants only. */
  readonly request: Readonly<Record<string, unknown>>;
  /** What a person enters when the desk is "by hand": every outcome there can be, the best first. */
  readonly byHand: readonly Offer[];
}

export type Obligation = Deadline | Call;

export const deadlineKinds = [
  'clearance-due',
  'registry-consent-due',
  'processing-decision-due',
  'changed-limit-due',
  'parties-told',
  'postponement-told',
  'suspension-decision-due',
  'backup-due',
  'conditioning-start-due',
  'plan-due',
  'hold-lapses',
  'ticketing-lapses',
  'give-up-time-passes',
  'connection-too-short',
  'connection',
  'departure-overdue',
  'arrival-overdue',
  'customs-answer-due',
  'customs-presentation-due',
  'permit-lapses',
  'permit-lapsed',
  'regularisation-due',
  'exemption-answer-due',
  'scan-decision-due',
  'courier-due',
  'courier-fit-due',
  'courier-in-position',
  'visa-expedite-due',
  'collection-start-due',
  'collection-end-due',
  'count-due',
  'decision-due',
  'freezing-due',
  'fate-of-cells-due',
  'follow-up-shipment-due',
  'new-way-due',
  'handover-due',
  'leave-for-airport',
  'box-packed-due',
  'relay-due',
  'relay-visa-expedite-due',
  'box-hold',
  'delivery-due',
  'reprint',
  'reprint-before-leaving',
  'receipt-due',
  'marrow-advisory',
  'infusion-due',
  'follow-up',
  'grade-deviation',
  'close-deviation',
  'partner-told',
  'rapid-alert',
  'bag-target',
  'bag-limit',
  'latest-moment',
  'shipper-charge-due',
  'shipper-target',
  'shipper-hold',
  'cargo-loaded-due',
  'cargo-rebooking-due',
  'arrival-before-conditioning',
  'stand-down-told',
  'by-hand-due',
] as const;

export type DeadlineKind = (typeof deadlineKinds)[number];

export const callKinds = [
  'hold-seats',
  'ticket-seats',
  'give-up-seats',
  'watch-departure',
  'watch-arrival',
  'watch-logger',
  'submit-customs-request',
  'ask-customs-answer',
  'withdraw-customs-request',
  'request-exemption',
  'ask-exemption-answer',
  'withdraw-exemption',
  'tell',
] as const;

export type CallKind = (typeof callKinds)[number];

/** Why an alert stands: derived from the state like the agenda, so that it ends by itself when its cause is gone. */
export interface Cause {
  /** Stable: one alert per cause. */
  readonly key: string;
  readonly stage: StageName;
  readonly severity: Severity;
  readonly wrong: string;
  readonly follows: string;
  /** When it gets worse or is too late, if known. */
  readonly until?: Instant;
  readonly offers: readonly Offer[];
}
