import type { Instant, LocalDate, Zone } from '@cellrelay/kernel';
import type { Product } from '@cellrelay/shipment';
import type { Direction } from './rule.js';

/** A place on the way where a jurisdiction looks at the cells. */
export interface Passage {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly direction: Direction;
  /** Null where only the country is known. */
  readonly airport: string | null;
  readonly at: Instant;
  /** The clock of the place: its day decides which law holds. */
  readonly zone: Zone;
  /** The country at the trip's other end. */
  readonly otherEnd: string;
}

/** What rules ask of a trip; null is what is not on record. */
export interface Trip {
  readonly product: Product;
  readonly frozen: boolean;
  readonly markers: 'negative' | 'positive' | null;
  readonly manipulated: boolean | null;
  readonly carriage: 'cabin' | 'cargo' | null;
  /** What the largest bag can hold, in mL. */
  readonly containerMl: number | null;
  /** What is in the fullest bag, in mL: a bag holds no less. */
  readonly contentsMl: number | null;
  /** Invented: a confirmation that is invented too counts for it, and for no other. */
  readonly example: boolean;
  readonly passages: readonly Passage[];
}

/** That a rule holds, as somebody at a site has found out. */
export interface Confirmation {
  readonly id: string;
  readonly rule: string;
  /** Of the rule, as it read then. */
  readonly version: number;
  /** Who says so: a person, with office or post. */
  readonly person: string;
  /** By what: a letter, a page, a telephone call. */
  readonly source: string;
  readonly confirmedOn: LocalDate;
  /** The last day of trips that it counts for; null: until it is withdrawn. */
  readonly until: LocalDate | null;
  readonly example: boolean;
}
