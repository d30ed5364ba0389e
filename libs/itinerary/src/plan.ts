import { inZone, plusMinutes, type Instant } from '@cellrelay/kernel';
import { flightProblem } from './flight-time.js';
import type { Flight, ItineraryProblem } from './flight.js';

/** One leg: the flight wanted and, where there is one, the flight to fall back on. */
export interface Leg {
  readonly flight: Flight;
  readonly fallback: Flight | null;
}

/** A border that the cells cross, with the direction in which that country looks at them. */
export interface BorderCrossing {
  readonly country: string;
  readonly direction: BorderDirection;
  /** The airport whose customs desk is asked. */
  readonly airport: string;
}

/** Transit: the cells change planes in a country that is neither the first nor the last. */
export type BorderDirection = 'export' | 'import' | 'transit';

/**
 * The borders at which the cells are declared: leaving the first country and entering the last.
 * A country that the courier only changes planes in is not entered: `transitStops` names those.
 */
export function borderCrossings(legs: readonly Leg[]): readonly BorderCrossing[] {
  const crossing = legs.filter((leg) => leg.flight.from.country !== leg.flight.to.country);
  const [first, last] = [crossing.at(0), crossing.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    { country: first.flight.from.country, direction: 'export', airport: first.flight.from.iata },
    { country: last.flight.to.country, direction: 'import', airport: last.flight.to.iata },
  ];
}

/** The countries on the way that are neither the first nor the last, at the airport where each is reached. Whether they want to be asked is theirs to say. */
export function transitStops(legs: readonly Leg[]): readonly BorderCrossing[] {
  const ends = borderCrossings(legs).map(({ country }) => country);
  return legs
    .filter(({ flight: { from, to } }) => from.country !== to.country && !ends.includes(to.country))
    .map(({ flight: { to } }) => ({ country: to.country, direction: 'transit', airport: to.iata }));
}

/** A place where security looks at the box. `leg` is the flight that it has just before or behind it. */
export interface Checkpoint {
  readonly leg: number;
  readonly airport: string;
  readonly country: string;
  readonly kind: 'departure' | 'transfer' | 'arrival';
  /** When the box passes there: at the departure of that flight, or at its landing. */
  readonly passesAt: Instant;
}

/** Every departure, the later ones as transfers, and the entry into the last country where that country screens what comes in. */
export function checkpointsOn(
  flights: readonly Flight[],
  screensOnArrival: (country: string) => boolean,
): readonly Checkpoint[] {
  const leaving = flights.map(({ from, departsAt }, leg): Checkpoint => ({
    leg,
    airport: from.iata,
    country: from.country,
    kind: leg === 0 ? 'departure' : 'transfer',
    passesAt: departsAt.at,
  }));
  const leg = flights.findLastIndex(({ from, to }) => from.country !== to.country);
  const entry = flights[leg];
  if (entry === undefined || !screensOnArrival(entry.to.country)) return leaving;
  const { to, arrivesAt } = entry;
  return [...leaving, { leg, airport: to.iata, country: to.country, kind: 'arrival', passesAt: arrivesAt.at }];
}

/** The first thing that is wrong with the legs, or undefined: each is a flight that can be flown, each departs where the last landed, connections are long enough. */
export function itineraryProblem(
  flights: readonly Flight[],
  minimumConnectionMinutes: number,
): ItineraryProblem | undefined {
  if (flights.length === 0) return { code: 'no-legs', sentence: 'A plan needs at least one leg.', leg: 0 };
  return flights
    .map((flight, leg) => legProblem(flight, flights[leg - 1], { leg, minimumConnectionMinutes }))
    .find((problem) => problem !== undefined);
}

function legProblem(
  flight: Flight,
  before: Flight | undefined,
  rule: { readonly leg: number; readonly minimumConnectionMinutes: number },
): ItineraryProblem | undefined {
  const { leg } = rule;
  const name = flight.designator;
  const impossible = flightProblem(flight, leg);
  if (impossible !== undefined || before === undefined) return impossible;
  if (before.to.iata !== flight.from.iata) {
    const sentence = `${name} departs from ${flight.from.iata}, but the leg before lands at ${before.to.iata}.`;
    return { code: 'legs-do-not-join', sentence, leg, allowed: [`from ${before.to.iata}`] };
  }
  const fromAt = plusMinutes(before.arrivesAt.at, rule.minimumConnectionMinutes);
  if (fromAt <= flight.departsAt.at) return undefined;
  const sentence = `${name} departs less than ${rule.minimumConnectionMinutes} minutes after ${before.designator} lands at ${before.to.iata}.`;
  const allowed = [`departing ${inZone(fromAt, flight.departsAt.zone)} or later`];
  return { code: 'connection-too-short', sentence, leg, allowed };
}

/** When the box is at the transplant centre: last landing and the ground minutes after it. */
export function arrivalAtCentre(flights: readonly Flight[], groundMinutesAfter: number): Instant | undefined {
  const last = flights.at(-1);
  return last === undefined ? undefined : plusMinutes(last.arrivesAt.at, groundMinutesAfter);
}
