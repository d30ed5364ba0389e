import { earliest, latest, minutesBetween, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Call, Deadline, Obligation } from '../obligation.js';
import type { Booking, FlightBookingAgendaFacts, FlightBookingState, FlightPlan } from './flight-booking.js';
import { asKnown, bookingsOf, isAlive } from './flight-booking.lookup.js';
import { outcomes, rebook, record, seatsOf } from './flight-booking.offers.js';
import { askOf } from './flight-booking.seats.js';

/** Following the flights of the confirmed plan: departures and landings to ask about, and those that nobody reported. */
export function watchObligations(state: FlightBookingState, facts: FlightBookingAgendaFacts): readonly Obligation[] {
  const plan = state.plans.find((each) => each.status === 'confirmed');
  if (plan === undefined) return [];
  return bookingsOf(state, plan)
    .filter((booking) => isAlive(booking) && booking.arrivedAt === null)
    .flatMap((booking) =>
      booking.departedAt === null
        ? departing({ state, plan, booking }, facts)
        : landing({ state, plan, booking }, facts),
    );
}

interface Watched {
  readonly state: FlightBookingState;
  readonly plan: FlightPlan;
  readonly booking: Booking;
}

function departing(watched: Watched, facts: FlightBookingAgendaFacts): readonly Obligation[] {
  const { booking } = watched;
  const departsAt = asKnown(booking).departsAt.at;
  const asked = booking.status === 'ticketed' ? [watching(booking, 'departure', departsAt)] : [];
  const overdue = departureOverdue(watched, plusMinutes(departsAt, facts.reportGraceMinutes));
  return [...asked, overdue, ...connecting(watched, facts)];
}

function landing(watched: Watched, facts: FlightBookingAgendaFacts): readonly Obligation[] {
  const { booking } = watched;
  const arrivesAt = asKnown(booking).arrivesAt.at;
  return [
    watching(booking, 'arrival', arrivesAt),
    arrivalOverdue(booking, plusMinutes(arrivesAt, facts.reportGraceMinutes)),
    ...connecting(watched, facts),
  ];
}

function happensAt({ city, zone }: Booking['flight']['from']): Pick<Deadline, 'happensIn'> {
  return { happensIn: { city, zone } };
}

function watching(booking: Booking, what: 'departure' | 'arrival', dueAt: Instant): Call {
  return {
    does: 'call',
    stage: 'flight-booking',
    owner: 'desk',
    key: `watch-${what}/${booking.id}`,
    kind: `watch-${what}`,
    dueAt,
    what: `Ask whether ${seatsOf(booking)}, has ${what === 'departure' ? 'departed' : 'landed'}`,
    ...happensAt(what === 'departure' ? booking.flight.from : booking.flight.to),
    request: askOf(booking),
    byHand:
      what === 'departure'
        ? outcomes(booking, 'RecordDeparture', 'RecordFlightEstimate', 'RecordFlightCancelled')
        : outcomes(booking, 'RecordArrival', 'RecordFlightEstimate'),
  };
}

const ring = { does: 'ring', stage: 'flight-booking', owner: 'courier' } as const;

function departureOverdue({ state, plan, booking }: Watched, dueAt: Instant): Deadline {
  const { designator } = booking.flight;
  return {
    ...ring,
    key: `departure-overdue/${booking.id}`,
    kind: 'departure-overdue',
    dueAt,
    what: `Report the departure of ${designator}`,
    ...happensAt(booking.flight.from),
    severity: 'warning',
    overdue: {
      wrong: `${designator} is not known to have departed.`,
      follows: 'If it is late or cancelled, the connection and the limit may be lost.',
    },
    offers: [
      record('RecordDeparture', booking),
      record('RecordFlightEstimate', booking),
      record('RecordFlightCancelled', booking),
      ...rebook(state, plan, booking.leg, `${designator} did not depart`),
    ],
  };
}

function arrivalOverdue(booking: Booking, dueAt: Instant): Deadline {
  const { designator } = booking.flight;
  return {
    ...ring,
    key: `arrival-overdue/${booking.id}`,
    kind: 'arrival-overdue',
    dueAt,
    what: `Report the landing of ${designator}`,
    ...happensAt(booking.flight.to),
    severity: 'critical',
    overdue: {
      wrong: `${designator} is not known to have landed.`,
      follows: 'Nobody knows where the cells are; the clock of every bag runs on.',
    },
    offers: [record('RecordArrival', booking), record('RecordFlightEstimate', booking)],
  };
}

/**
 * The last moment at which a flight can land for the connection to be made. Asked as long as nobody knows that it has landed: a delay that is known is a connection too
 * short at once, and needs no bell. Never before the landing itself is overdue, so that one silence does not ring twice at once.
 */
function connecting({ state, plan, booking }: Watched, facts: FlightBookingAgendaFacts): readonly Deadline[] {
  const onward = bookingsOf(state, plan)[booking.leg + 1];
  if (onward === undefined || !isAlive(onward) || onward.departedAt !== null) return [];
  const [landsAt, leavesAt] = [asKnown(booking).arrivesAt.at, asKnown(onward).departsAt.at];
  if (minutesBetween(landsAt, leavesAt) < facts.minimumConnectionMinutes) return [];
  const usual = plusMinutes(leavesAt, -facts.minimumConnectionMinutes);
  const soonest = plusMinutes(landsAt, facts.reportGraceMinutes + 1);
  return [
    connectionDue({ state, plan, booking }, onward, earliest([leavesAt, latest([usual, soonest]) ?? usual]) ?? usual),
  ];
}

function connectionDue({ state, plan, booking }: Watched, onward: Booking, dueAt: Instant): Deadline {
  const [first, second] = [booking.flight.designator, onward.flight.designator];
  const wrong = `${first} is not known to have landed, and ${second} is hardly to be caught any more.`;
  return {
    ...ring,
    key: `connection/${booking.id}-${onward.id}`,
    kind: 'connection',
    dueAt,
    what: `Have ${first} landed in time for ${second}`,
    ...happensAt(booking.flight.to),
    severity: 'critical',
    overdue: { wrong, follows: 'Without another flight the box stands at the airport, and its clock runs on.' },
    offers: [
      record('RecordArrival', booking),
      record('RecordFlightEstimate', booking),
      ...rebook(state, plan, onward.leg, wrong),
    ],
  };
}
