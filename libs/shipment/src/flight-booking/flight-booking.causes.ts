import { minutesBetween, type Instant } from '@cellrelay/kernel';
import type { Cause, Severity } from '../obligation.js';
import type { Booking, FlightBookingAgendaFacts, FlightBookingState, FlightPlan } from './flight-booking.js';
import { fliesElsewhere } from './flight-booking.elsewhere.js';
import { asKnown, bookingsOf, isAlive } from './flight-booking.lookup.js';
import { rebook } from './flight-booking.offers.js';

/** The troubles that stand in plans that may still be flown: legs without seats, connections that have become too short, ends far from the centres. */
export function flightBookingCauses(state: FlightBookingState, facts: FlightBookingAgendaFacts): readonly Cause[] {
  if (facts.delivered) return [];
  return state.plans
    .filter((plan) => plan.status === 'proposed' || plan.status === 'confirmed')
    .flatMap((plan) => [
      ...brokenLegs(state, plan),
      ...shortConnections(state, plan, facts),
      ...fliesElsewhere(state, plan, facts),
    ]);
}

/** With a plan that may never be needed there is time; a confirmed one has cells waiting for it. */
function severityIn(plan: FlightPlan): Severity {
  return plan.status === 'confirmed' ? 'critical' : 'warning';
}

function brokenLegs(state: FlightBookingState, plan: FlightPlan): readonly Cause[] {
  return bookingsOf(state, plan).flatMap((booking) => {
    const trouble = troubleOf(booking);
    if (trouble === undefined) return [];
    return [
      {
        key: `${trouble.kind}/${booking.id}`,
        stage: 'flight-booking',
        severity: severityIn(plan),
        wrong: trouble.wrong,
        follows: trouble.follows ?? `Leg ${booking.leg + 1} of plan ${plan.plan} has no seats.`,
        ...(trouble.follows === undefined ? { until: booking.flight.departsAt.at } : {}),
        offers: rebook(state, plan, booking.leg, trouble.wrong),
      },
    ];
  });
}

interface Trouble {
  readonly kind: string;
  readonly wrong: string;
  /** Where it is more than seats that are missing. */
  readonly follows?: string;
}

function troubleOf({ status, flight, reason }: Booking): Trouble | undefined {
  const why = reason === null ? '' : `: ${reason}`;
  if (status === 'refused') return { kind: 'seats-refused', wrong: `No seats on ${flight.designator}${why}.` };
  if (status === 'cancelled') return { kind: 'flight-cancelled', wrong: `${flight.designator} is cancelled${why}.` };
  if (status === 'not-loaded') {
    const wrong = `The unit was not loaded on ${flight.designator}${why}.`;
    return {
      kind: 'unit-not-loaded',
      wrong,
      follows: 'It stands where it was left, and the hold of its shipper runs on.',
    };
  }
  return status === 'lapsed'
    ? { kind: 'hold-lapsed', wrong: `The hold on ${flight.designator} has lapsed.` }
    : undefined;
}

/** By what is known now. Once the next flight has left there is nothing to decide any more. */
function shortConnections(
  state: FlightBookingState,
  plan: FlightPlan,
  facts: FlightBookingAgendaFacts,
): readonly Cause[] {
  const bookings = bookingsOf(state, plan);
  return bookings.flatMap((onward, leg) => {
    const before = bookings[leg - 1];
    if (before === undefined || !isAlive(before) || !isAlive(onward) || onward.departedAt !== null) return [];
    const minutes = minutesBetween(asKnown(before).arrivesAt.at, asKnown(onward).departsAt.at);
    if (minutes >= facts.minimumConnectionMinutes) return [];
    return [shortConnection({ before, onward, minutes }, state, plan)];
  });
}

function shortConnection(
  { before, onward, minutes }: { readonly before: Booking; readonly onward: Booking; readonly minutes: number },
  state: FlightBookingState,
  plan: FlightPlan,
): Cause {
  const until: Instant = asKnown(onward).departsAt.at;
  const missed = minutes < 0;
  const wrong = missed
    ? `${before.flight.designator} lands after ${onward.flight.designator} departs.`
    : `${before.flight.designator} leaves ${Math.floor(minutes)} minutes to catch ${onward.flight.designator}.`;
  return {
    key: `connection-too-short/${before.id}-${onward.id}`,
    stage: 'flight-booking',
    severity: severityIn(plan),
    wrong,
    follows: missed ? 'The connection is missed.' : 'The connection may be missed.',
    until,
    offers: rebook(state, plan, onward.leg, wrong),
  };
}
