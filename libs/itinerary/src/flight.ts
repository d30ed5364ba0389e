import type { ZonedInstant } from '@cellrelay/kernel';

/** An airport as the plan needs it: code, zone of its clock, city and country (ISO 3166-1 alpha-2). */
export interface Airport {
  readonly iata: string;
  readonly zone: string;
  readonly city: string;
  readonly country: string;
  /** In degrees, north and east positive. Airports in older logs have none. */
  readonly position?: { readonly latitude: number; readonly longitude: number };
}

/** One flight, as scheduled. */
export interface Flight {
  /** Airline and number: "UA 889". */
  readonly designator: string;
  readonly from: Airport;
  readonly to: Airport;
  readonly departsAt: ZonedInstant;
  readonly arrivesAt: ZonedInstant;
}

/** What is wrong with the order of some legs. */
export interface ItineraryProblem {
  readonly code:
    | 'no-legs'
    | 'flies-nowhere'
    | 'lands-before-it-departs'
    | 'flight-too-short'
    | 'flight-too-long'
    | 'legs-do-not-join'
    | 'connection-too-short';
  readonly sentence: string;
  readonly leg: number;
  /** What may be given instead, where it can be said. */
  readonly allowed?: readonly string[];
}
