import type { Flight } from '@cellrelay/itinerary';
import type { Refusal } from '../stage.js';
import type { Booking, FlightBookingFacts, FlightBookingState, FlightPlan, RebookLeg } from './flight-booking.js';
import { asKnown, bookingsOf, fallbackLeft, isAlive, isSameFlight, planNumbered } from './flight-booking.lookup.js';
import { chainProblem, departureProblem, endsElsewhere } from './flight-booking.proposal.js';

/** The flight that a leg moves to, or why it cannot. */
export type Rebooking = { readonly problem: Refusal } | { readonly problem?: undefined; readonly flight: Flight };

interface LegNow {
  readonly plan: FlightPlan;
  readonly leg: number;
  readonly booking: Booking;
}

/**
 * The flight that a leg moves to: its fallback, or the one named. Never refused for being late against the limit or for missing
 * the leg after, nor, once the plan is confirmed, for a connection under the minimum: under way the next best flight is better
 * than none, and what it breaks stands as an alert.
 */
export function rebookingOf(asked: RebookLeg['data'], state: FlightBookingState, facts: FlightBookingFacts): Rebooking {
  const plan = planNumbered(state, asked.plan);
  const booking = plan === undefined ? undefined : bookingsOf(state, plan)[asked.leg];
  if (plan === undefined || booking === undefined) return { problem: noSuchLeg(asked, plan) };
  if (booking.departedAt !== null) return { problem: alreadyDeparted(booking) };
  const flight = asked.flight ?? fallbackLeft(state, plan, asked.leg);
  if (flight === undefined) return { problem: noFallback(plan, asked.leg) };
  const problem = flightProblem(flight, { plan, leg: asked.leg, booking }, { state, facts });
  return problem === undefined ? { flight } : { problem };
}

function flightProblem(
  flight: Flight,
  { plan, leg, booking }: LegNow,
  { state, facts }: { readonly state: FlightBookingState; readonly facts: FlightBookingFacts },
): Refusal | undefined {
  const at = '/flight';
  if (isAlive(booking) && isSameFlight(flight, booking.flight)) {
    return { code: 'booked-already', sentence: `The leg is booked on ${flight.designator} already.`, at };
  }
  const before = leg === 0 ? undefined : bookingsOf(state, plan)[leg - 1];
  const caughtFrom = before !== undefined && isAlive(before) ? [asKnown(before)] : [];
  const connection = plan.status === 'confirmed' ? 0 : facts.minimumConnectionMinutes;
  return (
    endsElsewhere(flight, booking.flight, at) ??
    chainProblem([...caughtFrom, flight], connection, at) ??
    departureProblem(flight, leg, facts.collectionEndsAt[plan.plan], at)
  );
}

function noSuchLeg({ plan: number, leg }: RebookLeg['data'], plan: FlightPlan | undefined): Refusal {
  const allowed = (plan?.current ?? []).map((_, index) => String(index));
  return {
    code: 'no-such-leg',
    sentence: `Plan ${number} has no leg ${leg}; its legs are ${allowed.join(', ')}.`,
    at: '/leg',
    allowed,
  };
}

function alreadyDeparted({ flight }: Booking): Refusal {
  const sentence = `${flight.designator} has departed already, so this leg cannot be rebooked.`;
  return { code: 'already-departed', sentence, at: '/leg' };
}

function noFallback(plan: FlightPlan, leg: number): Refusal {
  const named = plan.legs[leg]?.fallback;
  const sentence =
    named === null || named === undefined
      ? 'This leg has no fallback: name the flight.'
      : `The fallback ${named.designator} has been tried already: name another flight.`;
  return { code: named === null || named === undefined ? 'no-fallback' : 'fallback-tried', sentence, at: '/flight' };
}
