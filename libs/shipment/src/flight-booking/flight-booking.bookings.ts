import type { Flight } from '@cellrelay/itinerary';
import type { Instant } from '@cellrelay/kernel';
import type { Booking, BookingStatus, FlightBookingEvent, FlightBookingState, PlanNumber } from './flight-booking.js';
import { isCurrent } from './flight-booking.lookup.js';

/** An event about one booking. */
export type BookingEvent = Extract<FlightBookingEvent, { readonly data: { readonly booking: string } }>;

/** A booking asked for at that moment. `n` counts the flights tried on the leg, from 1. */
export function wantedBooking(
  place: { readonly plan: PlanNumber; readonly leg: number; readonly n: number },
  flight: Flight,
  at: Instant,
): Booking {
  const { plan, leg, n } = place;
  return {
    id: `${plan}.${leg}/${n}`,
    plan,
    leg,
    flight,
    status: 'wanted',
    wantedAt: at,
    heldAt: null,
    holdLapsesAt: null,
    giveUpBy: null,
    record: null,
    reason: null,
    departedAt: null,
    arrivedAt: null,
    estimatedDepartureAt: null,
    estimatedArrivalAt: null,
    toGiveUpSince: null,
  };
}

/** How many flights have been tried on that leg. */
export function triedOn(bookings: readonly Booking[], plan: PlanNumber, leg: number): number {
  return bookings.filter((booking) => booking.id.startsWith(`${plan}.${leg}/`)).length;
}

/** A booking that nobody needs any more: seats that were had are to be given up, unless the flight is in the air; others are simply not wanted. */
export function released(booking: Booking, at: Instant): Booking {
  if (booking.status === 'wanted') return { ...booking, status: 'given-up' };
  const had = (booking.status === 'held' || booking.status === 'ticketed') && booking.departedAt === null;
  return had ? toGiveUp(booking, at) : booking;
}

function toGiveUp(booking: Booking, at: Instant): Booking {
  return {
    ...booking,
    status: 'to-give-up',
    toGiveUpSince: booking.status === 'to-give-up' ? booking.toGiveUpSince : at,
  };
}

/** How a booking's status follows from what the airline did, where it does not depend on whether the seats are still needed. */
const statusAfter: Readonly<
  Record<Exclude<BookingEvent['type'], SeatsHadEvent['type']>, Partial<Record<BookingStatus, BookingStatus>>>
> = {
  SeatsRefused: { wanted: 'refused', held: 'refused' },
  SeatsGivenUp: { 'to-give-up': 'given-up' },
  HoldLapsed: { held: 'lapsed', 'to-give-up': 'given-up' },
  FlightCancelled: { wanted: 'cancelled', held: 'cancelled', ticketed: 'cancelled', 'to-give-up': 'cancelled' },
  FlightEstimated: {},
  FlightDeparted: {},
  FlightArrived: { held: 'flown', ticketed: 'flown' },
  UnitNotLoaded: { wanted: 'not-loaded', held: 'not-loaded', ticketed: 'not-loaded', flown: 'not-loaded' },
};

type SeatsHadEvent = Extract<BookingEvent, { readonly type: 'SeatsHeld' | 'SeatsTicketed' }>;

/** The booking after an event about it. Seats that turn up on a booking that is not needed any more are to be given up. */
export function bookingAfter(
  booking: Booking,
  event: BookingEvent,
  log: { readonly state: FlightBookingState; readonly at: Instant },
): Booking {
  if (event.type === 'SeatsHeld' || event.type === 'SeatsTicketed') {
    return seatsHad(noted(booking, event), event.type === 'SeatsHeld' ? 'held' : 'ticketed', log);
  }
  return { ...booking, ...toldBy(event), status: statusAfter[event.type][booking.status] ?? booking.status };
}

/** What an event says besides the status. */
function toldBy(event: Exclude<BookingEvent, SeatsHadEvent>): Partial<Booking> {
  switch (event.type) {
    case 'SeatsRefused':
    case 'FlightCancelled':
      return { reason: event.data.reason };
    case 'UnitNotLoaded':
      // The flight may have gone; what is tracked is the unit, which did not go with it.
      return { reason: event.data.reason, departedAt: null, arrivedAt: null };
    case 'FlightEstimated':
      return { estimatedDepartureAt: event.data.departsAt, estimatedArrivalAt: event.data.arrivesAt };
    case 'FlightDeparted':
      return { departedAt: event.occurredAt };
    case 'FlightArrived':
      return { arrivedAt: event.occurredAt };
    case 'SeatsGivenUp':
    case 'HoldLapsed':
      return {};
  }
}

function noted(booking: Booking, event: SeatsHadEvent): Booking {
  if (event.type === 'SeatsTicketed') return { ...booking, record: event.data.record };
  const { holdLapsesAt, giveUpBy, record } = event.data;
  return { ...booking, heldAt: event.occurredAt.at, holdLapsesAt: holdLapsesAt.at, giveUpBy: giveUpBy.at, record };
}

function seatsHad(
  booking: Booking,
  status: 'held' | 'ticketed',
  { state, at }: { readonly state: FlightBookingState; readonly at: Instant },
): Booking {
  if (booking.status === 'cancelled') return booking;
  if (booking.status === 'to-give-up' || booking.status === 'given-up' || !isCurrent(state, booking))
    return toGiveUp(booking, at);
  return { ...booking, status: booking.status === 'ticketed' ? 'ticketed' : status, reason: null };
}
