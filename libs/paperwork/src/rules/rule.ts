import type { BorderDirection } from '@cellrelay/itinerary';
import type { LocalDate } from '@cellrelay/kernel';
import type { Product } from '@cellrelay/shipment';
import type { KindOfPaper } from '../facts/from-rules.js';
import type { JurisdictionCode } from './jurisdictions.js';

/** V: read in the source itself; V-: read at second hand; G: believed, and read nowhere (standards.md, confidence marks). It decides what is printed. */
export const confidences = ['V', 'V-', 'G'] as const;
export type Confidence = (typeof confidences)[number];

/** As a jurisdiction looks at the cells: leaving it, coming in, changing planes there, or flying from one of its airports to another. */
export const directions = ['export', 'import', 'transit', 'domestic'] as const satisfies readonly (
  BorderDirection | 'domestic'
)[];
export type Direction = (typeof directions)[number];

/** permit: somebody has to be asked, and to say yes; statement: words on a paper; code: what goods are called; checks: what is looked at; note: what to know. */
export const demandKinds = ['permit', 'statement', 'code', 'checks', 'notice', 'note'] as const;

/** When a rule applies. What is left out does not matter to it. */
export interface When {
  readonly directions: readonly Direction[];
  readonly products?: readonly Product[] | undefined;
  /** Of the donor's infectious markers: all negative, or one positive. */
  readonly markers?: 'negative' | 'positive' | undefined;
  /** More was done to the cells than to collect, concentrate and freeze them. */
  readonly manipulated?: boolean | undefined;
  readonly frozen?: boolean | undefined;
  readonly carriage?: 'cabin' | 'cargo' | undefined;
  /** Of the immediate container, in mL: exactly so much is not more. */
  readonly containerMoreThanMl?: number | undefined;
  /** Countries where the trip's other end is, or is not. */
  readonly otherEndIn?: readonly string[] | undefined;
  readonly otherEndNotIn?: readonly string[] | undefined;
}

export interface Demand {
  readonly kind: (typeof demandKinds)[number];
  /** The paper on which it shows. */
  readonly paper: KindOfPaper;
  /** Who applies. */
  readonly applicant?: string | undefined;
  /** How many working days of that country before the passage it is asked for. */
  readonly leadWorkingDays?: number | undefined;
  /** How long what is granted holds, in words. */
  readonly validity?: string | undefined;
  /** What the goods are called: the tariff's code and, where there is one, the inspection's suffix. */
  readonly code?: { readonly hs: string; readonly suffix?: string | undefined } | undefined;
  /** What is looked at on receipt, by the ids of the receipt's own checks. */
  readonly checks?: readonly string[] | undefined;
  /** Within so many working days of a release papers are put right. */
  readonly regulariseWorkingDays?: number | undefined;
}

/** Where it was read. */
export interface Citation {
  readonly title: string;
  /** Null: read in a copy that has no address. */
  readonly address: string | null;
  /** The day on which it was read. */
  readonly asOf: LocalDate;
}

/** What one jurisdiction asks for, as data: with where it was read, when it is in force, and how sure that is. */
export interface Rule {
  /** Small letters, digits and hyphens; begins with the jurisdiction's code in small letters, or with `site-`. Stable: confirmations and papers go by it. */
  readonly id: string;
  /** A confirmation is of one version and no other. What ships has 1; a site's own come after it. */
  readonly version: number;
  readonly jurisdiction: JurisdictionCode;
  readonly when: When;
  readonly demands: Demand;
  readonly citations: readonly [Citation, ...Citation[]];
  /** The first and the last day on which it holds, in the calendar of where the passage is; null: without an end on that side. */
  readonly inForce: { readonly from: LocalDate | null; readonly to: LocalDate | null };
  readonly confidence: Confidence;
  /** Who at a site keeps it up to date. */
  readonly owner: string;
  /** Who is asked whether it holds. */
  readonly askedOf: string;
  /** Sentences in English, by the last part of their message ids. */
  readonly says: Readonly<Record<string, string>>;
}

/** One sentence of a rule, by the message that translations go by. */
export interface RuleWords {
  readonly message: string;
  readonly english: string;
}

/** A rule's sentences in their order. */
export function sentencesOf({ id, says }: Pick<Rule, 'id' | 'says'>): readonly RuleWords[] {
  return Object.entries(says).map(([name, english]) => ({ message: `rule.${id}.${name}`, english }));
}
