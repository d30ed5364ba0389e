import { scaleOf } from '../temperature/chart-geometry.js';
import { areaOf, lineOf, shareMarks } from './forecast-lines.js';

const at = (hour: number) => `2026-11-27T${String(hour).padStart(2, '0')}:00:00.000Z`;
const points = [
  { at: at(0), low: 1, centre: 1, high: 1 },
  { at: at(10), low: 0.8, centre: 0.9, high: 0.95 },
];
const scale = scaleOf(
  points.map((point) => Date.parse(point.at)),
  points.flatMap(({ low, high }) => [low * 100, high * 100]),
);

describe('a forecast as it is drawn', () => {
  it('falls from left to right, the band around its middle', () => {
    const [first, last] = lineOf(points, scale).slice(1).split('L').map(figures);
    expect(first).toEqual([scale.x(Date.parse(at(0))), scale.y(100)]);
    expect(last).toEqual([scale.x(Date.parse(at(10))), scale.y(90)]);
    const [left, right] = [scale.x(Date.parse(at(0))), scale.x(Date.parse(at(10)))];
    const corners = [`${left},${scale.y(100)}`, `${right},${scale.y(95)}`, `${right},${scale.y(80)}`];
    expect(areaOf(points, scale)).toBe(`M${[...corners, `${left},${scale.y(100)}`].join('L')}Z`);
  });

  it('names no part above the whole', () => {
    expect(shareMarks(scale)).toEqual([80, 85, 90, 95, 100]);
  });
});

function figures(spot: string): readonly number[] {
  return spot.split(',').map(Number);
}
