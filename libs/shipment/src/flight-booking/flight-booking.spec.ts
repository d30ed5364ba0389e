import { openToPersons } from '../deciding.js';
import { isAllowed, tableFaults } from '../transitions.js';
import { decideFlightBooking } from './flight-booking.decide.js';
import {
  after,
  arrived,
  at,
  booking,
  bookingStates,
  cancelled,
  confirm,
  departed,
  estimated,
  facts,
  given,
  givenUp,
  held,
  lapsed,
  now,
  propose,
  rebook,
  refused,
  standDown,
  ticketed,
} from './flight-booking.examples.js';
import type { BookingStatus, FlightBookingCommand, FlightBookingState } from './flight-booking.js';
import { bookingTable } from './flight-booking.transitions.js';

const outcomes = [
  held(),
  refused(),
  ticketed(),
  givenUp(),
  lapsed(),
  cancelled(),
  estimated('1.0/1', '23T11:30', '24T00:30'),
  departed(),
];

describe('the table of the seat bookings', () => {
  it('is closed and reachable', () => expect(tableFaults(bookingTable)).toEqual([]));

  const pairs = Object.entries(bookingStates).flatMap(([status, state]) =>
    outcomes.map((command) => ({ status: status as BookingStatus, state, command })),
  );
  it.each(pairs)('$status takes $command.name or refuses it as the table says', ({ status, state, command }) => {
    expect(booking(state).status).toBe(status);
    if (isAllowed(bookingTable, command.name, status)) {
      expect(reachedBy(command, status)).toContain(booking(after(state, [command])).status);
    } else {
      const error = { code: 'not-allowed-now', allowed: openToPersons(bookingTable, status) };
      expect(decideFlightBooking(command, state, facts)).toMatchObject({ ok: false, error });
    }
  });

  it.each(['held', 'ticketed', 'to-give-up', 'given-up'] as const)(
    '%s lands, once departed, as the table says',
    (status) => {
      const landed = after(bookingStates[status], [departed(), arrived()]);
      expect(reachedBy(arrived(), status)).toContain(booking(landed).status);
      expect(booking(landed)).toMatchObject({ departedAt: at('23T10:40'), arrivedAt: at('23T23:20') });
    },
  );

  it.each(['wanted', 'held', 'ticketed', 'refused', 'lapsed', 'cancelled'] as const)(
    'a leg that was %s is rebooked, and its seats go as the table says',
    (status) => {
      if (booking(bookingStates[status]).status !== status) throw new Error('the wrong state');
      const moved = after(bookingStates[status], [rebook(0)]);
      expect(reachedBy(rebook(0), status)).toContain(booking(moved).status);
      expect(booking(moved, '1.0/2')).toMatchObject({ status: 'wanted', flight: { designator: 'CA981' } });
    },
  );

  it.each(['wanted', 'held', 'ticketed'] as const)('standing the plan down leaves %s as the table says', (status) => {
    expect(reachedBy(standDown(), status)).toContain(booking(after(bookingStates[status], [standDown()])).status);
  });
});

function reachedBy(command: FlightBookingCommand, status: BookingStatus): readonly BookingStatus[] {
  return bookingTable.moves
    .filter((move) => move.command === command.name && move.from.includes(status))
    .flatMap((move) => move.to);
}

describe('what the airline said', () => {
  it('keeps the terms of a hold', () => {
    expect(booking(bookingStates.held)).toMatchObject({
      heldAt: at('10T09:00').at,
      holdLapsesAt: at('20T09:00').at,
      giveUpBy: at('22T09:00').at,
      record: 'REC001',
    });
  });

  it('is ticketed still when the hold is reported after the ticket', () => {
    expect(booking(given(propose(), ticketed(), held()))).toMatchObject({
      status: 'ticketed',
      giveUpBy: at('22T09:00').at,
    });
  });

  it('holds seats after all on a flight that was refused, as long as the leg is on it', () => {
    expect(booking(after(bookingStates.refused, [held()]))).toMatchObject({ status: 'held', reason: null });
  });
});

describe('seats that turn up too late', () => {
  const late: [string, FlightBookingCommand][] = [
    ['held', held()],
    ['ticketed', ticketed()],
  ];

  it.each(late)('are given up when %s after the plan was stood down', (_, outcome) => {
    const state = after(given(propose(), standDown()), [outcome]);
    expect(booking(given(propose(), standDown())).status).toBe('given-up');
    expect(booking(state)).toMatchObject({ status: 'to-give-up', toGiveUpSince: now, record: 'REC001' });
  });

  it.each(late)('are given up again when %s after having been given up', (_, outcome) => {
    expect(booking(after(bookingStates['given-up'], [outcome])).status).toBe('to-give-up');
  });

  it.each(late)('are given up when %s on a refused flight that the leg has left', (_, outcome) => {
    expect(booking(after(bookingStates.refused, [rebook(0), outcome]))).toMatchObject({
      status: 'to-give-up',
      toGiveUpSince: now,
    });
  });

  it('keep the moment since when they are to be given up', () => {
    const state = after(bookingStates['to-give-up'], [ticketed()], at('27T00:00').at);
    expect(booking(state).toGiveUpSince).toBe(now);
  });

  it.each(['wanted', 'ticketed', 'to-give-up', 'given-up', 'lapsed'] as const)(
    'have no hold to lapse when %s',
    (status) => {
      expect(decideFlightBooking(lapsed(), bookingStates[status], facts)).toMatchObject({
        ok: false,
        error: { code: 'not-allowed-now' },
      });
    },
  );

  it('need not be given up once the airline cancelled the flight', () => {
    expect(booking(after(bookingStates['to-give-up'], [cancelled()])).status).toBe('cancelled');
  });
});

describe('an outcome is refused', () => {
  const flying = given(propose(), confirm(), held(), ticketed(), departed());
  const changed: FlightBookingCommand = {
    name: 'RecordDeparture',
    data: { booking: '1.0/1', departedAt: at('23T10:50') },
  };
  const lateHold = held('1.0/1', { holdLapsesAt: at('10T08:59') });
  const refusals: [string, FlightBookingCommand, FlightBookingState, object][] = [
    [
      'for an unknown booking',
      held('9.9/9'),
      bookingStates.wanted,
      { code: 'no-such-booking', at: '/booking', allowed: ['1.0/1', '1.1/1'] },
    ],
    [
      'before it happened',
      departed('1.0/1', '26T12:03'),
      bookingStates.ticketed,
      { code: 'in-the-future', at: '/departedAt' },
    ],
    ['without a reason', refused('1.0/1', ' '), bookingStates.wanted, { code: 'text-missing', at: '/reason' }],
    ['without a record', ticketed('1.0/1', ''), bookingStates.held, { code: 'text-missing', at: '/record' }],
    [
      'when a hold lapses before it begins',
      lateHold,
      bookingStates.wanted,
      { code: 'hold-lapses-before-it-begins', at: '/holdLapsesAt' },
    ],
    [
      'when a flight would land before it departs',
      estimated('1.0/1', '23T12:00', '23T11:00'),
      bookingStates.held,
      { code: 'lands-before-it-departs', at: '/arrivesAt' },
    ],
    [
      'when the departure is on record already',
      changed,
      flying,
      { code: 'already-departed', allowed: ['RecordArrival'] },
    ],
    ['when a flight in the air is cancelled', cancelled(), flying, { code: 'already-departed' }],
    [
      'when it lands without having departed',
      arrived(),
      bookingStates.ticketed,
      { code: 'not-departed', allowed: ['RecordDeparture'] },
    ],
    [
      'when it lands before it departed',
      arrived('1.0/1', '23T10:40'),
      flying,
      { code: 'arrival-before-departure', at: '/arrivedAt' },
    ],
  ];
  it.each(refusals)('%s', (_, command, state, error) => {
    expect(decideFlightBooking(command, state, facts)).toMatchObject({ ok: false, error });
  });

  it('when the next leg would have departed before the last one landed', () => {
    const second = [held('1.1/1'), ticketed('1.1/1')];
    const landed = after(flying, [...second, arrived()]);
    expect(decideFlightBooking(departed('1.1/1', '23T23:19'), landed, facts)).toMatchObject({
      ok: false,
      error: { code: 'departs-before-last-landing', at: '/departedAt' },
    });
    const onward = after(flying, [...second, departed('1.1/1', '24T02:40')]);
    expect(decideFlightBooking(arrived('1.0/1', '24T02:41'), onward, facts)).toMatchObject({
      ok: false,
      error: { code: 'lands-after-next-departure', at: '/arrivedAt' },
    });
  });

  it('never for a landing that is reported after the next departure', () => {
    const onward = after(flying, [held('1.1/1'), ticketed('1.1/1'), departed('1.1/1', '24T02:40'), arrived()]);
    expect(booking(onward).status).toBe('flown');
  });
});
