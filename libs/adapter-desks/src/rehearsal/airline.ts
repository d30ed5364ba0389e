import { plusMinutes, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import type { CallKind } from '@cellrelay/shipment';
import { inClockOf, momentOf, reasonOf, textOf, type RehearsalRequest, type Says } from './request.js';
import { referenceFor } from './script.js';

/** The seats are held until a day before departure, and can be given up without charge until six hours before it. */
const lapsesBeforeMinutes = 24 * 60;
const giveUpBeforeMinutes = 6 * 60;

export const airlineKinds: readonly CallKind[] = [
  'hold-seats',
  'ticket-seats',
  'give-up-seats',
  'watch-departure',
  'watch-arrival',
];

const held: Says = (request) => {
  const booking = textOf(request, 'booking');
  if (request.line.says === 'no') {
    return { name: 'RecordSeatsRefused', data: { booking, refusedAt: asked(request), reason: reasonOf(request) } };
  }
  const departs = momentOf(request, 'departsAt');
  const soonest = plusMinutes(request.dueAt, 60);
  return {
    name: 'RecordSeatsHeld',
    data: {
      booking,
      heldAt: asked(request),
      holdLapsesAt: inClockOf(request, 'from', notBefore(plusMinutes(departs, -lapsesBeforeMinutes), soonest)),
      giveUpBy: inClockOf(request, 'from', notBefore(plusMinutes(departs, -giveUpBeforeMinutes), soonest)),
      record: referenceFor(request.script, request.key),
    },
  };
};

const ticketed: Says = (request) => ({
  name: 'RecordSeatsTicketed',
  data: {
    booking: textOf(request, 'booking'),
    ticketedAt: asked(request),
    record: referenceFor(request.script, request.key.replace('ticket-seats', 'hold-seats')),
  },
});

const givenUp: Says = (request) => ({
  name: 'RecordSeatsGivenUp',
  data: { booking: textOf(request, 'booking'), givenUpAt: asked(request) },
});

/** On time, unless the script has it cancelled or late. A late flight is first estimated anew; asked again at that time, it has left. */
const departure: Says = (request) => {
  const booking = textOf(request, 'booking');
  if (request.line.says === 'no') {
    return { name: 'RecordFlightCancelled', data: { booking, cancelledAt: asked(request), reason: reasonOf(request) } };
  }
  const scheduled = momentOf(request, 'departsAt');
  const leaves = plusMinutes(scheduled, lateBy(request));
  if (leaves > request.dueAt) {
    const lands = plusMinutes(momentOf(request, 'arrivesAt'), lateBy(request));
    return {
      name: 'RecordFlightEstimate',
      data: {
        booking,
        statedAt: asked(request),
        departsAt: inClockOf(request, 'from', leaves),
        arrivesAt: inClockOf(request, 'to', lands),
      },
    };
  }
  return { name: 'RecordDeparture', data: { booking, departedAt: inClockOf(request, 'from', leaves) } };
};

const arrival: Says = (request) => ({
  name: 'RecordArrival',
  data: { booking: textOf(request, 'booking'), arrivedAt: inClockOf(request, 'to', request.dueAt) },
});

function lateBy({ line }: RehearsalRequest): number {
  return line.says === 'late' ? (line.minutes ?? 0) : 0;
}

function asked(request: RehearsalRequest): ZonedInstant {
  return inClockOf(request, 'from', request.dueAt);
}

function notBefore(wanted: Instant, soonest: Instant): Instant {
  return wanted < soonest ? soonest : wanted;
}

export const airlineAnswers: Readonly<Partial<Record<CallKind, Says>>> = {
  'hold-seats': held,
  'ticket-seats': ticketed,
  'give-up-seats': givenUp,
  'watch-departure': departure,
  'watch-arrival': arrival,
};
