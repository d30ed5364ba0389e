import type { Flight } from '@cellrelay/itinerary';
import type { Booking, FlightBookingState, FlightPlan, PlanNumber } from './flight-booking.js';

/** The plan with that number, if one was ever proposed. */
export function planNumbered(state: FlightBookingState, plan: PlanNumber): FlightPlan | undefined {
  return state.plans.find((each) => each.plan === plan);
}

/** The booking with that id. */
export function bookingWithId(state: FlightBookingState, id: string): Booking | undefined {
  return state.bookings.find((each) => each.id === id);
}

/** The bookings that a plan is to be flown on now, in order of legs. */
export function bookingsOf(state: FlightBookingState, plan: FlightPlan): readonly Booking[] {
  return plan.current.flatMap((id) => state.bookings.filter((booking) => booking.id === id));
}

/** Whether a plan may still be flown. */
export function isLive(plan: FlightPlan): boolean {
  return plan.status === 'proposed' || plan.status === 'confirmed' || plan.status === 'flown';
}

/** Whether the seats are wanted: the booking is the current one of a leg of a plan that may still be flown. */
export function isCurrent(state: FlightBookingState, { id, plan }: Booking): boolean {
  const owner = planNumbered(state, plan);
  return owner !== undefined && isLive(owner) && owner.current.includes(id);
}

/** Whether seats are held, ticketed or still to be had: not refused, lapsed, cancelled or given up. */
export function isAlive({ status }: Booking): boolean {
  return status === 'wanted' || status === 'held' || status === 'ticketed' || status === 'flown';
}

function isLetGo({ status }: Booking): boolean {
  return status === 'to-give-up' || status === 'given-up';
}

/** Whether two flights are the same departure of the same airline. */
export function isSameFlight(a: Flight, b: Flight): boolean {
  return (
    a.designator === b.designator &&
    a.departsAt.at === b.departsAt.at &&
    a.from.iata === b.from.iata &&
    a.to.iata === b.to.iata
  );
}

/** The flight with the times that count now: as flown, else as last estimated, else as scheduled. */
export function asKnown(booking: Booking): Flight {
  return {
    ...booking.flight,
    departsAt: booking.departedAt ?? booking.estimatedDepartureAt ?? booking.flight.departsAt,
    arrivesAt: booking.arrivedAt ?? booking.estimatedArrivalAt ?? booking.flight.arrivesAt,
  };
}

/** A leg's fallback, unless there is none or it has been tried in vain. Seats that were let go may be asked for again. */
export function fallbackLeft(state: FlightBookingState, plan: FlightPlan, leg: number): Flight | undefined {
  const fallback = plan.legs[leg]?.fallback ?? undefined;
  if (fallback === undefined) return undefined;
  const tried = state.bookings.some(
    (each) => each.plan === plan.plan && !isLetGo(each) && isSameFlight(each.flight, fallback),
  );
  return tried ? undefined : fallback;
}
