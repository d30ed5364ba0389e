import { localText } from '../time/zone.js';
import { axisOf } from './axis.js';
import { rulerMarks } from './ruler.js';
import { textWidth } from './text-width.js';

const HOUR = 3_600_000;
const axis = (from: string, hours: number, width = 900) => {
  const at = Date.parse(from);
  return axisOf([at, at + hours * HOUR], { left: 120, right: 120 + width });
};

const zones = ['Asia/Shanghai', 'America/Chicago', 'Europe/Berlin', 'Asia/Kolkata', 'Africa/Cairo', 'America/Santiago'];
const trips = [
  ...[axis('2026-11-23T00:00Z', 60), axis('2026-11-01T00:00Z', 48), axis('2026-03-07T12:00Z', 48)],
  ...[axis('2026-03-28T06:00Z', 50), axis('2026-10-24T06:00Z', 50), axis('2026-04-23T12:00Z', 40)],
  ...[axis('2026-09-05T12:00Z', 40), axis('2026-11-23T00:00Z', 400), axis('2026-11-23T00:00Z', 2, 300)],
];

describe('the ruler of a clock', () => {
  it.each(zones)('has each midnight of %s where its day begins, in whichever season', (zone) => {
    for (const each of trips) {
      for (const { at } of rulerMarks(each, zone).filter(({ midnight }) => midnight)) {
        const [now, before] = [localText(at, zone), localText(at - 1_000, zone)];
        expect(before.slice(0, 10)).not.toBe(now.slice(0, 10));
        // Where a midnight is skipped the day begins at one.
        expect(now.slice(11)).toMatch(/^0[01]:00$/);
      }
    }
  });

  it('has as many midnights as days begin on the axis', () => {
    expect(rulerMarks(axis('2026-11-23T12:00Z', 72), 'Europe/Berlin').filter(({ midnight }) => midnight)).toHaveLength(
      3,
    );
  });

  it('has 23 hours between two midnights where the clocks go forward, and 25 where they go back', () => {
    const between = (from: string) => {
      const marks = rulerMarks(axis(from, 40), 'Europe/Berlin').filter(({ midnight }) => midnight);
      return ((marks[1]?.at ?? 0) - (marks[0]?.at ?? 0)) / HOUR;
    };
    expect([between('2026-03-28T20:00Z'), between('2026-10-24T20:00Z')]).toEqual([23, 25]);
  });

  it('begins a day whose midnight is skipped at one o’clock', () => {
    const marks = rulerMarks(axis('2026-09-05T12:00Z', 40), 'America/Santiago');
    const day = marks.find(
      ({ at, midnight }) => midnight && localText(at, 'America/Santiago').startsWith('2026-09-06'),
    );
    expect(localText(day?.at ?? 0, 'America/Santiago')).toBe('2026-09-06T01:00');
  });

  it.each(zones)('has no two labels of %s over one another, and none beyond its end', (zone) => {
    for (const each of trips) {
      const named = rulerMarks(each, zone).flatMap(({ x, label, midnight }) =>
        label === null ? [] : [{ from: x + 4, to: x + 4 + textWidth(label, midnight) }],
      );
      const sorted = named.toSorted((one, other) => one.from - other.from);
      expect(sorted.filter(({ from }, nth) => from < (sorted[nth - 1]?.to ?? 0))).toEqual([]);
      expect(named.filter(({ to }) => to > each.right)).toEqual([]);
      expect(named.length).toBeGreaterThan(0);
    }
  });
});
