import { earliest, latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Call, Deadline, Obligation } from '../obligation.js';
import type { Booking, FlightBookingAgendaFacts, FlightBookingState } from './flight-booking.js';
import { bookingsOf, isCurrent, isLive, planNumbered } from './flight-booking.lookup.js';
import { outcomes, rebook, record, seatsOf } from './flight-booking.offers.js';

/** Seats are given up so long before it costs: time for a desk that has to be tried again. */
export const giveUpMarginMinutes = 60;

const call = { does: 'call', stage: 'flight-booking', owner: 'desk' } as const;
const ring = { does: 'ring', stage: 'flight-booking', owner: 'coordinator' } as const;

/** What an airline desk is asked about: the booking and its flight; no person. */
export function askOf({ id, flight, record }: Booking): Call['request'] {
  return {
    booking: id,
    designator: flight.designator,
    from: flight.from.iata,
    to: flight.to.iata,
    departsAt: flight.departsAt.at,
    arrivesAt: flight.arrivesAt.at,
    record,
  };
}

/** What is owed for the seats of one booking: to hold, to ticket, to give up. */
export function seatObligations(
  state: FlightBookingState,
  booking: Booking,
  facts: FlightBookingAgendaFacts,
): readonly Obligation[] {
  if (booking.status === 'to-give-up') return givingUp(state, booking, facts);
  if (facts.delivered || !isCurrent(state, booking)) return [];
  if (booking.status === 'wanted') return [holding(booking)];
  return booking.status === 'held' ? [...ticketing(booking, facts), ...lapsing(state, booking, facts)] : [];
}

function holding(booking: Booking): Call {
  return {
    ...call,
    key: `hold-seats/${booking.id}`,
    kind: 'hold-seats',
    dueAt: booking.wantedAt,
    what: `Hold seats on ${seatsOf(booking)}`,
    request: askOf(booking),
    byHand: outcomes(booking, 'RecordSeatsHeld', 'RecordSeatsRefused', 'RecordSeatsTicketed'),
  };
}

/** Tickets cost money, so they wait until the donor is cleared. */
function ticketing(booking: Booking, { donorClearedAt }: FlightBookingAgendaFacts): readonly Call[] {
  if (donorClearedAt === null) return [];
  return [
    {
      ...call,
      key: `ticket-seats/${booking.id}`,
      kind: 'ticket-seats',
      dueAt: latest([donorClearedAt, booking.heldAt ?? booking.wantedAt]) ?? donorClearedAt,
      what: `Ticket the seats on ${seatsOf(booking)}`,
      request: askOf(booking),
      byHand: outcomes(booking, 'RecordSeatsTicketed', 'RecordHoldLapsed'),
    },
  ];
}

/** Two lines: by when to ticket while there is time to spare, and the end of the airline's time. */
function lapsing(state: FlightBookingState, booking: Booking, facts: FlightBookingAgendaFacts): readonly Deadline[] {
  const plan = planNumbered(state, booking.plan);
  if (booking.holdLapsesAt === null || plan === undefined) return [];
  const { designator } = booking.flight;
  const offers = [
    record('RecordSeatsTicketed', booking),
    ...rebook(state, plan, booking.leg, `The hold on ${designator} lapses`),
  ];
  return [
    {
      ...ring,
      key: `hold-lapses/${booking.id}`,
      kind: 'hold-lapses',
      dueAt: lapseDueAt(booking.holdLapsesAt, booking, facts),
      what: `Ticket ${designator} before the hold lapses`,
      severity: 'warning',
      overdue: {
        wrong: `The seats on ${designator} are held, but not ticketed.`,
        follows: 'The airline lets them go when the hold lapses.',
      },
      offers,
    },
    {
      ...ring,
      key: `ticketing-lapses/${booking.id}`,
      kind: 'ticketing-lapses',
      dueAt: booking.holdLapsesAt,
      what: `End of the time to ticket ${designator}`,
      severity: 'critical',
      overdue: {
        wrong: `The time to ticket ${designator} has run out, and the seats are not known to be ticketed.`,
        follows: 'The airline lets them go to whoever asks next.',
      },
      offers: [record('RecordHoldLapsed', booking), ...offers],
    },
  ];
}

/** So long before the lapse; with a hold that was made later than that, once there was time to ticket it, and never after the lapse. */
function lapseDueAt(lapsesAt: Instant, { heldAt, wantedAt }: Booking, facts: FlightBookingAgendaFacts): Instant {
  const usual = plusMinutes(lapsesAt, -facts.ticketBeforeLapseMinutes);
  const soonest = plusMinutes(heldAt ?? wantedAt, facts.reportGraceMinutes);
  return earliest([lapsesAt, latest([usual, soonest]) ?? usual]) ?? usual;
}

function givingUp(state: FlightBookingState, booking: Booking, facts: FlightBookingAgendaFacts): readonly Obligation[] {
  const since = booking.toGiveUpSince ?? booking.wantedAt;
  if (facts.giveUpSeats === 'at-give-up-time' || !state.plans.some(isLive))
    return [giveUpCall(booking, atGiveUpTime(booking, since))];
  const airborneAt = airborneSince(state);
  if (airborneAt !== null) return [giveUpCall(booking, latest([since, airborneAt]) ?? since)];
  return booking.giveUpBy === null ? [] : [giveUpTimePasses(booking, booking.giveUpBy)];
}

function atGiveUpTime({ giveUpBy }: Booking, since: Instant): Instant {
  return giveUpBy === null ? since : (latest([since, plusMinutes(giveUpBy, -giveUpMarginMinutes)]) ?? since);
}

/** When the box left the ground by the plan that is confirmed. */
function airborneSince(state: FlightBookingState): Instant | null {
  const plan = state.plans.find((each) => each.status === 'confirmed' || each.status === 'flown');
  return plan === undefined ? null : (bookingsOf(state, plan)[0]?.departedAt?.at ?? null);
}

function giveUpCall(booking: Booking, dueAt: Instant): Call {
  return {
    ...call,
    key: `give-up-seats/${booking.id}`,
    kind: 'give-up-seats',
    dueAt,
    what: `Give up the seats on ${seatsOf(booking)}`,
    request: askOf(booking),
    byHand: outcomes(booking, 'RecordSeatsGivenUp'),
  };
}

/** A site that waits until the courier is airborne is told when waiting begins to cost. */
function giveUpTimePasses(booking: Booking, dueAt: Instant): Deadline {
  const { designator } = booking.flight;
  return {
    ...ring,
    key: `give-up-time-passes/${booking.id}`,
    kind: 'give-up-time-passes',
    dueAt,
    what: `Give up the seats on ${designator}, or keep them until the courier is airborne`,
    severity: 'notice',
    overdue: {
      wrong: `The seats on ${designator} can no longer be given up free of charge.`,
      follows: 'They are kept until the courier is airborne, as this site chose.',
    },
    offers: [record('RecordSeatsGivenUp', booking)],
  };
}
