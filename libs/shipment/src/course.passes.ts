import type { LegAhead, LegExpected, LegLatest } from '@cellrelay/itinerary';
import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { legsAhead, legsExpected, legsLatest, legsPlanned } from './course.legs.js';
import { stepsAfter, stepsBefore, type Basis } from './course.steps.js';
import type { FlightPlan } from './flight-booking/flight-booking.js';
import { orderOf } from './overview.js';
import type { Shipment } from './shipment.js';
import { backward, forward } from './slack/passes.js';
import type { Step } from './slack/slack.js';

/** A trip in the order in which the cells make it: up to the airport, through the air, and on from the last landing. */
export interface Chain {
  readonly before: readonly Step[];
  readonly legs: readonly LegAhead[];
  readonly after: readonly Step[];
}

/** One moment for each part of a chain. */
export interface Along<Leg> {
  readonly before: readonly Instant[];
  readonly legs: readonly Leg[];
  readonly after: readonly Instant[];
}

/** The trip by a plan, as things stand or as it was planned. */
export function chainOf(shipment: Shipment, plan: FlightPlan, basis: Basis): Chain {
  const legs = basis === 'plan' ? legsPlanned(plan) : legsAhead(shipment, plan);
  const departsAt = legs[0]?.flight.departsAt.at;
  if (departsAt === undefined) throw new Error('a plan has a leg at least');
  return {
    before: stepsBefore(shipment, plan, { basis, departsAt }),
    legs,
    after: stepsAfter(shipment, plan, basis),
  };
}

/** The forward pass: when each of them will be. */
export function expectedAlong(shipment: Shipment, { before, legs, after }: Chain): Along<LegExpected> {
  const opened = shipment.openedAt ?? legs[0]?.flight.departsAt.at;
  if (opened === undefined) throw new Error('a course is of a shipment that was opened');
  const steps = forward(before, opened);
  const flown = legsExpected(shipment, legs, plusMinutes(steps.at(-1) ?? opened, leastToDeparture(shipment)));
  return { before: steps, legs: flown, after: forward(after, flown.at(-1)?.arrivesAt ?? opened) };
}

/** The backward pass: by when each of them must be for the infusion to start by then. */
export function latestAlong(shipment: Shipment, { before, legs, after }: Chain, infusionBy: Instant): Along<LegLatest> {
  const steps = backward(after, infusionBy);
  const flown = legsLatest(shipment, legs, plusMinutes(steps[0] ?? infusionBy, -(after[0]?.minutes ?? 0)));
  const leavesBy = plusMinutes(flown[0]?.readyBy ?? infusionBy, -leastToDeparture(shipment));
  return { before: backward(before, leavesBy), legs: flown, after: steps };
}

/** The chain without the fallbacks that the trip is not expected to take. */
export function asBooked(chain: Chain, { legs }: Along<LegExpected>): Chain {
  return {
    ...chain,
    legs: chain.legs.map((leg, index) => (legs[index]?.by === 'fallback' ? leg : { ...leg, fallback: null })),
  };
}

function leastToDeparture(shipment: Shipment): number {
  return orderOf(shipment).policy.leastToDepartureMinutes.value;
}
