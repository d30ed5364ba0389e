import {
  apart,
  celsiusMarks,
  frame,
  outlinesOf,
  outsideOf,
  scaleOf,
  shownOf,
  timeMarks,
  type ChartPoint,
} from './chart-geometry.js';

const at = (minutes: number): string => new Date(Date.UTC(2026, 10, 27, 8) + minutes * 60_000).toISOString();
const point = (minutes: number, celsius: number, more: Partial<ChartPoint> = {}): ChartPoint => ({
  ...{ from: at(minutes), until: at(minutes), minCelsius: celsius, maxCelsius: celsius, afterGap: false },
  ...more,
});

describe('a temperature chart', () => {
  const scale = scaleOf([at(0), at(600)].map(Date.parse), [2, 8]);

  it('draws early on the left, late on the right, warm above cold, all within its frame', () => {
    expect(scale.x(Date.parse(at(0)))).toBe(frame.left);
    expect(scale.x(Date.parse(at(600)))).toBe(frame.width - frame.right);
    expect(scale.y(8)).toBeLessThan(scale.y(2));
    expect(scale.y(8)).toBeGreaterThan(frame.top);
    expect(scale.y(2)).toBeLessThan(frame.height - frame.bottom);
  });

  it('has room where all is one moment and one temperature', () => {
    const one = scaleOf([Date.parse(at(0))], [4]);
    expect(Number.isFinite(one.x(Date.parse(at(0))))).toBe(true);
    expect(Number.isFinite(one.y(4))).toBe(true);
  });

  it('breaks where nothing was heard', () => {
    const points = [point(0, 4), point(1, 4), point(90, 5, { afterGap: true })];
    expect(outlinesOf(points, scale)).toHaveLength(2);
    expect(outlinesOf([], scale)).toEqual([]);
  });

  it('shows the coldest and the warmest of a stretch', () => {
    const [outline = ''] = outlinesOf([point(0, 4, { until: at(10), minCelsius: 3, maxCelsius: 7 })], scale);
    expect(outline).toContain(`,${scale.y(7)}`);
    expect(outline).toContain(`,${scale.y(3)}`);
  });

  it('names few round figures', () => {
    expect(celsiusMarks(scale)).toEqual([2, 4, 6, 8]);
    expect(timeMarks(scale, 'Etc/UTC').map((each) => new Date(each).getUTCHours())).toEqual([8, 10, 12, 14, 16, 18]);
    expect(celsiusMarks(scaleOf([0, 1], [-196, 8])).length).toBeLessThanOrEqual(7);
  });

  it('names hours of the reader’s own clock, midnights among them where days pass', () => {
    const days = scaleOf([at(0), at(60 * 60)].map(Date.parse), [2, 8]);
    const named = timeMarks(days, 'Asia/Kathmandu').map((each) => new Date(each).toISOString().slice(8, 16));
    expect(named).toEqual(['27T18:15', '28T06:15', '28T18:15', '29T06:15', '29T18:15']);
  });

  it('keeps the ordered band readable beside a spike, and marks what lies outside by its furthest figure', () => {
    const band = { minCelsius: 2, maxCelsius: 8 };
    const shown = shownOf([4, -150, 5], band, false);
    expect(shown).toEqual({ from: -10, to: 8 });
    const clipped = scaleOf([at(0), at(600)].map(Date.parse), [shown.from, shown.to]);
    expect(clipped.y(2) - clipped.y(8)).toBeGreaterThan((frame.height - frame.top - frame.bottom) / 5);
    expect(clipped.y(-150)).toBe(frame.height - frame.bottom);
    const points = [point(0, 4), point(1, -40), point(2, -150), point(3, 5), point(4, 60)];
    expect(outsideOf(points, clipped)).toEqual([
      { side: 'cold', at: at(2), celsius: -150 },
      { side: 'warm', at: at(4), celsius: 60 },
    ]);
    expect(outsideOf(points.slice(0, 1), clipped)).toEqual([]);
  });

  it('cuts nothing cold off from a frozen unit', () => {
    const band = { minCelsius: -196, maxCelsius: -150 };
    expect(shownOf([-196, -160], band, true)).toEqual({ from: -196, to: -150 });
    expect(shownOf([-196, 20], band, true)).toEqual({ from: -196, to: -90 });
  });

  it('leaves out words that have no room', () => {
    expect(apart([10, 50, 130, 140, 300], 100)).toEqual([10, 130, 300]);
  });
});
