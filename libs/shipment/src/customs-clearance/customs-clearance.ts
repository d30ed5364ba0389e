import type { Instant, LocalDate, ZonedInstant } from '@cellrelay/kernel';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

/** One request per border and direction; it names the plans and dates it covers. `id` is `CN-export-PEK`. */
export type CustomsRequestStatus =
  'wanted' | 'submitted' | 'granted' | 'refused' | 'to-withdraw' | 'withdrawn' | 'cleared';

export interface CustomsRequest {
  readonly id: string;
  readonly country: string;
  readonly direction: 'export' | 'import';
  readonly airport: string;
  readonly covers: readonly { readonly plan: 1 | 2; readonly date: LocalDate; readonly crossingAt: Instant }[];
  readonly status: CustomsRequestStatus;
  /** How often it has been asked: an asking again after a refusal is a new occasion. */
  readonly occasion: number;
  readonly wantedAt: Instant;
  readonly submittedAt: Instant | null;
  /** When the desk said that an answer can be asked for. */
  readonly answerExpectedAt: Instant | null;
  readonly permit: string | null;
  readonly reason: string | null;
  /** Since when it is to be withdrawn; null while it is wanted. */
  readonly toWithdrawSince: Instant | null;
}

export interface CustomsClearanceState {
  readonly requests: readonly CustomsRequest[];
}

/** Issued by process.ts whenever plans change: what is to be covered now. Adds, widens, narrows; withdraws what no live plan needs. */
export type CoverBorders = CommandOf<
  'CoverBorders',
  {
    readonly borders: readonly {
      readonly country: string;
      readonly direction: 'export' | 'import';
      readonly airport: string;
      readonly covers: CustomsRequest['covers'];
    }[];
  }
>;
export type RecordCustomsSubmitted = CommandOf<
  'RecordCustomsSubmitted',
  { readonly request: string; readonly submittedAt: ZonedInstant; readonly answerExpectedAt: ZonedInstant }
>;
export type RecordCustomsGranted = CommandOf<
  'RecordCustomsGranted',
  { readonly request: string; readonly grantedAt: ZonedInstant; readonly permit: string }
>;
export type RecordCustomsRefused = CommandOf<
  'RecordCustomsRefused',
  { readonly request: string; readonly refusedAt: ZonedInstant; readonly reason: string }
>;
export type AskCustomsAgain = CommandOf<'AskCustomsAgain', { readonly request: string; readonly reason: string }>;
export type RecordCustomsWithdrawn = CommandOf<
  'RecordCustomsWithdrawn',
  { readonly request: string; readonly withdrawnAt: ZonedInstant }
>;
/** The goods passed that border. */
export type RecordCustomsCleared = CommandOf<
  'RecordCustomsCleared',
  { readonly request: string; readonly clearedAt: ZonedInstant }
>;
export type CustomsClearanceCommand =
  | CoverBorders
  | RecordCustomsSubmitted
  | RecordCustomsGranted
  | RecordCustomsRefused
  | AskCustomsAgain
  | RecordCustomsWithdrawn
  | RecordCustomsCleared;

type RequestRef = { readonly request: string };
export type BordersCovered = EventOf<'BordersCovered', CoverBorders['data']>;
export type CustomsSubmitted = EventOf<'CustomsSubmitted', RequestRef & { readonly answerExpectedAt: ZonedInstant }>;
export type CustomsGranted = EventOf<'CustomsGranted', RequestRef & { readonly permit: string }>;
export type CustomsRefused = EventOf<'CustomsRefused', RequestRef & { readonly reason: string }>;
export type CustomsAskedAgain = EventOf<'CustomsAskedAgain', RequestRef & { readonly reason: string }>;
export type CustomsWithdrawn = EventOf<'CustomsWithdrawn', RequestRef>;
export type CustomsCleared = EventOf<'CustomsCleared', RequestRef>;
export type CustomsClearanceEvent =
  | BordersCovered
  | CustomsSubmitted
  | CustomsGranted
  | CustomsRefused
  | CustomsAskedAgain
  | CustomsWithdrawn
  | CustomsCleared;

export type CustomsClearanceFacts = Circumstances;
export interface CustomsClearanceAgendaFacts {
  readonly customsLeadDays: number;
  readonly reportGraceMinutes: number;
  /** The plan that is confirmed, and when its box reached each airport (as flown). */
  readonly confirmedPlan: 1 | 2 | null;
  readonly departedFrom: Readonly<Record<string, Instant>>;
  readonly landedAt: Readonly<Record<string, Instant>>;
}
