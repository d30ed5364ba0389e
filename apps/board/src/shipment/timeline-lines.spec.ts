import { clockFirst, lately, timelineLines } from './timeline-lines.js';

const said = (entries: readonly string[], now: string, zone = 'Europe/Berlin') =>
  timelineLines(
    entries.map((at) => ({ at })),
    Date.parse(now),
    zone,
  ).map((line) => (line.kind === 'entry' ? `${line.entry.at.slice(11, 16)}${line.past ? '' : '?'}` : line.kind));

describe('the time line as a list', () => {
  it('stands in the order of instants with now in between', () => {
    expect(
      said(['2026-11-22T15:00:00Z', '2026-11-22T06:05:00Z', '2026-11-22T12:25:00Z'], '2026-11-22T13:00:00Z'),
    ).toEqual(['day', '06:05', '12:25', 'now', '15:00?']);
  });

  it("says a new day in the reader's calendar, not in UTC", () => {
    expect(said(['2026-11-22T22:30:00Z', '2026-11-22T23:30:00Z'], '2026-11-22T20:00:00Z')).toEqual([
      'day',
      'now',
      '22:30?',
      'day',
      '23:30?',
    ]);
  });

  it('says the day before now when now is the first of it', () => {
    expect(said(['2026-11-22T12:00:00Z', '2026-11-23T12:00:00Z'], '2026-11-23T08:00:00Z')).toEqual([
      'day',
      '12:00',
      'day',
      'now',
      '12:00?',
    ]);
  });

  it('counts an entry of this very moment as past', () => {
    expect(said(['2026-11-22T12:00:00Z'], '2026-11-22T12:00:00Z')).toEqual(['day', '12:00', 'now']);
  });

  it('has a now even when nothing else is known', () =>
    expect(said([], '2026-11-22T12:00:00Z')).toEqual(['day', 'now']));
});

describe('what stands on the time line unasked', () => {
  const entries = Array.from({ length: 12 }, (_, hour) => ({
    at: `2026-11-22T${String(hour).padStart(2, '0')}:00:00Z`,
    kind: hour === 1 ? 'due' : 'happened',
  }));
  const now = Date.parse('2026-11-22T10:30:00Z');

  it('is the last of the past, what is overdue, and all that is to come', () => {
    const { entries: shown, earlier } = lately(entries, now, false);
    expect(earlier).toBe(2);
    expect(shown.map(({ at }) => Number(at.slice(11, 13)))).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(lately(entries, now, true)).toEqual({ entries, earlier: 0 });
  });

  it('has its days in the clock of the place where something is due, or in the first', () => {
    const clocks = [{ zone: 'Asia/Shanghai' }, { zone: 'America/Chicago' }, { zone: 'Europe/Berlin' }];
    expect(clockFirst(clocks, { zone: 'America/Chicago' })).toBe('America/Chicago');
    expect(clockFirst(clocks, { zone: 'Asia/Seoul' })).toBe('Asia/Shanghai');
  });
});
