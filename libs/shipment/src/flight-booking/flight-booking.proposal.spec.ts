import type { Flight } from '@cellrelay/itinerary';
import { plusMinutes } from '@cellrelay/kernel';
import { decideFlightBooking } from './flight-booking.decide.js';
import { initialFlightBooking } from './flight-booking.evolve.js';
import {
  another,
  at,
  facts,
  first,
  firstFallback,
  given,
  legs,
  propose,
  rebook,
  second,
  secondFallback,
} from './flight-booking.examples.js';

const years = (count: number) => ({ ...first.departsAt, at: plusMinutes(first.departsAt.at, count * 365 * 24 * 60) });
const onAnotherDay = (each: Flight, count: number): Flight => ({
  ...each,
  departsAt: years(count),
  arrivesAt: { ...first.departsAt, at: plusMinutes(years(count).at, 600) },
});

describe('flights that no timetable has', () => {
  const refusals: [string, object, object][] = [
    [
      'a flight to where it departs from',
      { legs: [{ flight: { ...first, to: first.from }, fallback: null }] },
      { code: 'flies-nowhere', at: '/legs/0/flight' },
    ],
    [
      'a flight of nineteen minutes',
      { legs: [{ flight: { ...first, arrivesAt: at('23T10:49') }, fallback: null }] },
      { code: 'flight-too-short', at: '/legs/0/flight', allowed: ['at least 20 minutes'] },
    ],
    [
      'a fallback of a month',
      { legs: [{ flight: first, fallback: { ...firstFallback, arrivesAt: years(1 / 12) } }, legs[1]] },
      { code: 'flight-too-long', at: '/legs/0/fallback', allowed: ['at most 30 hours'] },
    ],
    [
      'a departure next century, whatever the reason',
      { legs: [{ flight: onAnotherDay(first, 73), fallback: null }], lateReason: 'the centre can wait' },
      { code: 'departs-long-after-collection', at: '/legs/0/flight' },
    ],
    [
      'a fallback a year later',
      { legs: [legs[0], { flight: second, fallback: onAnotherDay(secondFallback, 1) }] },
      { code: 'departs-long-after-collection', at: '/legs/1/fallback' },
    ],
    ['a reason of one letter', { lateReason: 'x' }, { code: 'reason-too-short', at: '/lateReason' }],
  ];
  it.each(refusals)('are not proposed: %s', (_, change, error) => {
    expect(decideFlightBooking(propose(1, change), initialFlightBooking, facts)).toMatchObject({ ok: false, error });
  });

  it.each([
    ['next year', onAnotherDay(another, 1), 'departs-long-after-collection'],
    ['of nine minutes', { ...another, arrivesAt: at('23T11:09') }, 'flight-too-short'],
    ['before the collection ends', { ...another, departsAt: at('23T03:00') }, 'departs-before-collection-ends'],
  ])('are not rebooked to: one %s', (_, flight, code) => {
    expect(decideFlightBooking(rebook(0, flight), given(propose()), facts)).toMatchObject({
      error: { code, at: '/flight' },
    });
  });
});
