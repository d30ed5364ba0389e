import { minutesBetween } from '@cellrelay/kernel';
import type { Evidence } from './evidence.said.js';
import type { Booking } from './flight-booking/flight-booking.js';
import { asKnown, bookingWithId } from './flight-booking/flight-booking.lookup.js';
import { orderOf } from './overview.js';
import type { Shipment } from './shipment.js';

const ofOneFlight: ReadonlySet<string> = new Set([
  'seats-refused',
  'flight-cancelled',
  'unit-not-loaded',
  'hold-lapsed',
]);

/** What is on record of the flights that an alert is about; undefined where it is about none. */
export function evidenceOfFlights(shipment: Shipment, kind: string, about: string): readonly Evidence[] | undefined {
  if (kind === 'connection-too-short') return ofConnection(shipment, about);
  if (!ofOneFlight.has(kind)) return undefined;
  const booking = bookingWithId(shipment.stages['flight-booking'], about);
  return booking === undefined ? [] : ofDeparture(booking);
}

function ofConnection(shipment: Shipment, pair: string): readonly Evidence[] {
  const { bookings } = shipment.stages['flight-booking'];
  const least = orderOf(shipment).policy.minimumConnectionMinutes.value;
  return bookings.flatMap((before) =>
    bookings
      .filter(({ id }) => `${before.id}-${id}` === pair)
      .flatMap((onward) => [
        ...ofArrival(before),
        ...ofDeparture(onward),
        { says: `Least time between the two: ${least} minutes; there are ${minutesLeft(before, onward)}`, at: null },
      ]),
  );
}

function minutesLeft(before: Booking, onward: Booking): number {
  return Math.floor(minutesBetween(asKnown(before).arrivesAt.at, asKnown(onward).departsAt.at));
}

function ofArrival(booking: Booking): readonly Evidence[] {
  const { flight, arrivedAt, estimatedArrivalAt } = booking;
  const known = asKnown(booking).arrivesAt.at;
  const how = arrivedAt !== null ? 'landed' : estimatedArrivalAt !== null ? 'is estimated to land' : undefined;
  return [
    { says: `${flight.designator} lands by its timetable`, at: flight.arrivesAt.at },
    ...(how === undefined ? [] : [{ says: `${flight.designator} ${how}`, at: known }]),
  ];
}

function ofDeparture(booking: Booking): readonly Evidence[] {
  const { flight, departedAt, estimatedDepartureAt } = booking;
  const known = asKnown(booking).departsAt.at;
  const how = departedAt !== null ? 'left' : estimatedDepartureAt !== null ? 'is estimated to leave' : undefined;
  return [
    { says: `${flight.designator} leaves by its timetable`, at: flight.departsAt.at },
    ...(how === undefined ? [] : [{ says: `${flight.designator} ${how}`, at: known }]),
  ];
}
