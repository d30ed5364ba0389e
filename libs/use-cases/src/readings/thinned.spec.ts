import fc from 'fast-check';
import type { Reading } from '@cellrelay/viability';
import { gapsIn, thinned } from './thinned.js';

const startsAt = Date.parse('2026-11-27T08:00:00.000Z');
const minute = 60_000;

function minutes(count: number, celsius: (nth: number) => number): readonly Reading[] {
  return Array.from({ length: count }, (_, nth) => ({ atMillis: startsAt + nth * minute, celsius: celsius(nth) }));
}

const how = { most: 50, gapMinutes: 30 };

describe('readings thinned for a chart', () => {
  it('stand each for itself where they are few', () => {
    const [point] = thinned(
      minutes(1, () => 4.5),
      how,
    );
    const at = '2026-11-27T08:00:00.000Z';
    expect(point).toEqual({ from: at, until: at, minCelsius: 4.5, maxCelsius: 4.5, afterGap: false });
    expect(
      thinned(
        minutes(50, () => 4),
        how,
      ),
    ).toHaveLength(50);
    expect(thinned([], how)).toEqual([]);
  });

  it('lose no spike of one reading among thousands', () => {
    const points = thinned(
      minutes(4_320, (nth) => (nth === 2_999 ? 31 : 4)),
      how,
    );
    expect(points.length).toBeLessThanOrEqual(50);
    expect(points.filter(({ maxCelsius }) => maxCelsius === 31)).toHaveLength(1);
    expect(points.every(({ minCelsius }) => minCelsius === 4)).toBe(true);
  });

  it('break where nothing was heard', () => {
    const readings = [...minutes(3, () => 4), { atMillis: startsAt + 33 * minute, celsius: 4 }];
    expect(thinned(readings, how).map(({ afterGap }) => afterGap)).toEqual([false, false, false, true]);
    expect(gapsIn(readings, 30)).toEqual([
      { from: '2026-11-27T08:02:00.000Z', until: '2026-11-27T08:33:00.000Z', minutes: 31 },
    ]);
    expect(gapsIn(readings, 31)).toEqual([]);
  });

  it('hold the extremes of all and span all, in order, in no more points than are wanted', () => {
    const reading = fc.record({
      atMillis: fc.integer({ min: startsAt, max: startsAt + 72 * 60 * minute }),
      celsius: fc.integer({ min: -50, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 300 }), fc.integer({ min: 1, max: 60 }), (any, most) => {
        const readings = any.toSorted((a, b) => a.atMillis - b.atMillis);
        const points = thinned(readings, { most, gapMinutes: 30 });
        expect(points.length).toBeLessThanOrEqual(Math.max(most, readings.length <= most ? readings.length : 0));
        const all = readings.map(({ celsius }) => celsius);
        expect(Math.max(...points.map(({ maxCelsius }) => maxCelsius))).toBe(Math.max(...all));
        expect(Math.min(...points.map(({ minCelsius }) => minCelsius))).toBe(Math.min(...all));
        expect(Date.parse(points[0]!.from)).toBe(readings[0]!.atMillis);
        expect(Date.parse(points.at(-1)!.until)).toBe(readings.at(-1)!.atMillis);
        expect(points.every(({ from }, nth) => nth === 0 || from >= points[nth - 1]!.until)).toBe(true);
      }),
    );
  });
});
