import fc from 'fast-check';
import { minutesBetween, plusMinutes } from '@cellrelay/kernel';
import { openToPersons } from '../deciding.js';
import { isAllowed, tableFaults } from '../transitions.js';
import { decideFlightBooking } from './flight-booking.decide.js';
import { initialFlightBooking } from './flight-booking.evolve.js';
import {
  after,
  another,
  arrived,
  at,
  booking,
  bookingStates,
  cancelled,
  confirm,
  departed,
  estimated,
  facts,
  first,
  firstFallback,
  flight,
  given,
  held,
  legs,
  legsOn,
  now,
  propose,
  rebook,
  refused,
  second,
  secondFallback,
  standDown,
  ticketed,
} from './flight-booking.examples.js';
import type { FlightBookingCommand, FlightBookingState, PlanStatus } from './flight-booking.js';
import { planTable } from './flight-booking.transitions.js';

const seats = (leg: number): FlightBookingCommand[] => [held(`1.${leg}/1`), ticketed(`1.${leg}/1`)];
const landed = given(propose(), confirm(), ...seats(0), ...seats(1), departed(), arrived());
const planStates: Record<PlanStatus, FlightBookingState> = {
  none: initialFlightBooking,
  proposed: given(propose()),
  confirmed: given(propose(), confirm()),
  'stood-down': given(propose(), standDown()),
  flown: after(landed, [departed('1.1/1', '24T02:40'), arrived('1.1/1', '24T05:10')]),
};
const statusOf = (state: FlightBookingState): PlanStatus => state.plans[0]?.status ?? 'none';

describe('the table of the plans', () => {
  it('is closed and reachable', () => expect(tableFaults(planTable)).toEqual([]));

  const pairs = Object.entries(planStates).flatMap(([status, state]) =>
    [propose(), rebook(0), confirm(), standDown()].map((command) => ({ status: status as PlanStatus, state, command })),
  );
  it.each(pairs)('$status takes $command.name or refuses it as the table says', ({ status, state, command }) => {
    expect(statusOf(state)).toBe(status);
    if (isAllowed(planTable, command.name, status)) {
      const moves = planTable.moves.filter((move) => move.command === command.name && move.from.includes(status));
      expect(moves.flatMap((move) => move.to)).toContain(statusOf(after(state, [command])));
    } else {
      const error = { code: 'not-allowed-now', allowed: openToPersons(planTable, status) };
      expect(decideFlightBooking(command, state, facts)).toMatchObject({ ok: false, error });
    }
  });

  it('is confirmed still after the first landing, and flown after the last', () => {
    expect(statusOf(landed)).toBe('confirmed');
    expect(statusOf(planStates.flown)).toBe('flown');
  });
});

describe('proposing flights', () => {
  it('wants one booking per leg, and two plans beside each other', () => {
    const state = given(propose(2), propose(1));
    expect(state.plans.map(({ plan, current }) => ({ plan, current }))).toEqual([
      { plan: 1, current: ['1.0/1', '1.1/1'] },
      { plan: 2, current: ['2.0/1', '2.1/1'] },
    ]);
    expect(state.bookings.every((each) => each.status === 'wanted' && each.wantedAt === now)).toBe(true);
  });

  it('that nobody needs any more is refused: the cells travel by the other plan', () => {
    const decided = { ...facts, plansWanted: [2 as const] };
    expect(decideFlightBooking(propose(1), initialFlightBooking, decided)).toMatchObject({
      error: { code: 'plan-not-wanted', at: '/plan', allowed: ['2'] },
    });
  });

  it('again after a stand-down asks for new seats', () => {
    const state = given(propose(), held(), standDown(), propose());
    expect(state.plans[0]).toMatchObject({ status: 'proposed', current: ['1.0/2', '1.1/2'], stoodDownAt: null });
    expect(state.bookings.map(({ id, status }) => [id, status])).toEqual([
      ['1.0/1', 'to-give-up'],
      ['1.1/1', 'given-up'],
      ['1.0/2', 'wanted'],
      ['1.1/2', 'wanted'],
    ]);
  });

  it('again on a confirmed plan leaves it confirmed, on another way, and never plans a flown leg away', () => {
    const direct = {
      flight: { ...first, designator: 'CA995', to: second.to, arrivesAt: at('24T03:00') },
      fallback: null,
    };
    const state = given(propose(), confirm(), propose(1, { legs: [direct] }));
    expect(state.plans[0]).toMatchObject({ status: 'confirmed', confirmedAt: now, current: ['1.0/2'] });
    const aloft = given(propose(), confirm(), ...seats(0), departed());
    expect(decideFlightBooking(propose(1, { legs: [direct] }), aloft, facts)).toMatchObject({
      error: { code: 'leg-has-departed', at: '/legs/0/flight' },
    });
    const onward = { flight: { ...secondFallback, designator: 'UA9', departsAt: at('24T00:10') }, fallback: null };
    const moved = after(aloft, [propose(1, { legs: [{ flight: first, fallback: null }, onward] })]);
    expect(moved.plans[0]).toMatchObject({ status: 'confirmed', current: ['1.0/1', '1.1/2'] });
  });

  const elsewhere = { ...firstFallback, to: second.to };
  const tooLate = { ...secondFallback, departsAt: at('24T01:00') };
  const early = { ...first, departsAt: at('23T03:59') };
  const refusals: [string, object, object][] = [
    ['no legs', { legs: [] }, { code: 'no-legs', at: '/legs' }],
    ['legs that do not join', { legs: [...legs].reverse() }, { code: 'legs-do-not-join', at: '/legs/1/flight' }],
    [
      'a short connection',
      { legs: [{ flight: firstFallback, fallback: null }, legs[1]] },
      { code: 'connection-too-short', at: '/legs/1/flight' },
    ],
    [
      'a flight that lands before it departs',
      { legs: [{ flight: { ...first, arrivesAt: at('23T10:30') }, fallback: null }] },
      { code: 'lands-before-it-departs', at: '/legs/0/flight' },
    ],
    [
      'a fallback to another airport',
      { legs: [{ flight: first, fallback: elsewhere }, legs[1]] },
      { code: 'not-that-leg', at: '/legs/0/fallback', allowed: ['PEK-ORD'] },
    ],
    [
      'a flight as its own fallback',
      { legs: [{ flight: first, fallback: first }, legs[1]] },
      { code: 'fallback-is-the-flight', at: '/legs/0/fallback' },
    ],
    [
      'a fallback that cannot be caught',
      { legs: [legs[0], { flight: second, fallback: tooLate }] },
      { code: 'connection-too-short', at: '/legs/1/fallback' },
    ],
    [
      'a fallback that leaves without the cells',
      { legs: [{ flight: first, fallback: { ...early, designator: 'HU1' } }, legs[1]] },
      { code: 'departs-before-collection-ends', at: '/legs/0/fallback' },
    ],
    [
      'a flight that leaves without the cells',
      { legs: [{ flight: early, fallback: null }, legs[1]] },
      { code: 'departs-before-collection-ends', at: '/legs/0/flight' },
    ],
    ['a way of more than a day', { groundMinutesAfter: 1441 }, { code: 'out-of-range', at: '/groundMinutesAfter' }],
    ['a way of less than nothing', { groundMinutesAfter: -1 }, { code: 'out-of-range', at: '/groundMinutesAfter' }],
    ['an empty reason for lateness', { lateReason: ' ' }, { code: 'text-missing', at: '/lateReason' }],
  ];
  it.each(refusals)('is refused with %s', (_, change, error) => {
    expect(decideFlightBooking(propose(1, change), initialFlightBooking, facts)).toMatchObject({ ok: false, error });
  });

  it('is refused for a day on which nothing is collected', () => {
    const oneDay = { ...facts, collectionEndsAt: { 1: at('23T04:00').at } };
    expect(decideFlightBooking(propose(2), initialFlightBooking, oneDay)).toMatchObject({
      ok: false,
      error: { code: 'no-collection-day', at: '/plan' },
    });
  });
});

describe('the limit of the oldest bag', () => {
  const infusedAt = (plan: 1 | 2) => plusMinutes(at(plan === 1 ? '24T05:00' : '25T05:00').at, 90 + 240);
  const limited = (plan: 1 | 2, limitMinutes: number, lateReason: string | null = null) =>
    decideFlightBooking(propose(plan, { lateReason }), initialFlightBooking, { ...facts, limitMinutes });

  it('refuses a day-2 plan that cannot bring the day-1 bag in before its limit', () => {
    const needed = minutesBetween(at('23T04:00').at, infusedAt(2));
    expect(limited(2, needed).ok).toBe(true);
    expect(limited(2, needed - 1)).toMatchObject({
      ok: false,
      error: { code: 'infusion-after-limit', at: '/lateReason' },
    });
  });

  it("takes it with the transplant centre's reason, which is kept", () => {
    expect(limited(2, 60, 'only the day-2 bag is counted on').ok).toBe(true);
    const late = given(propose(2, { lateReason: 'only the day-2 bag is counted on' }));
    expect(late.plans[0]?.lateReason).toBe('only the day-2 bag is counted on');
  });

  it('is held exactly when flight, ground and receipt fit into it, on either day', () => {
    fc.assert(
      fc.property(fc.constantFrom(1 as const, 2 as const), fc.integer({ min: 0, max: 6000 }), (plan, limitMinutes) => {
        expect(limited(plan, limitMinutes).ok).toBe(infusedAt(plan) <= plusMinutes(at('23T04:00').at, limitMinutes));
      }),
    );
  });

  it("goes by the plan's own bag when nothing is collected on day 1", () => {
    const second = {
      ...facts,
      collectionEndsAt: { 2: at('24T04:00').at },
      limitMinutes: minutesBetween(at('24T04:00').at, infusedAt(2)),
    };
    expect(decideFlightBooking(propose(2), initialFlightBooking, second).ok).toBe(true);
  });
});

describe('proposing again', () => {
  const exchanged = propose(1, { legs: [{ flight: another, fallback: firstFallback }, ...legs.slice(1)] });

  it('keeps the seats of the flights that stay', () => {
    const state = after(given(propose(), held('1.1/1')), [exchanged]);
    expect(state.plans[0]?.current).toEqual(['1.0/2', '1.1/1']);
    expect(booking(state, '1.1/1').status).toBe('held');
  });

  it.each([
    ['wanted', 'given-up'],
    ['held', 'to-give-up'],
    ['ticketed', 'to-give-up'],
    ['refused', 'refused'],
  ] as const)('lets go of seats that were %s on a flight that is dropped: %s', (from, to) => {
    expect(booking(after(bookingStates[from], [exchanged])).status).toBe(to);
  });

  it('tries a flight anew that had been refused', () => {
    const state = after(bookingStates.refused, [propose()]);
    expect(booking(state, '1.0/2')).toMatchObject({ status: 'wanted', flight: first });
  });

  it('keeps a flight that becomes another leg of its plan', () => {
    const hop = flight('UA1', [first.from, second.from], '23T08:00', '23T20:30');
    const direct = given(propose(1, { legs: [{ flight: second, fallback: null }] }), held('1.0/1'));
    const state = after(direct, [
      propose(1, {
        legs: [
          { flight: hop, fallback: null },
          { flight: second, fallback: null },
        ],
      }),
    ]);
    expect(state.plans[0]?.current).toEqual(['1.0/2', '1.0/1']);
    expect(booking(state, '1.0/1')).toMatchObject({ status: 'held', leg: 1 });
  });

  it('leaves the other plan alone', () => {
    const both = given(propose(1), propose(2), held('2.0/1'));
    expect(after(both, [exchanged]).bookings.filter((each) => each.plan === 2)).toEqual(
      both.bookings.filter((each) => each.plan === 2),
    );
  });
});

describe('rebooking a leg', () => {
  const flying = given(propose(), confirm(), ...seats(0), ...seats(1), departed());
  const stray = { ...another, to: second.to };
  const refusals: [string, FlightBookingCommand, FlightBookingState, object][] = [
    [
      'on a leg that the plan does not have',
      rebook(2),
      planStates.proposed,
      { code: 'no-such-leg', at: '/leg', allowed: ['0', '1'] },
    ],
    ['on a leg that has departed', rebook(0), flying, { code: 'already-departed' }],
    ['without a reason', rebook(0, null, 1, ''), planStates.proposed, { code: 'text-missing', at: '/reason' }],
    [
      'without a fallback',
      rebook(0),
      given(propose(1, { legs: [{ flight: first, fallback: null }, ...legs.slice(1)] })),
      { code: 'no-fallback', at: '/flight' },
    ],
    [
      'to a fallback that was tried',
      rebook(0),
      after(planStates.proposed, [rebook(0), refused('1.0/2')]),
      { code: 'fallback-tried', at: '/flight' },
    ],
    [
      'to other airports',
      rebook(0, stray),
      planStates.proposed,
      { code: 'not-that-leg', at: '/flight', allowed: ['PEK-ORD'] },
    ],
    ['to the flight it is on', rebook(0, first), bookingStates.held, { code: 'booked-already', at: '/flight' }],
    [
      'to a flight that lands before it departs',
      rebook(0, { ...another, arrivesAt: at('23T10:00') }),
      planStates.proposed,
      { code: 'lands-before-it-departs', at: '/flight' },
    ],
    [
      'to a flight that leaves without the cells',
      rebook(0, { ...another, departsAt: at('23T03:00') }),
      planStates.proposed,
      { code: 'departs-before-collection-ends', at: '/flight' },
    ],
    [
      'to a connection that is too short',
      rebook(1, { ...secondFallback, departsAt: at('24T01:00') }),
      planStates.proposed,
      { code: 'connection-too-short', at: '/flight' },
    ],
    [
      'to a flight that has left before the box lands',
      rebook(1, { ...secondFallback, departsAt: at('23T23:00') }),
      planStates.confirmed,
      { code: 'connection-too-short', at: '/flight' },
    ],
  ];
  it.each(refusals)('is refused %s', (_, command, state, error) => {
    expect(decideFlightBooking(command, state, facts)).toMatchObject({ ok: false, error });
  });

  it('moves to the fallback, lets the seats go and wants new ones', () => {
    const state = after(bookingStates.ticketed, [cancelled(), rebook(0)]);
    expect(state.plans[0]?.current).toEqual(['1.0/2', '1.1/1']);
    expect(booking(state, '1.0/2')).toMatchObject({ status: 'wanted', flight: firstFallback, wantedAt: now });
  });

  it('may come back to a fallback whose seats were let go, as they were not refused', () => {
    const state = after(planStates.proposed, [rebook(0), rebook(0, another), rebook(0)]);
    expect(state.bookings.filter((each) => each.leg === 0).map(({ id, status }) => `${id} ${status}`)).toEqual([
      '1.0/1 given-up',
      '1.0/2 given-up',
      '1.0/3 given-up',
      '1.0/4 wanted',
    ]);
    expect(booking(state, '1.0/4').flight).toEqual(firstFallback);
  });

  it('tries the same flight again once its hold has lapsed', () => {
    expect(booking(after(bookingStates.lapsed, [rebook(0, first)]), '1.0/2')).toMatchObject({
      status: 'wanted',
      flight: first,
    });
  });

  it('takes a short connection once the plan is confirmed: the next best flight is better than none', () => {
    const tight = { ...secondFallback, departsAt: at('24T00:15') };
    expect(decideFlightBooking(rebook(1, tight), planStates.confirmed, facts).ok).toBe(true);
  });

  it('is never refused for being late against the limit', () => {
    const late = { ...secondFallback, departsAt: at('29T05:00'), arrivesAt: at('29T07:30') };
    expect(decideFlightBooking(rebook(1, late), planStates.confirmed, facts).ok).toBe(true);
  });

  it('goes by the estimated landing of the flight before', () => {
    const delayed = after(planStates.proposed, [estimated('1.0/1', '23T15:30', '24T04:30')]);
    expect(decideFlightBooking(rebook(1), delayed, facts)).toMatchObject({
      ok: false,
      error: { code: 'connection-too-short' },
    });
  });

  it('can start with the later leg while the one before has no seats', () => {
    const broken = after(planStates.proposed, [cancelled('1.0/1'), rebook(1), rebook(0)]);
    expect(broken.plans[0]?.current).toEqual(['1.0/2', '1.1/2']);
  });
});

describe('confirming and standing down', () => {
  it('is not confirmed while the registry has not agreed to a request above its ceiling', () => {
    expect(decideFlightBooking(confirm(), planStates.proposed, { ...facts, consentMissing: true })).toMatchObject({
      ok: false,
      error: { code: 'registry-consent-missing', allowed: ['RecordRegistryConsent'] },
    });
  });

  it('notes when', () => {
    expect(planStates.confirmed.plans[0]).toMatchObject({ confirmedAt: now, stoodDownAt: null });
    expect(planStates['stood-down'].plans[0]).toMatchObject({ confirmedAt: null, stoodDownAt: now });
  });

  it('lets go of what is held and of nothing that flies', () => {
    const state = after(given(propose(), confirm(), ...seats(0), held('1.1/1'), departed()), [standDown()]);
    expect(state.bookings.map((each) => each.status)).toEqual(['ticketed', 'to-give-up']);
    expect(booking(after(state, [arrived()])).status).toBe('flown');
  });

  it('is stood down still when its flight in the air lands', () => {
    const aloft = after(landed, [departed('1.1/1', '24T02:40'), standDown()]);
    expect(statusOf(after(aloft, [arrived('1.1/1', '24T05:10')]))).toBe('stood-down');
  });

  it('leaves the other plan alone', () => {
    const state = after(given(propose(1), propose(2), held('1.0/1'), held('2.0/1')), [confirm(1), standDown(2)]);
    expect(booking(state).status).toBe('held');
    expect(booking(state, '2.0/1').status).toBe('to-give-up');
    expect(legsOn(2)[0]?.flight.departsAt.at).toBe(at('24T10:30').at);
  });
});
