import type { Checkpoint as PassedCheckpoint } from '@cellrelay/itinerary';
import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { LeadTimes } from '../lead-times.js';
import type { Offer } from '../obligation.js';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

/**
 * One exemption from X-ray per checkpoint; transfers and arrivals too. `id` is plan/leg/airport: `1/0/PEK`, and `1/x1/ICN` for the first checkpoint
 * that nobody had planned for.
 */
export type ExemptionStatus =
  | 'wanted'
  | 'requested'
  | 'notified'
  | 'granted'
  | 'refused'
  | 'to-withdraw'
  | 'withdrawn'
  | 'demanded'
  | 'honoured'
  | 'scanned';

/** Whether security answers in advance, or can only be told and is asked on the spot. */
export type CheckpointAnswer = 'in-advance' | 'on-arrival';

/** Security wants the box in the machine: since when, who says so, and to whom that was taken. */
export interface Demand {
  readonly at: Instant;
  readonly by: string;
  readonly escalations: readonly { readonly level: EscalationLevel; readonly to: string; readonly at: Instant }[];
}

/** First a supervisor on the spot, then the registry's hotline (standards.md 4, escalation rule). */
export type EscalationLevel = 'supervisor' | 'hotline';

export interface Exemption {
  readonly id: string;
  readonly plan: 1 | 2;
  /** Null of a checkpoint that nobody had planned for. */
  readonly leg: number | null;
  readonly airport: string;
  readonly kind: PassedCheckpoint['kind'] | 'unplanned';
  readonly answer: CheckpointAnswer;
  /** When the box passes there. */
  readonly passesAt: Instant;
  readonly status: ExemptionStatus;
  readonly occasion: number;
  readonly wantedAt: Instant;
  readonly requestedAt: Instant | null;
  readonly answerExpectedAt: Instant | null;
  readonly reference: string | null;
  /** Who was told of the box. */
  readonly told: string | null;
  readonly demand: Demand | null;
  readonly reason: string | null;
  /** When the box went through the machine, as stated. */
  readonly scannedAt: ZonedInstant | null;
  /** Since when it is to be withdrawn; null while it is wanted. */
  readonly toWithdrawSince: Instant | null;
  /** What the transplant physician said of a box that was scanned. */
  readonly scanDecision: ScanDecision | null;
}

/** The physician's word on a scanned product; software never discards anything (S12). */
export interface ScanDecision {
  readonly decision: 'use' | 'do-not-use';
  readonly physician: string;
  readonly reason: string;
}

export interface XrayExemptionState {
  readonly exemptions: readonly Exemption[];
}

/** Issued by process.ts whenever plans change: the checkpoints to be covered now. */
export type CoverCheckpoints = CommandOf<
  'CoverCheckpoints',
  {
    readonly checkpoints: readonly {
      readonly plan: 1 | 2;
      readonly leg: number;
      readonly airport: string;
      readonly passesAt: Instant;
      readonly kind: PassedCheckpoint['kind'];
      readonly answer: CheckpointAnswer;
    }[];
  }
>;
export type RecordExemptionRequested = CommandOf<
  'RecordExemptionRequested',
  { readonly exemption: string; readonly requestedAt: ZonedInstant; readonly answerExpectedAt: ZonedInstant }
>;
export type RecordExemptionGranted = CommandOf<
  'RecordExemptionGranted',
  { readonly exemption: string; readonly grantedAt: ZonedInstant; readonly reference: string }
>;
export type RecordExemptionRefused = CommandOf<
  'RecordExemptionRefused',
  { readonly exemption: string; readonly refusedAt: ZonedInstant; readonly reason: string }
>;
export type AskExemptionAgain = CommandOf<'AskExemptionAgain', { readonly exemption: string; readonly reason: string }>;
export type RecordExemptionWithdrawn = CommandOf<
  'RecordExemptionWithdrawn',
  { readonly exemption: string; readonly withdrawnAt: ZonedInstant }
>;
/** Security was told of the box; an answer is not to be had before it is there. */
export type RecordExemptionNotified = CommandOf<
  'RecordExemptionNotified',
  { readonly exemption: string; readonly notifiedAt: ZonedInstant; readonly told: string }
>;
/** On the spot security wants the box in the machine. */
export type RecordXrayDemanded = CommandOf<
  'RecordXrayDemanded',
  { readonly exemption: string; readonly demandedAt: ZonedInstant; readonly by: string }
>;
export type RecordDemandEscalated = CommandOf<
  'RecordDemandEscalated',
  {
    readonly exemption: string;
    readonly escalatedAt: ZonedInstant;
    readonly level: EscalationLevel;
    readonly to: string;
  }
>;
/** A checkpoint met on the way that no exemption was asked for. */
export type RecordUnplannedCheckpoint = CommandOf<
  'RecordUnplannedCheckpoint',
  {
    readonly airport: string;
    readonly passedAt: ZonedInstant;
    readonly what: 'searched' | 'scanned';
    readonly reason: string;
  }
>;
/** Searched by hand: the exemption was honoured. */
export type RecordSearchedByHand = CommandOf<
  'RecordSearchedByHand',
  { readonly exemption: string; readonly searchedAt: ZonedInstant }
>;
/** The box went through the machine. Recorded, and the physician decides; software discards nothing (S12). */
export type RecordScanned = CommandOf<
  'RecordScanned',
  { readonly exemption: string; readonly scannedAt: ZonedInstant; readonly reason: string }
>;
/** The transplant physician decides whether a scanned product is used. */
export type RecordScanDecision = CommandOf<
  'RecordScanDecision',
  { readonly exemption: string; readonly decidedAt: ZonedInstant } & ScanDecision
>;
export type XrayExemptionCommand =
  | CoverCheckpoints
  | RecordExemptionRequested
  | RecordExemptionGranted
  | RecordExemptionRefused
  | AskExemptionAgain
  | RecordExemptionWithdrawn
  | RecordExemptionNotified
  | RecordXrayDemanded
  | RecordDemandEscalated
  | RecordSearchedByHand
  | RecordScanned
  | RecordScanDecision
  | RecordUnplannedCheckpoint;

type ExemptionRef = { readonly exemption: string };
export type CheckpointsCovered = EventOf<'CheckpointsCovered', CoverCheckpoints['data']>;
export type ExemptionRequested = EventOf<
  'ExemptionRequested',
  ExemptionRef & { readonly answerExpectedAt: ZonedInstant }
>;
export type ExemptionGranted = EventOf<'ExemptionGranted', ExemptionRef & { readonly reference: string }>;
export type ExemptionRefused = EventOf<'ExemptionRefused', ExemptionRef & { readonly reason: string }>;
export type ExemptionAskedAgain = EventOf<'ExemptionAskedAgain', ExemptionRef & { readonly reason: string }>;
export type ExemptionWithdrawn = EventOf<'ExemptionWithdrawn', ExemptionRef>;
export type ExemptionNotified = EventOf<'ExemptionNotified', ExemptionRef & { readonly told: string }>;
export type XrayDemanded = EventOf<'XrayDemanded', ExemptionRef & { readonly by: string }>;
export type DemandEscalated = EventOf<
  'DemandEscalated',
  ExemptionRef & { readonly level: EscalationLevel; readonly to: string }
>;
export type UnplannedCheckpointPassed = EventOf<
  'UnplannedCheckpointPassed',
  ExemptionRef & {
    readonly plan: 1 | 2;
    readonly airport: string;
    readonly what: 'searched' | 'scanned';
    readonly reason: string;
  }
>;
export type BoxSearchedByHand = EventOf<'BoxSearchedByHand', ExemptionRef>;
export type BoxScanned = EventOf<'BoxScanned', ExemptionRef & { readonly reason: string }>;
export type ScanDecided = EventOf<'ScanDecided', ExemptionRef & ScanDecision>;
export type XrayExemptionEvent =
  | CheckpointsCovered
  | ExemptionRequested
  | ExemptionGranted
  | ExemptionRefused
  | ExemptionAskedAgain
  | ExemptionWithdrawn
  | ExemptionNotified
  | XrayDemanded
  | DemandEscalated
  | BoxSearchedByHand
  | BoxScanned
  | ScanDecided
  | UnplannedCheckpointPassed;

/** A box on its way: by which confirmed plan, and since when the courier has had it. */
export interface BoxOnItsWay {
  readonly plan: 1 | 2;
  readonly since: Instant;
}

export interface XrayExemptionFacts extends Circumstances {
  /** Null until the courier has the box and a plan is confirmed: no checkpoint has seen it before. */
  readonly boxOnItsWay: BoxOnItsWay | null;
}
export interface XrayExemptionAgendaFacts {
  readonly exemptionLeadDays: number;
  readonly leadTimes: LeadTimes;
  readonly boxOnItsWay: BoxOnItsWay | null;
  /** When the box is expected at the transplant centre by the confirmed plan: by then the physician's word on a scan is wanted. */
  readonly atCentreAt: Instant | null;
  /** The words that a bag which the centre has by now is not used. */
  readonly notUsedOffers: readonly Offer[];
}
