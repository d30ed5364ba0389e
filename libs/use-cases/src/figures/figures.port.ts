import type { Instant } from '@cellrelay/kernel';
import type { Outcome } from './figure.js';

/** Years, both included, and whether examples are counted too. */
export interface FiguresRange {
  readonly from: number;
  readonly to: number;
  readonly examples: boolean;
}

/** One line of the programme's table, counted from shipments that have ended. */
export interface CountedLine {
  readonly year: number;
  readonly country: string | null;
  readonly region: string | null;
  readonly product: string;
  readonly shipments: number;
  readonly domestic: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly bagsEnded: number;
  readonly bagsInTarget: number;
  readonly bagsInLimit: number;
  /** Null where nothing was infused. */
  readonly ageMinutes: { readonly median: number; readonly p90: number; readonly max: number } | null;
  readonly dosePerKgE6: { readonly median: number; readonly min: number } | null;
  /** From the centre's door to the infusion; null where no fresh bag has both on record. */
  readonly doorMinutes: { readonly median: number; readonly p90: number; readonly max: number } | null;
  /** Shipments with a logger, and how many of them were ever outside what was ordered. */
  readonly withLogger: number;
  readonly withExcursion: number;
  /** At which kind of milestone most of the delay arose, of those that ended late by their plan. */
  readonly slackEaten: Readonly<Record<string, number>>;
  /** How many for each reason. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** The number of a past year as somebody entered it; a count of null takes the entry before it back. */
export interface PastTotal {
  readonly year: number;
  readonly country: string | null;
  readonly region: string | null;
  readonly product: string;
  readonly count: number | null;
  /** Where the number comes from, in words. */
  readonly source: string;
  /** Why it is entered, or changed. */
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
  /** Whether it is the one that counts: the last for its year, destination and product. */
  readonly current: boolean;
}

export interface FiguresStore {
  counted(range: FiguresRange): Promise<readonly CountedLine[]>;
  /** Entered totals of those years, the newest entry first: all that were ever entered. */
  entered(from: number, to: number): Promise<readonly PastTotal[]>;
  /** Enters a total behind those before it. What already stands is not entered twice. */
  enter(total: Omit<PastTotal, 'at' | 'current'>): Promise<{ readonly total: PastTotal; readonly repeated: boolean }>;
}
