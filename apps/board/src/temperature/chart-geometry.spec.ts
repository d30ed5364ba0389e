import { celsiusMarks, frame, outlinesOf, scaleOf, timeMarks, type ChartPoint } from './chart-geometry.js';

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
    expect(timeMarks(scale).map((each) => new Date(each).getUTCHours())).toEqual([8, 10, 12, 14, 16, 18]);
    expect(celsiusMarks(scaleOf([0, 1], [-196, 8])).length).toBeLessThanOrEqual(7);
  });
});
