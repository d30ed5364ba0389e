import fc from 'fast-check';
import {
  earliest,
  instantFromMillis,
  instantOf,
  latest,
  millisOf,
  minutesBetween,
  plusMinutes,
  type Instant,
} from './instant.js';

const noon = '2026-11-23T12:00:00.000Z' as Instant;

describe('an instant', () => {
  it.each([
    ['2026-11-23T12:00:00.000Z', noon],
    ['2026-11-23T12:00Z', noon],
    ['2026-11-23T20:00:00+08:00', noon],
    ['2026-11-22T24:00:00.000Z', '2026-11-23T00:00:00.000Z'],
  ])('reads %s as %s', (text, instant) => expect(instantOf(text)).toBe(instant));

  it.each(['2026-11-23T12:00', '2026-11-23', '2026-02-30T12:00:00.000Z', 'noon', '+010000-01-01T00:00:00Z', ''])(
    'does not read %s, which names no one moment',
    (text) => expect(instantOf(text)).toBeUndefined(),
  );

  it('sorts as text the way it sorts as time, and comes back from its milliseconds', () => {
    const millis = fc.integer({ min: -60_000_000_000_000, max: 250_000_000_000_000 });
    fc.assert(
      fc.property(millis, millis, (a, b) => {
        expect(instantFromMillis(a) < instantFromMillis(b)).toBe(a < b);
        expect(millisOf(instantFromMillis(a))).toBe(a);
      }),
    );
  });

  it('is refused beyond the years that sort as text', () =>
    expect(() => instantFromMillis(300_000_000_000_000)).toThrow(RangeError));

  it('adds and compares elapsed minutes', () => {
    expect(plusMinutes(noon, -90)).toBe('2026-11-23T10:30:00.000Z');
    expect(minutesBetween(noon, plusMinutes(noon, 0.5))).toBe(0.5);
  });

  it('finds the first and the last, and nothing among none', () => {
    const [before, after] = [plusMinutes(noon, -1), plusMinutes(noon, 1)];
    expect([earliest([noon, before, after]), latest([noon, before, after])]).toEqual([before, after]);
    expect([earliest([]), latest([])]).toEqual([undefined, undefined]);
  });
});
