import type { Curve } from '@cellrelay/paperwork';
import { plotOf } from './curve-plot.js';

const caption = { message: 'curve', texts: { en: 'Temperature' } };
const curve = (points: readonly (readonly [string, number])[], band: Curve['band'] = null): Curve => ({
  ...{ caption, zone: 'Asia/Shanghai', band },
  points: points.map(([at, celsius]) => ({ at, celsius })),
});

describe('where a curve lies', () => {
  it('begins at the left, ends at the right, with a degree of room above and below', () => {
    const plot = plotOf(
      curve([
        ['2026-11-27T00:00:00Z', 4],
        ['2026-11-27T06:00:00Z', 6],
        ['2026-11-27T12:00:00Z', 4],
      ]),
    );
    expect(plot?.points).toEqual([
      [0, 0.25],
      [0.5, 0.75],
      [1, 0.25],
    ]);
    expect(plot?.celsius.map(({ says }) => says)).toEqual(['3 °C', '4 °C', '5 °C', '6 °C', '7 °C']);
  });

  it('counts its hours in its own zone', () => {
    const plot = plotOf(
      curve([
        ['2026-11-27T00:00:00Z', 4],
        ['2026-11-27T12:00:00Z', 4],
      ]),
    );
    expect(plot?.hours.map(({ says }) => says)).toEqual([
      '11-27 08:00',
      '11-27 10:00',
      '11-27 12:00',
      '11-27 14:00',
      '11-27 16:00',
      '11-27 18:00',
      '11-27 20:00',
    ]);
    expect(plot?.hours[0]?.at).toBe(0);
    expect(plot?.hours.at(-1)?.at).toBe(1);
  });

  it('has quarters of hours where it is short', () => {
    const plot = plotOf(
      curve([
        ['2026-11-27T00:05:00Z', 4],
        ['2026-11-27T01:05:00Z', 4],
      ]),
    );
    expect(plot?.hours.map(({ says }) => says)).toEqual(['11-27 08:15', '11-27 08:30', '11-27 08:45', '11-27 09:00']);
  });

  it('has room for a band that no reading came near', () => {
    const plot = plotOf(
      curve(
        [
          ['2026-11-27T00:00:00Z', 5],
          ['2026-11-27T12:00:00Z', 5],
        ],
        { fromCelsius: 2, toCelsius: 8 },
      ),
    );
    expect(plot?.band).toEqual({ from: 1 / 8, to: 7 / 8 });
    expect(plot?.points.map(([, y]) => y)).toEqual([0.5, 0.5]);
  });

  it.each([[[]], [[['2026-11-27T00:00:00Z', 5]]]] as const)('is not drawn of %j', (points) => {
    expect(plotOf(curve(points))).toBeNull();
  });

  it('stays with few lines over days and far degrees', () => {
    const plot = plotOf(
      curve([
        ['2026-11-20T00:00:00Z', -196],
        ['2026-11-27T00:00:00Z', 25],
      ]),
    );
    expect(plot?.celsius.length).toBeLessThanOrEqual(9);
    expect(plot?.hours.length).toBeLessThanOrEqual(9);
    for (const { at } of [...(plot?.celsius ?? []), ...(plot?.hours ?? [])]) expect(at >= 0 && at <= 1).toBe(true);
  });
});
