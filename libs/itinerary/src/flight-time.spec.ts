import fc from 'fast-check';
import { plusMinutes, type Instant, type Zone } from '@cellrelay/kernel';
import { flightProblem, kilometresBetween } from './flight-time.js';
import type { Airport, Flight } from './flight.js';

const airport = (iata: string, latitude: number, longitude: number): Airport => ({
  iata,
  zone: 'UTC',
  city: iata,
  country: 'XX',
  position: { latitude, longitude },
});
const pek = airport('PEK', 40.08, 116.58);
const iah = airport('IAH', 29.98, -95.34);
const lhr = airport('LHR', 51.47, -0.46);
const cdg = airport('CDG', 49.01, 2.55);
const start = '2026-11-23T10:00:00.000Z' as Instant;
const flight = (from: Airport, to: Airport, minutes: number): Flight => ({
  designator: 'XX 1',
  from,
  to,
  departsAt: { at: start, zone: 'UTC' as Zone },
  arrivesAt: { at: plusMinutes(start, minutes), zone: 'UTC' as Zone },
});
const code = (from: Airport, to: Airport, minutes: number) => flightProblem(flight(from, to, minutes), 0)?.code;

describe('the way between two airports', () => {
  it('is as long as the great circle', () => {
    expect(kilometresBetween(lhr, cdg)).toBeCloseTo(348, -1);
    expect(kilometresBetween(pek, iah)).toBeCloseTo(11_600, -2);
    expect(kilometresBetween(airport('AAA', 0, 179), airport('BBB', 0, -179))).toBeCloseTo(222, -1);
  });

  it('is not known without both positions', () =>
    expect(kilometresBetween(lhr, { iata: 'CDG', zone: 'UTC', city: 'Paris', country: 'FR' })).toBeUndefined());
});

describe('what no timetable has', () => {
  it('is a flight to where it came from', () => expect(code(pek, pek, 300)).toBe('flies-nowhere'));
  it('is five minutes across the Pacific', () => {
    expect(code(pek, iah, 5)).toBe('flight-too-short');
    expect(flightProblem(flight(pek, iah, 500), 2)).toMatchObject({ leg: 2, allowed: ['at least 577 minutes'] });
  });
  it('is a flight of a year', () => expect(code(pek, iah, 365 * 24 * 60)).toBe('flight-too-long'));
  it('is none of the longest and the shortest that are sold', () => {
    expect([code(pek, iah, 13 * 60), code(lhr, cdg, 75), code(airport('SIN', 1.36, 103.99), iah, 30 * 60)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is under twenty minutes also where positions are not known', () => {
    const { position: _, ...unplaced } = pek;
    expect([code(unplaced, iah, 19), code(unplaced, iah, 20)]).toEqual(['flight-too-short', undefined]);
  });

  it('never blames a time at which an aircraft at 1,200 km/h would do it', () => {
    const degrees = fc.double({ min: -80, max: 80, noNaN: true });
    fc.assert(
      fc.property(degrees, degrees, degrees, (latitude, longitude, other) => {
        const [a, b] = [airport('AAA', latitude, longitude), airport('BBB', other, longitude + 60)];
        const minutes = Math.ceil(((kilometresBetween(a, b) ?? 0) / 1200) * 60);
        expect(code(a, b, Math.max(20, minutes))).toBeUndefined();
      }),
    );
  });
});
