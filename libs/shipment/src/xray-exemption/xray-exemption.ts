import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

/** One exemption from X-ray per checkpoint; transfer checkpoints too. `id` is plan/leg/airport: `1/0/PEK`. */
export type ExemptionStatus =
  'wanted' | 'requested' | 'granted' | 'refused' | 'to-withdraw' | 'withdrawn' | 'honoured' | 'scanned';

export interface Exemption {
  readonly id: string;
  readonly plan: 1 | 2;
  readonly leg: number;
  readonly airport: string;
  /** When the box passes there. */
  readonly passesAt: Instant;
  readonly status: ExemptionStatus;
  readonly occasion: number;
  readonly wantedAt: Instant;
  readonly requestedAt: Instant | null;
  readonly answerExpectedAt: Instant | null;
  readonly reference: string | null;
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
  | RecordSearchedByHand
  | RecordScanned
  | RecordScanDecision;

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
  | BoxSearchedByHand
  | BoxScanned
  | ScanDecided;

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
  readonly boxOnItsWay: BoxOnItsWay | null;
}
