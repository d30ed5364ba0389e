import fc from 'fast-check';
import { instantFromMillis, minutesBetween, type Instant } from '@cellrelay/kernel';
import { clockPolicyFor, startClock, type ClockPolicy } from './clock.js';

const apheresis: ClockPolicy = {
  product: 'HPC-A',
  minCelsius: 2,
  maxCelsius: 8,
  targetMinutes: 48 * 60,
  limitMinutes: 72 * 60,
  source: 'S7, S8',
  mark: 'V',
};

describe('the clock policy', () => {
  it('is found by product and both ends of the temperature', () => {
    expect(clockPolicyFor([apheresis], { product: 'HPC-A', minCelsius: 2, maxCelsius: 8 })).toBe(apheresis);
  });

  it.each([
    ['another product', { product: 'HPC-M', minCelsius: 2, maxCelsius: 8 }],
    ['another lower end', { product: 'HPC-A', minCelsius: 4, maxCelsius: 8 }],
    ['another upper end', { product: 'HPC-A', minCelsius: 2, maxCelsius: 25 }],
  ])('is not guessed for %s', (_, wanted) => expect(clockPolicyFor([apheresis], wanted)).toBeUndefined());
});

describe('a clock', () => {
  it('has its target after 48 h and its limit after 72 h of elapsed time', () => {
    const endedAt = '2026-11-23T04:00:00.000Z' as Instant;
    expect(startClock(apheresis, endedAt)).toEqual({
      startsAt: endedAt,
      targetAt: '2026-11-25T04:00:00.000Z',
      limitAt: '2026-11-26T04:00:00.000Z',
    });
  });

  it('counts the same minutes from any moment, over clock changes too', () => {
    const millis = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(millis, (moment) => {
        const clock = startClock(apheresis, instantFromMillis(moment));
        expect(minutesBetween(clock.startsAt, clock.targetAt)).toBe(48 * 60);
        expect(minutesBetween(clock.startsAt, clock.limitAt)).toBe(72 * 60);
      }),
    );
  });
});
