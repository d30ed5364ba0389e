import type { LocalDate, ZonedInstant } from '@cellrelay/kernel';
import type { Texts } from '../language.js';

/** The papers that are made. */
export const kindsOfPaper = [
  'transport-plan',
  'courier-authorisation',
  'security-letter',
  'airline-letter',
  'customs-declaration',
  'contents-statement',
  'product-document',
  'packing-record',
  'hand-over-form',
  'receipt-form',
  'emergency-card',
  'visa-letter',
  'temperature-record',
  'regularisation-letter',
  'spear-draft',
  'application-data-sheet',
] as const;
export type KindOfPaper = (typeof kindsOfPaper)[number];

/** A sentence that a rule of law which prints asks a paper for. */
export interface LawSentence {
  readonly rule: string;
  readonly paper: KindOfPaper;
  /** Only at borders and checkpoints of that country; null: at all. */
  readonly country: string | null;
  readonly message: string;
  /** At least in English; where a language of the paper is missing, the English text stands there too. */
  readonly texts: Texts & { readonly en: string };
  /** It is looked at and ticked by hand. */
  readonly check?: boolean | undefined;
}

/** The code of goods that a country's rule gives the product. */
export interface Tariff {
  readonly rule: string;
  readonly country: string;
  readonly code: string;
}

/** What decides whether a rule applies, and may not be on record. */
export type TripFact = 'markers' | 'manipulated' | 'carriage' | 'containerMl';

/** What is to be asked before a rule can print: whether it holds, or, where facts are missing, what decides whether it applies. */
export interface OpenQuestion {
  readonly rule: string;
  readonly office: string;
  /** What it is about, by the title of what was read of it or was not. */
  readonly topic: string;
  readonly missing: readonly TripFact[];
}

/** The last day to file something on. */
export interface FileBy {
  readonly day: LocalDate;
  /** For some of the days that were counted no holidays are known. */
  readonly holidaysUnknown: boolean;
}

/** What a rule that prints asks to be applied for, at one passage of the trip. */
export interface AppliedFor {
  readonly rule: string;
  /** Who applies, and to whom where that was read. */
  readonly applicant: string | null;
  readonly office: string;
  /** Working days of that country before the passage; null: none was read. */
  readonly leadWorkingDays: number | null;
  /** Worked out of the lead time; null: there is none. */
  readonly fileBy: FileBy | null;
  readonly validity: string | null;
  readonly source: { readonly title: string; readonly address: string | null; readonly asOf: LocalDate };
}

/** One application at a passage, or, where no rule asks for one that prints, what is to be asked first. */
export interface Application {
  readonly country: string;
  readonly direction: 'export' | 'import' | 'transit' | 'domestic';
  /** Null where only the country is known. */
  readonly airport: string | null;
  readonly passesAt: ZonedInstant;
  readonly appliedFor: AppliedFor | null;
  readonly sentences: readonly LawSentence[];
  readonly open: readonly OpenQuestion[];
}

/** All that rules ask of the papers of a trip. */
export interface RulesForPapers {
  readonly sentences: readonly LawSentence[];
  readonly tariffs: readonly Tariff[];
  readonly applications: readonly Application[];
}
