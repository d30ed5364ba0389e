import type { Zone } from '@cellrelay/kernel';
import { allowedIn } from '../transitions.js';
import { flightBookingCauses, flightBookingObligations } from './flight-booking.agenda.js';
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
  given,
  givenUp,
  held,
  legs,
  now,
  propose,
  rebook,
  refused,
  standDown,
  ticketed,
} from './flight-booking.examples.js';
import type { FlightBookingAgendaFacts, FlightBookingState } from './flight-booking.js';
import { bookingTable } from './flight-booking.transitions.js';

const facts: FlightBookingAgendaFacts = {
  banked: false,
  openedAt: at('01T09:00').at,
  collectionStartsAt: { 1: at('23T00:00').at, 2: at('24T00:00').at },
  planDueDaysBefore: 7,
  donorClearedAt: at('09T09:00').at,
  ticketBeforeLapseMinutes: 720,
  reportGraceMinutes: 45,
  minimumConnectionMinutes: 120,
  giveUpSeats: 'at-give-up-time',
  centreZones: { collection: 'UTC' as Zone, transplant: 'UTC' as Zone },
  delivered: false,
};
const owed = (state: FlightBookingState, change: Partial<FlightBookingAgendaFacts> = {}): Record<string, string> =>
  Object.fromEntries(
    flightBookingObligations(state, { ...facts, collectionStartsAt: {}, ...change }).map((each) => [
      each.key,
      each.dueAt,
    ]),
  );
const about = (id: string, agenda: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(agenda).filter(([key]) => key.endsWith(`/${id}`)));

describe('once the box is delivered', () => {
  it('asks after no flight any more, and only seats are left to give up', () => {
    const arrivedUnseen = given(propose(), confirm(), held(), ticketed(), cancelled('1.1/1'));
    expect(owed(arrivedUnseen, { delivered: true })).toEqual({});
    expect(flightBookingCauses(arrivedUnseen, { ...facts, delivered: true })).toEqual([]);
    expect(owed(arrivedUnseen)).not.toEqual({});
    expect(flightBookingCauses(arrivedUnseen, facts)).not.toEqual([]);
  });
});

describe('plans that are owed', () => {
  it('are owed for each collection day, a week before it', () => {
    expect(owed(given(), { collectionStartsAt: facts.collectionStartsAt })).toEqual({
      'plan-due/1': at('16T00:00').at,
      'plan-due/2': at('17T00:00').at,
    });
  });

  it('are for the unit where a banked one is ordered: it has no collection days', () => {
    const [due] = flightBookingObligations(given(), {
      ...facts,
      banked: true,
      collectionStartsAt: { 1: at('23T00:00').at },
    });
    expect(due).toMatchObject({
      what: 'Propose flights for the unit',
      overdue: { wrong: 'There are no flights for the unit.' },
      offers: [{ label: 'Propose flights for the unit', prefill: { plan: 1 } }],
    });
  });

  it('are not owed before the shipment was opened, nor once proposed, nor for a day stood down', () => {
    const opened = { openedAt: at('22T10:00').at, collectionStartsAt: { 1: at('23T00:00').at } };
    expect(owed(given(), opened)).toEqual({ 'plan-due/1': at('22T10:45').at });
    expect(Object.keys(owed(given(propose()), { collectionStartsAt: facts.collectionStartsAt }))).not.toContain(
      'plan-due/1',
    );
    expect(owed(given(), { collectionStartsAt: {} })).toEqual({});
  });
});

describe('seats that are owed', () => {
  it('are asked for at once', () => {
    expect(owed(bookingStates.wanted)).toEqual({ 'hold-seats/1.0/1': now, 'hold-seats/1.1/1': now });
  });

  it('are ticketed at once when the donor was cleared before they were held, else when the donor is cleared', () => {
    expect(owed(bookingStates.held)).toMatchObject({ 'ticket-seats/1.0/1': at('10T09:00').at });
    expect(owed(bookingStates.held, { donorClearedAt: at('15T08:00').at })).toMatchObject({
      'ticket-seats/1.0/1': at('15T08:00').at,
    });
  });

  it('are not ticketed while the donor is not cleared; the hold rings before it lapses, and when it does', () => {
    expect(about('1.0/1', owed(bookingStates.held, { donorClearedAt: null }))).toEqual({
      'hold-lapses/1.0/1': at('19T21:00').at,
      'ticketing-lapses/1.0/1': at('20T09:00').at,
    });
  });

  it.each(['ticketed', 'refused', 'lapsed', 'cancelled', 'given-up'] as const)('are not owed when %s', (status) => {
    expect(about('1.0/1', owed(bookingStates[status]))).toEqual({});
  });

  it('are not owed for a flight that the leg has left', () => {
    expect(about('1.0/1', owed(after(bookingStates.wanted, [rebook(0)])))).toEqual({});
    expect(about('1.0/2', owed(after(bookingStates.wanted, [rebook(0)])))).toEqual({ 'hold-seats/1.0/2': now });
  });

  it('are asked for with the flight and no person', () => {
    const [call] = flightBookingObligations(bookingStates.wanted, { ...facts, collectionStartsAt: {} });
    expect(call).toMatchObject({
      does: 'call',
      request: {
        booking: '1.0/1',
        designator: 'UA850',
        from: 'PEK',
        to: 'ORD',
        departsAt: at('23T10:30').at,
        record: null,
      },
      what: 'Hold seats on UA850, plan 1',
      byHand: ['RecordSeatsHeld', 'RecordSeatsRefused', 'RecordSeatsTicketed'].map((command) => ({
        command,
        prefill: { booking: '1.0/1' },
      })),
    });
  });

  it('are offered by hand as a command that is taken then', () => {
    for (const state of [bookingStates.wanted, bookingStates.held, bookingStates['to-give-up']]) {
      const call = flightBookingObligations(state, facts).find(
        (each) => each.does === 'call' && each.key.endsWith('/1.0/1'),
      );
      if (call?.does !== 'call') throw new Error('a call was expected');
      expect(call.byHand.length).toBeGreaterThan(0);
      expect(allowedIn(bookingTable, booking(state).status)).toEqual(
        expect.arrayContaining(call.byHand.map((offer) => offer.command)),
      );
    }
  });
});

describe('seats that are given up', () => {
  const stoodDownAt = at('21T08:00').at;
  const two = given(propose(1), propose(2), held('1.0/1'), ticketed('1.0/1'), held('2.0/1'), confirm(1));
  const waiting = after(two, [standDown(2)], stoodDownAt);
  const airborne = after(waiting, [departed()]);

  it('are given up an hour before it costs', () => {
    expect(about('2.0/1', owed(waiting))).toEqual({ 'give-up-seats/2.0/1': at('22T08:00').at });
  });

  it('are given up at once when that hour has passed', () => {
    const late = after(two, [standDown(2)], at('22T08:30').at);
    expect(about('2.0/1', owed(late))).toEqual({ 'give-up-seats/2.0/1': at('22T08:30').at });
  });

  it('are given up at once when no free time is known', () => {
    const unheld = after(given(propose(2)), [standDown(2), ticketed('2.0/1')], stoodDownAt);
    expect(about('2.0/1', owed(unheld))).toEqual({ 'give-up-seats/2.0/1': stoodDownAt });
  });

  it('are kept until the courier is airborne where the site says so, and the passing of the free time is told', () => {
    const site = { giveUpSeats: 'when-airborne' } as const;
    expect(about('2.0/1', owed(waiting, site))).toEqual({ 'give-up-time-passes/2.0/1': at('22T09:00').at });
    expect(about('2.0/1', owed(airborne, site))).toEqual({ 'give-up-seats/2.0/1': at('23T10:40').at });
  });

  it('are given up at their time when nothing flies at all, whatever the site says', () => {
    const stopped = after(two, [standDown(1), standDown(2)], stoodDownAt);
    expect(about('2.0/1', owed(stopped, { giveUpSeats: 'when-airborne' }))).toEqual({
      'give-up-seats/2.0/1': at('22T08:00').at,
    });
  });

  it('are owed no more once given up', () => {
    expect(about('2.0/1', owed(after(waiting, [givenUp('2.0/1')])))).toEqual({});
  });
});

describe('what a person may enter of a call', () => {
  const flying = given(propose(), confirm(), held(), ticketed());
  const calls: [string, string, FlightBookingState, readonly string[]][] = [
    [
      'ticket-seats',
      'Ticket the seats on UA850, plan 1',
      bookingStates.held,
      ['RecordSeatsTicketed', 'RecordHoldLapsed'],
    ],
    ['give-up-seats', 'Give up the seats on UA850, plan 1', bookingStates['to-give-up'], ['RecordSeatsGivenUp']],
    [
      'watch-departure',
      'Ask whether UA850, plan 1, has departed',
      flying,
      ['RecordDeparture', 'RecordFlightEstimate', 'RecordFlightCancelled'],
    ],
    [
      'watch-arrival',
      'Ask whether UA850, plan 1, has landed',
      after(flying, [departed()]),
      ['RecordArrival', 'RecordFlightEstimate'],
    ],
  ];
  it.each(calls)('%s: every outcome, and which seats', (kind, what, state, commands) => {
    const [call] = flightBookingObligations(state, facts).filter((each) => each.kind === kind);
    expect(call).toMatchObject({ does: 'call', what, byHand: commands.map((command) => ({ command })) });
  });
});

describe('flights that are followed', () => {
  const confirmed = given(propose(), confirm(), held('1.0/1'), ticketed('1.0/1'), held('1.1/1'), ticketed('1.1/1'));

  it('are followed only in the plan that is confirmed', () => {
    expect(owed(given(propose(), held('1.0/1'), ticketed('1.0/1')))).not.toHaveProperty('watch-departure/1.0/1');
  });

  it('are asked about when they should have left, and ring when nobody says so', () => {
    expect(about('1.0/1', owed(confirmed))).toEqual({
      'watch-departure/1.0/1': at('23T10:30').at,
      'departure-overdue/1.0/1': at('23T11:15').at,
    });
  });

  it('move with the estimate', () => {
    const delayed = after(confirmed, [estimated('1.0/1', '23T12:30', '24T01:30')]);
    expect(owed(delayed)).toMatchObject({
      'watch-departure/1.0/1': at('23T12:30').at,
      'departure-overdue/1.0/1': at('23T13:15').at,
    });
  });

  it('are asked about again for the landing, once they have left', () => {
    expect(about('1.0/1', owed(after(confirmed, [departed()])))).toEqual({
      'watch-arrival/1.0/1': at('23T23:30').at,
      'arrival-overdue/1.0/1': at('24T00:15').at,
    });
    expect(about('1.0/1', owed(after(confirmed, [departed(), arrived()])))).toEqual({});
  });

  it('ring for a departure although no ticket was ever reported, but no desk is asked', () => {
    const unticketed = given(propose(), confirm(), held('1.0/1'));
    expect(owed(unticketed)).toMatchObject({ 'departure-overdue/1.0/1': at('23T11:15').at });
    expect(owed(unticketed)).not.toHaveProperty('watch-departure/1.0/1');
  });

  it('are followed no more once flown', () => {
    const flown = after(confirmed, [
      departed(),
      arrived(),
      departed('1.1/1', '24T02:40'),
      arrived('1.1/1', '24T05:10'),
    ]);
    expect(owed(flown)).toEqual({});
  });
});

describe('a connection', () => {
  const confirmed = given(propose(), confirm(), held('1.0/1'), ticketed('1.0/1'), held('1.1/1'), ticketed('1.1/1'));
  const key = 'connection/1.0/1-1.1/1';

  it('has a last moment: the shortest connection before the next flight leaves', () => {
    expect(owed(confirmed)).toHaveProperty([key], at('24T00:30').at);
    expect(owed(after(confirmed, [departed()]))).toHaveProperty([key], at('24T00:30').at);
  });

  it('is never asked about before the landing itself is overdue', () => {
    expect(owed(confirmed, { minimumConnectionMinutes: 180 })).toHaveProperty([key], at('24T00:16').at);
  });

  it('is asked about no more once the flight has landed, or the next one left', () => {
    expect(owed(after(confirmed, [departed(), arrived()]))).not.toHaveProperty([key]);
    expect(owed(after(confirmed, [departed(), departed('1.1/1', '24T02:40')]))).not.toHaveProperty([key]);
  });

  it('that is known to be too short stands as a cause, and rings no second time', () => {
    const late = after(confirmed, [estimated('1.0/1', '23T12:30', '24T01:30')]);
    expect(owed(late)).not.toHaveProperty([key]);
    expect(flightBookingCauses(late, facts).map((cause) => cause.key)).toContain('connection-too-short/1.0/1-1.1/1');
  });

  it('can be mended by another flight', () => {
    const [due] = flightBookingObligations(confirmed, facts).filter((each) => each.key === key);
    expect(due).toMatchObject({ does: 'ring', severity: 'critical' });
    expect(due?.does === 'ring' && due.offers.map(({ command }) => command)).toEqual(
      expect.arrayContaining(['RecordArrival', 'RecordFlightEstimate', 'RebookLeg']),
    );
  });
});

describe('troubles with the flights', () => {
  const causes = (state: FlightBookingState) => flightBookingCauses(state, facts);

  it.each([
    ['refused', 'seats-refused/1.0/1'],
    ['lapsed', 'hold-lapsed/1.0/1'],
    ['cancelled', 'flight-cancelled/1.0/1'],
  ] as const)('stand when the current flight is %s, with the fallback by its name', (status, key) => {
    const [cause, ...others] = causes(bookingStates[status]);
    expect(others).toEqual([]);
    expect(cause).toMatchObject({ key, severity: 'warning', until: at('23T10:30').at });
    expect(cause?.offers.map((offer) => offer.label)).toEqual(['Switch to CA981', 'Name another flight']);
    expect(cause?.offers[0]).toMatchObject({ command: 'RebookLeg', prefill: { plan: 1, leg: 0, flight: null } });
  });

  it('are critical once the plan is confirmed, and end with the rebooking', () => {
    const broken = given(propose(), confirm(), held(), ticketed(), cancelled());
    expect(causes(broken).map((cause) => cause.severity)).toEqual(['critical']);
    expect(causes(after(broken, [rebook(0)])).map((cause) => cause.key)).not.toContain('flight-cancelled/1.0/1');
  });

  it('warn of a plan that starts or ends three hours of clocks from its centre', () => {
    const ending = (collection: string, transplant: string) =>
      flightBookingCauses(given(propose()), {
        ...facts,
        centreZones: { collection: collection as Zone, transplant: transplant as Zone },
      });
    expect(ending('Africa/Cairo', 'Africa/Cairo')).toEqual([]);
    expect(ending('Asia/Shanghai', 'UTC')).toMatchObject([
      {
        key: 'flies-elsewhere/1-from',
        severity: 'warning',
        wrong: 'Plan 1 starts at PEK (PEK), but the collection centre keeps the clock of Asia/Shanghai.',
        offers: [{ command: 'ProposePlan', prefill: { plan: 1 } }],
      },
    ]);
    expect(ending('UTC', 'Africa/Nairobi').map(({ key }) => key)).toEqual(['flies-elsewhere/1-to']);
  });

  it('offer no fallback that was tried in vain', () => {
    const state = given(propose(), refused(), rebook(0), refused('1.0/2'));
    expect(causes(state)[0]?.offers.map((offer) => offer.label)).toEqual(['Name another flight']);
  });

  it('end when the plan is stood down', () => expect(causes(after(bookingStates.refused, [standDown()]))).toEqual([]));

  it('stand when estimates make a connection too short, and name the next fallback', () => {
    const late = given(propose(), confirm(), estimated('1.0/1', '23T11:30', '24T00:31'));
    const [cause] = causes(late);
    expect(cause).toMatchObject({
      key: 'connection-too-short/1.0/1-1.1/1',
      severity: 'critical',
      wrong: 'UA850 leaves 119 minutes to catch UA1802.',
      until: at('24T02:30').at,
    });
    expect(cause?.offers[0]?.label).toBe('Switch to UA2210');
    expect(causes(after(late, [rebook(1)]))).toEqual([]);
  });

  it('say so when a connection is missed', () => {
    const missed = given(propose(), confirm(), estimated('1.0/1', '23T14:30', '24T03:30'));
    expect(causes(missed)[0]?.wrong).toBe('UA850 lands after UA1802 departs.');
  });

  it('do not stand at the minimum itself, nor once the next flight has left', () => {
    expect(causes(given(propose(), confirm(), estimated('1.0/1', '23T11:30', '24T00:30')))).toEqual([]);
    const onward = given(
      propose(),
      confirm(),
      held('1.1/1'),
      estimated('1.0/1', '23T11:30', '24T02:00'),
      departed('1.1/1', '24T02:40'),
    );
    expect(causes(onward)).toEqual([]);
  });

  it('stand for a leg whose fallback breaks the connection after it', () => {
    const state = given(propose(), rebook(0));
    expect(causes(state).map((cause) => cause.key)).toEqual(['connection-too-short/1.0/2-1.1/1']);
    expect(legs[0]?.fallback?.arrivesAt).toEqual(at('24T01:00'));
  });
});
