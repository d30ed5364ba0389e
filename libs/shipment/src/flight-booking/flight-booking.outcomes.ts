import { inZone, type ZonedInstant } from '@cellrelay/kernel';
import { inTheFuture, notAllowedNow, notWorded, outOfOrder } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type { BookingEvent } from './flight-booking.bookings.js';
import type { Booking, FlightBookingCommand, FlightBookingFacts, FlightBookingState } from './flight-booking.js';
import { bookingsOf, bookingWithId, planNumbered } from './flight-booking.lookup.js';
import { bookingTable } from './flight-booking.transitions.js';

/** A command that says what happened to the seats on one flight, or to the flight. */
export type Outcome = Extract<FlightBookingCommand, { readonly data: { readonly booking: string } }>;

/** The fact that an outcome states, and the field that says when. */
interface Reading {
  readonly event: BookingEvent;
  readonly at: string;
}

function envelope(occurredAt: ZonedInstant): {
  readonly v: 1;
  readonly stage: 'flight-booking';
  readonly occurredAt: ZonedInstant;
} {
  return { v: 1, stage: 'flight-booking', occurredAt };
}

/** What an outcome comes to as a fact. */
export function outcomeReading(command: Outcome): Reading {
  const { booking } = command.data;
  switch (command.name) {
    case 'RecordFlightCancelled': {
      const { cancelledAt, reason } = command.data;
      return {
        event: { type: 'FlightCancelled', ...envelope(cancelledAt), data: { booking, reason } },
        at: '/cancelledAt',
      };
    }
    case 'RecordFlightEstimate': {
      const { statedAt, departsAt, arrivesAt } = command.data;
      return {
        event: { type: 'FlightEstimated', ...envelope(statedAt), data: { booking, departsAt, arrivesAt } },
        at: '/statedAt',
      };
    }
    case 'RecordNotLoaded': {
      const { notLoadedAt, reason } = command.data;
      return {
        event: { type: 'UnitNotLoaded', ...envelope(notLoadedAt), data: { booking, reason } },
        at: '/notLoadedAt',
      };
    }
    case 'RecordDeparture':
      return {
        event: { type: 'FlightDeparted', ...envelope(command.data.departedAt), data: { booking } },
        at: '/departedAt',
      };
    case 'RecordArrival':
      return {
        event: { type: 'FlightArrived', ...envelope(command.data.arrivedAt), data: { booking } },
        at: '/arrivedAt',
      };
    default:
      return seatsReading(command);
  }
}

type SeatsOutcome = Exclude<
  Outcome,
  { name: 'RecordFlightCancelled' | 'RecordFlightEstimate' | 'RecordDeparture' | 'RecordArrival' | 'RecordNotLoaded' }
>;

function seatsReading(command: SeatsOutcome): Reading {
  const { booking } = command.data;
  switch (command.name) {
    case 'RecordSeatsHeld': {
      const { heldAt, holdLapsesAt, giveUpBy, record } = command.data;
      return {
        event: { type: 'SeatsHeld', ...envelope(heldAt), data: { booking, holdLapsesAt, giveUpBy, record } },
        at: '/heldAt',
      };
    }
    case 'RecordSeatsRefused': {
      const { refusedAt, reason } = command.data;
      return { event: { type: 'SeatsRefused', ...envelope(refusedAt), data: { booking, reason } }, at: '/refusedAt' };
    }
    case 'RecordSeatsTicketed': {
      const { ticketedAt, record } = command.data;
      return {
        event: { type: 'SeatsTicketed', ...envelope(ticketedAt), data: { booking, record } },
        at: '/ticketedAt',
      };
    }
    case 'RecordSeatsGivenUp':
      return {
        event: { type: 'SeatsGivenUp', ...envelope(command.data.givenUpAt), data: { booking } },
        at: '/givenUpAt',
      };
    case 'RecordHoldLapsed':
      return { event: { type: 'HoldLapsed', ...envelope(command.data.lapsedAt), data: { booking } }, at: '/lapsedAt' };
  }
}

/** What stands in the way of taking an outcome in: no such booking, out of turn, not happened yet, or at odds with the record. */
export function outcomeProblem(
  { command, event, at }: Reading & { readonly command: Outcome },
  state: FlightBookingState,
  facts: FlightBookingFacts,
): Refusal | undefined {
  const booking = bookingWithId(state, command.data.booking);
  if (booking === undefined) return noSuchBooking(command.data.booking, state);
  return (
    notAllowedNow(bookingTable, {
      command: command.name,
      state: booking.status,
      what: `The booking on ${booking.flight.designator}`,
    }) ??
    inTheFuture(event.occurredAt, facts.now, at) ??
    unworded(command) ??
    contradiction(command, booking) ??
    (command.name === 'RecordNotLoaded' ? notCarried(booking, state, facts) : undefined) ??
    outOfOrder(facts, lateOrEarly(command, booking, state))
  );
}

function noSuchBooking(id: string, state: FlightBookingState): Refusal {
  const allowed = state.bookings.map((each) => each.id);
  return { code: 'no-such-booking', sentence: `There is no booking ${id}.`, at: '/booking', allowed };
}

function unworded(command: Outcome): Refusal | undefined {
  if (
    command.name === 'RecordSeatsRefused' ||
    command.name === 'RecordFlightCancelled' ||
    command.name === 'RecordNotLoaded'
  )
    return notWorded(command.data.reason, 'The reason', '/reason');
  if (command.name === 'RecordSeatsHeld' || command.name === 'RecordSeatsTicketed')
    return notWorded(command.data.record, 'The booking record', '/record', 100);
  return undefined;
}

/** What cannot be true together with the record, or with itself. */
function contradiction(command: Outcome, booking: Booking): Refusal | undefined {
  switch (command.name) {
    case 'RecordSeatsHeld':
      return notAfter(command.data.holdLapsesAt, command.data.heldAt, {
        code: 'hold-lapses-before-it-begins',
        says: 'the hold began',
        at: '/holdLapsesAt',
      });
    case 'RecordFlightEstimate':
      return notAfter(command.data.arrivesAt, booking.departedAt ?? command.data.departsAt, {
        code: 'lands-before-it-departs',
        says: 'it departs',
        at: '/arrivesAt',
      });
    case 'RecordFlightCancelled':
      return booking.departedAt === null ? undefined : departedAlready(booking);
    case 'RecordDeparture':
      return booking.departedAt === null ? undefined : departedAlready(booking);
    case 'RecordArrival':
      return booking.departedAt === null ? notDeparted(booking) : undefined;
    default:
      return undefined;
  }
}

/** Only cargo that a carrier has can be left behind, and only by a flight that it was to go on. */
function notCarried(booking: Booking, state: FlightBookingState, facts: FlightBookingFacts): Refusal | undefined {
  if (facts.cargoOnPlan === null) {
    const sentence = 'No carrier has the unit as cargo: a courier does not leave it behind, and at the bank it waits.';
    return { code: 'not-with-a-carrier', sentence, allowed: ['RecordCargoAccepted'] };
  }
  if (planNumbered(state, facts.cargoOnPlan)?.current.includes(booking.id) === true) return undefined;
  const allowed = planNumbered(state, facts.cargoOnPlan)?.current ?? [];
  const sentence = `The unit was not to go on ${booking.flight.designator}.`;
  return { code: 'not-its-flight', sentence, at: '/booking', allowed };
}

/** What is out of order with the other times of the flight and of its neighbours. */
function lateOrEarly(command: Outcome, booking: Booking, state: FlightBookingState): Refusal | undefined {
  if (command.name === 'RecordDeparture') return departureProblem(command.data.departedAt, booking, state);
  return command.name === 'RecordArrival' ? arrivalProblem(command.data.arrivedAt, booking, state) : undefined;
}

function notDeparted({ flight }: Booking): Refusal {
  const sentence = `${flight.designator} is not known to have departed: record the departure first.`;
  return { code: 'not-departed', sentence, at: '/booking', allowed: ['RecordDeparture'] };
}

function departedAlready({ flight, departedAt }: Booking): Refusal {
  const when = departedAt === null ? '' : ` at ${inZone(departedAt.at, departedAt.zone)}`;
  return {
    code: 'already-departed',
    sentence: `${flight.designator} departed${when}; that is on record already.`,
    allowed: ['RecordArrival'],
  };
}

function departureProblem(departedAt: ZonedInstant, booking: Booking, state: FlightBookingState): Refusal | undefined {
  const landed = neighbour(state, booking, -1)?.arrivedAt ?? null;
  return landed === null || landed.at <= departedAt.at
    ? undefined
    : inTheWrongOrder(departedAt, landed, {
        code: 'departs-before-last-landing',
        says: 'the flight before landed',
        at: '/departedAt',
      });
}

function arrivalProblem(arrivedAt: ZonedInstant, booking: Booking, state: FlightBookingState): Refusal | undefined {
  const { departedAt } = booking;
  const onward = neighbour(state, booking, 1)?.departedAt ?? null;
  return (
    (departedAt === null
      ? undefined
      : notAfter(arrivedAt, departedAt, { code: 'arrival-before-departure', says: 'it departed', at: '/arrivedAt' })) ??
    (onward === null || onward.at >= arrivedAt.at
      ? undefined
      : inTheWrongOrder(arrivedAt, onward, {
          code: 'lands-after-next-departure',
          says: 'the next flight departed',
          at: '/arrivedAt',
        }))
  );
}

/** The booking on the leg before or after, while both are current. */
function neighbour(state: FlightBookingState, booking: Booking, step: -1 | 1): Booking | undefined {
  const plan = planNumbered(state, booking.plan);
  const index = plan?.current.indexOf(booking.id) ?? -1;
  return plan === undefined || index === -1 || index + step < 0 ? undefined : bookingsOf(state, plan)[index + step];
}

interface Order {
  readonly code: string;
  readonly says: string;
  readonly at: string;
}

function notAfter(later: ZonedInstant, earlier: ZonedInstant, order: Order): Refusal | undefined {
  return later.at > earlier.at ? undefined : inTheWrongOrder(later, earlier, order);
}

function inTheWrongOrder(stated: ZonedInstant, other: ZonedInstant, { code, says, at }: Order): Refusal {
  const sentence = `${inZone(stated.at, stated.zone)} cannot be: ${says} at ${inZone(other.at, stated.zone)}.`;
  return { code, sentence, at };
}
