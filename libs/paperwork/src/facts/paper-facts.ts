import type { Flight } from '@cellrelay/itinerary';
import type { Instant, LocalDate, ZonedInstant } from '@cellrelay/kernel';
import type { Product, SpearDraft } from '@cellrelay/shipment';
import type { RulesForPapers } from './from-rules.js';

/** An organisation as a paper names it: with its postal address, a line each. */
export interface Office {
  readonly name: string;
  readonly city: string;
  readonly lines: readonly string[];
}

/** Somebody of the staff: who signs, or whom to call. */
export interface Signatory {
  readonly name: string;
  readonly position: string;
}

export interface Carrier {
  readonly name: string;
  readonly company: string;
  readonly phone: string;
  /** The last day on which both training and passport hold, as they were checked; left out where that is not on record. */
  readonly fitUntil?: LocalDate | undefined;
}

export interface Passport {
  readonly number: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly validUntil: LocalDate;
}

export interface Contact {
  readonly role: 'collection-centre' | 'transplant-centre' | 'donor-registry' | 'patient-registry';
  readonly name: string;
  readonly phone: string;
}

export interface LegFacts {
  /** As it is to be flown now. */
  readonly flight: Flight;
  readonly fallback: Flight | null;
  /** The airline's own reference of the seats. */
  readonly record: string | null;
}

export interface CheckpointFacts {
  readonly airport: Flight['from'];
  readonly passesAt: ZonedInstant;
  /** The flight before or behind it. */
  readonly leg: LegFacts;
  /** Under which reference security has agreed; null: it has not, or cannot in advance. */
  readonly agreedAs: string | null;
}

export interface BorderFacts {
  readonly country: string;
  readonly direction: 'export' | 'import' | 'transit';
  readonly airport: Flight['from'];
  readonly crossingAt: ZonedInstant;
  readonly flight: string;
  readonly permit: string | null;
  /** Goods that were let go first, and by when their papers are owed. */
  readonly released: { readonly at: ZonedInstant; readonly workingDays: number } | null;
}

/** What the laboratory counted of one bag; null: not stated. */
export interface CountFacts {
  readonly cd34PerUl: number | null;
  readonly wbcE9PerL: number | null;
  readonly cd3PerUl: number | null;
}

export interface BagFacts {
  readonly din: string;
  readonly productCode: string;
  readonly volumeMl: number;
  /** Null of a banked unit: the bank's own record tells. */
  readonly collectedAt: ZonedInstant | null;
  readonly useBy: ZonedInstant;
  /** The recipient's label in the order, R1; never who it is. */
  readonly recipient: string;
  readonly counts: CountFacts | null;
}

export interface BoxFacts {
  readonly number: string;
  readonly logger: string;
  readonly seal: string;
  readonly closedAt: ZonedInstant;
  readonly holdHours: number | null;
}

/** When the cells must be used: of the bag that governs, or as planned while nothing is collected. */
export interface ClockFacts {
  readonly startsAt: ZonedInstant;
  readonly targetAt: ZonedInstant;
  readonly limitAt: ZonedInstant;
  readonly runs: boolean;
}

/** An infectious-disease marker of the donor by its customary short name, as the laboratory reported it. */
export interface MarkerResult {
  readonly marker: string;
  readonly result: 'negative' | 'positive' | 'not-tested';
}

export interface MarkerFacts {
  readonly sampledOn: LocalDate;
  readonly laboratory: string;
  readonly results: readonly MarkerResult[];
}

/** What the goods are said to be worth, for customs and nothing else. */
export interface CustomsValue {
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

export interface VisaFacts {
  readonly who: Carrier;
  readonly passport: Passport | null;
  readonly country: string;
  readonly as: 'courier' | 'substitute';
}

/** One check of a list, as the shipment's policy words it. */
export interface AskedCheck {
  readonly id: string;
  readonly text: string;
}

export interface TemperatureFacts {
  readonly logger: string;
  /** Oldest first, thinned already. */
  readonly points: readonly { readonly at: Instant; readonly celsius: number }[];
  readonly lowestCelsius: number;
  readonly highestCelsius: number;
  readonly excursions: readonly {
    readonly side: 'warm' | 'cold';
    readonly from: ZonedInstant;
    readonly until: ZonedInstant | null;
    readonly extremeCelsius: number;
  }[];
}

/** The thermal profile as ordered; of a frozen unit, its class. */
export type BandFacts =
  { readonly fromCelsius: number; readonly toCelsius: number } | { readonly atOrBelowCelsius: number };

/** What papers need of every shipment. */
interface Always {
  readonly reference: string;
  readonly example: boolean;
  /** When the papers are made, in the clock of who makes them. */
  readonly madeAt: ZonedInstant;
  readonly plan: 1 | 2;
  readonly product: Product;
  readonly band: BandFacts;
  /** The cells are for more than one recipient. */
  readonly forSeveral: boolean;
  /** A frozen unit may travel without a courier, as cargo. */
  readonly cargo: { readonly carrier: string; readonly waybill: string } | null;
  readonly legs: readonly LegFacts[];
  readonly checkpoints: readonly CheckpointFacts[];
  readonly borders: readonly BorderFacts[];
  readonly visas: readonly VisaFacts[];
  readonly spears: readonly SpearDraft[];
  readonly rules: RulesForPapers['sentences'];
  readonly tariffs: RulesForPapers['tariffs'];
  readonly applications: RulesForPapers['applications'];
}

/** What may be missing: a paper that needs it is then not made, and all others are. */
interface Perhaps {
  /** Who makes the papers and answers for them. */
  readonly issuer: Office;
  readonly hotline: string;
  readonly signatory: Signatory;
  readonly courier: Carrier;
  readonly substitute: Carrier;
  readonly passport: Passport;
  readonly substitutePassport: Passport;
  readonly consignor: Office;
  readonly consignee: Office;
  readonly contacts: readonly Contact[];
  readonly donorGrid: string;
  readonly donorBloodGroup: string;
  readonly bags: readonly BagFacts[];
  readonly box: BoxFacts;
  readonly boxSizeCm: readonly [number, number, number];
  readonly clock: ClockFacts;
  readonly value: CustomsValue;
  readonly markers: MarkerFacts;
  readonly receiptChecks: readonly AskedCheck[];
  readonly temperature: TemperatureFacts;
}

/**
 * All that the papers of one plan of a shipment say. It has no place for the name of a donor or recipient: they are told by GRID, DIN and the order's own label of a
 * recipient.
 */
export type PaperFacts = Always & { readonly [Name in keyof Perhaps]?: Perhaps[Name] | undefined };

/** The facts that may be missing. */
export type FactName = keyof Perhaps;
export type Fact<Name extends FactName> = Perhaps[Name];
export type AlwaysKnown = Always;
