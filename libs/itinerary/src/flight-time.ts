import { minutesBetween } from '@cellrelay/kernel';
import type { Airport, Flight, ItineraryProblem } from './flight.js';

/** No airliner has kept up more over the ground from gate to gate, the strongest jet stream behind it included. */
const fastestKmPerHour = 1200;

/** Island hops apart, nothing that sells seats is from gate to gate in less. */
const leastMinutes = 20;

/** The longest flights are under a day; one number with a stop for fuel on the way takes a few hours more. */
const mostMinutes = 30 * 60;

/** What no timetable has: a flight to where it came from, faster than aircraft fly, or longer than they stay up. A fault of the form, not of the airline. */
export function flightProblem(flight: Flight, leg: number): ItineraryProblem | undefined {
  const { designator, from, to } = flight;
  const minutes = minutesBetween(flight.departsAt.at, flight.arrivesAt.at);
  const check = 'check both airports and both local times.';
  if (from.iata === to.iata) {
    return { code: 'flies-nowhere', sentence: `${designator} would fly from ${from.iata} to ${to.iata}.`, leg };
  }
  if (minutes <= 0) {
    const sentence = `${designator} would land before it departs: check both local times.`;
    return {
      code: 'lands-before-it-departs',
      sentence,
      leg,
      allowed: [`at least ${shortest(from, to)} minutes later`],
    };
  }
  if (minutes < shortest(from, to)) {
    const sentence = `${designator} would take ${Math.floor(minutes)} minutes from ${from.iata} to ${to.iata}, which takes at least ${shortest(from, to)}: ${check}`;
    return { code: 'flight-too-short', sentence, leg, allowed: [`at least ${shortest(from, to)} minutes`] };
  }
  if (minutes <= mostMinutes) return undefined;
  const hours = Math.floor(minutes / 60);
  const sentence = `${designator} would take ${hours} hours; no flight takes over ${mostMinutes / 60}: ${check}`;
  return { code: 'flight-too-long', sentence, leg, allowed: [`at most ${mostMinutes / 60} hours`] };
}

function shortest(from: Airport, to: Airport): number {
  const km = kilometresBetween(from, to);
  return Math.max(leastMinutes, Math.floor(((km ?? 0) / fastestKmPerHour) * 60));
}

const earthRadiusKm = 6371;

/** Along the great circle; undefined where a position is not known, as of airports in logs older than positions. */
export function kilometresBetween({ position: a }: Airport, { position: b }: Airport): number | undefined {
  if (a === undefined || b === undefined) return undefined;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const between = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude));
  const haversine = half(a.latitude, b.latitude) + between * half(a.longitude, b.longitude);
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, haversine)));
}
