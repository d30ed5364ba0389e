import { expectedLegs, latestLegs, type LegAhead, type LegExpected, type LegLatest } from '@cellrelay/itinerary';
import { minutesBetween, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Booking, FlightPlan } from './flight-booking/flight-booking.js';
import { fallbackLeft } from './flight-booking/flight-booking.lookup.js';
import { currentBookings, flightNow, orderOf } from './overview.js';
import type { Shipment } from './shipment.js';

/** The legs of a plan as far as they are known, for both passes. */
export function legsAhead(shipment: Shipment, plan: FlightPlan): readonly LegAhead[] {
  const bookings = currentBookings(shipment, plan);
  const { deliveredAt } = shipment.stages['courier-handoff'];
  const flown = deliveredAt === null ? bookings.findLastIndex(hasLeft) : bookings.length - 1;
  return bookings.map((booking, leg) => ({
    flight: asFlown(booking),
    standing: leg <= flown && !isWithoutSeats(booking) ? 'gone' : isWithoutSeats(booking) ? 'no-seats' : 'to-fly',
    fallback: fallbackLeft(shipment.stages['flight-booking'], plan, leg) ?? null,
  }));
}

/** The legs as they were planned, before anything was moved. */
export function legsPlanned(plan: FlightPlan): readonly LegAhead[] {
  return plan.legs.map(({ flight }) => ({ flight, standing: 'to-fly', fallback: null }));
}

function hasLeft({ departedAt, arrivedAt, status }: Booking): boolean {
  return status !== 'not-loaded' && (departedAt !== null || arrivedAt !== null);
}

/** Of a plan that is stood down the seats are let go, and its flights are still the ones to reckon by. */
function isWithoutSeats({ status }: Booking): boolean {
  return ['refused', 'lapsed', 'cancelled', 'not-loaded'].includes(status);
}

/** One that left late and that nobody has estimated anew is in the air for as long as planned. */
function asFlown(booking: Booking): LegAhead['flight'] {
  const flight = flightNow(booking);
  const { departedAt, arrivedAt, estimatedArrivalAt } = booking;
  if (departedAt === null || arrivedAt !== null || estimatedArrivalAt !== null) return flight;
  const landsAt = plusMinutes(departedAt.at, minutesBetween(booking.flight.departsAt.at, booking.flight.arrivesAt.at));
  return landsAt > flight.arrivesAt.at ? { ...flight, arrivesAt: { ...flight.arrivesAt, at: landsAt } } : flight;
}

function connection(shipment: Shipment): number {
  return orderOf(shipment).policy.minimumConnectionMinutes.value;
}

/** The forward pass over legs. */
export function legsExpected(
  shipment: Shipment,
  legs: readonly LegAhead[],
  readyAt: Instant | null,
): readonly LegExpected[] {
  return expectedLegs(legs, readyAt, connection(shipment));
}

/** The backward pass over legs. */
export function legsLatest(shipment: Shipment, legs: readonly LegAhead[], landsBy: Instant): readonly LegLatest[] {
  return latestLegs(legs, landsBy, connection(shipment));
}
