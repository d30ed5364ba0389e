import type { BorderDirection, HolidayCalendar } from '@cellrelay/itinerary';
import type { Instant, LocalDate, Zone, ZonedInstant } from '@cellrelay/kernel';
import type { ReleaseFirstRule } from '../policy.js';
import type { LeadTimes } from '../lead-times.js';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

/** One request per border and direction; it names the plans and dates it covers. `id` is `CN-export-PEK`. */
export type CustomsRequestStatus =
  | 'wanted'
  | 'submitted'
  | 'granted'
  | 'refused'
  | 'lapsed'
  | 'to-withdraw'
  | 'withdrawn'
  | 'to-be-regularised'
  | 'cleared';

/** A refusal, or a silence, taken to somebody who may decide otherwise. */
export interface Escalation {
  readonly to: string;
  readonly reason: string;
  readonly at: Instant;
}

/** Goods that customs let go without a permit, on the word that the papers follow. */
export interface ReleasedFirst {
  readonly releasedAt: ZonedInstant;
  readonly commitment: string;
  /** By the rule that was in force then. */
  readonly workingDays: number;
}

export interface CustomsRequest {
  readonly id: string;
  readonly country: string;
  readonly direction: BorderDirection;
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
  /** Until when the permit holds; null where the desk named no end. */
  readonly validUntil: ZonedInstant | null;
  readonly escalations: readonly Escalation[];
  readonly released: ReleasedFirst | null;
  readonly reason: string | null;
  /** Since when it is to be withdrawn; null while it is wanted. */
  readonly toWithdrawSince: Instant | null;
}

/** Public holidays that a shipment is run by, as they were known when its ways were planned, and countries of which none were known. */
export interface PinnedCalendars {
  readonly calendars: readonly HolidayCalendar[];
  readonly without: readonly string[];
}

export interface CustomsClearanceState {
  readonly requests: readonly CustomsRequest[];
  /** Null until a plan was proposed with calendars at hand. */
  readonly pinned: PinnedCalendars | null;
}

/** Issued by process.ts whenever plans change: what is to be covered now. Adds, widens, narrows; withdraws what no live plan needs. */
export type CoverBorders = CommandOf<
  'CoverBorders',
  {
    readonly borders: readonly {
      readonly country: string;
      readonly direction: BorderDirection;
      readonly airport: string;
      readonly covers: CustomsRequest['covers'];
    }[];
  }
>;
/** Issued by the decision that brings a plan to these countries: what was looked up for it. A country's calendar takes the place of the one pinned before. */
export type PinCalendars = CommandOf<'PinCalendars', PinnedCalendars>;
export type RecordCustomsSubmitted = CommandOf<
  'RecordCustomsSubmitted',
  { readonly request: string; readonly submittedAt: ZonedInstant; readonly answerExpectedAt: ZonedInstant }
>;
export type RecordCustomsGranted = CommandOf<
  'RecordCustomsGranted',
  {
    readonly request: string;
    readonly grantedAt: ZonedInstant;
    readonly permit: string;
    readonly validUntil?: ZonedInstant | null;
  }
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
/** A refusal, or an answer that does not come, is taken to a named person. */
export type RecordCustomsEscalated = CommandOf<
  'RecordCustomsEscalated',
  { readonly request: string; readonly escalatedAt: ZonedInstant; readonly to: string; readonly reason: string }
>;
/** Issued by process.ts: the permit's end has come before the goods have passed. */
export type LapsePermit = CommandOf<'LapsePermit', { readonly request: string }>;
/** Customs let the goods go without a permit; open only where a rule in force on that day says so. */
export type RecordReleasedFirst = CommandOf<
  'RecordReleasedFirst',
  { readonly request: string; readonly releasedAt: ZonedInstant; readonly commitment: string }
>;
/** The papers that were owed since the release are in order. */
export type RecordRegularised = CommandOf<
  'RecordRegularised',
  { readonly request: string; readonly regularisedAt: ZonedInstant; readonly reference: string }
>;
/** The goods passed that border. */
export type RecordCustomsCleared = CommandOf<
  'RecordCustomsCleared',
  { readonly request: string; readonly clearedAt: ZonedInstant }
>;
export type CustomsClearanceCommand =
  | CoverBorders
  | PinCalendars
  | RecordCustomsSubmitted
  | RecordCustomsGranted
  | RecordCustomsRefused
  | AskCustomsAgain
  | RecordCustomsWithdrawn
  | RecordCustomsEscalated
  | LapsePermit
  | RecordReleasedFirst
  | RecordRegularised
  | RecordCustomsCleared;

type RequestRef = { readonly request: string };
export type CalendarsPinned = EventOf<'CalendarsPinned', PinnedCalendars>;
export type BordersCovered = EventOf<'BordersCovered', CoverBorders['data']>;
export type CustomsSubmitted = EventOf<'CustomsSubmitted', RequestRef & { readonly answerExpectedAt: ZonedInstant }>;
export type CustomsGranted = EventOf<
  'CustomsGranted',
  RequestRef & { readonly permit: string; readonly validUntil: ZonedInstant | null }
>;
export type CustomsRefused = EventOf<'CustomsRefused', RequestRef & { readonly reason: string }>;
export type CustomsAskedAgain = EventOf<'CustomsAskedAgain', RequestRef & { readonly reason: string }>;
export type CustomsWithdrawn = EventOf<'CustomsWithdrawn', RequestRef>;
export type CustomsEscalated = EventOf<
  'CustomsEscalated',
  RequestRef & { readonly to: string; readonly reason: string }
>;
export type PermitLapsed = EventOf<'PermitLapsed', RequestRef & { readonly permit: string | null }>;
/** Carries the days of the rule that was in force, so that a rule that ends later moves no due moment. */
export type CustomsReleasedFirst = EventOf<
  'CustomsReleasedFirst',
  RequestRef & { readonly commitment: string; readonly workingDays: number }
>;
export type CustomsRegularised = EventOf<'CustomsRegularised', RequestRef & { readonly reference: string }>;
export type CustomsCleared = EventOf<'CustomsCleared', RequestRef>;
export type CustomsClearanceEvent =
  | BordersCovered
  | CalendarsPinned
  | CustomsSubmitted
  | CustomsGranted
  | CustomsRefused
  | CustomsAskedAgain
  | CustomsWithdrawn
  | CustomsEscalated
  | PermitLapsed
  | CustomsReleasedFirst
  | CustomsRegularised
  | CustomsCleared;

/** What holds at the borders by law, and in whose clock. */
export interface BorderRules {
  readonly releaseFirstRules: readonly ReleaseFirstRule[];
  /** The zone of every airport that a flight of the shipment touches, by its code. */
  readonly zones: Readonly<Record<string, Zone>>;
}

export interface CustomsClearanceFacts extends Circumstances, BorderRules {}
export interface CustomsClearanceAgendaFacts extends BorderRules {
  readonly customsLeadDays: number;
  readonly leadTimes: LeadTimes;
  readonly permitLapseNoticeDays: number;
  readonly reportGraceMinutes: number;
  /** The plan that is confirmed, and when its box reached each airport (as flown). */
  readonly confirmedPlan: 1 | 2 | null;
  readonly departedFrom: Readonly<Record<string, Instant>>;
  readonly landedAt: Readonly<Record<string, Instant>>;
}
