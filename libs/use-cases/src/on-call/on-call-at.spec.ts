import { plusMinutes, type Instant, type Zone } from '@cellrelay/kernel';
import fc from 'fast-check';
import { onCallAt, onCallBetween } from './on-call-at.js';
import type { Roster, Shift } from './roster.js';

const berlin = 'Europe/Berlin' as Zone;
const at = (text: string) => text as Instant;
const span = (from: string, to: string) => ({ from: { at: at(from), zone: berlin }, to: { at: at(to), zone: berlin } });
const weekdays = [1, 2, 3, 4, 5, 6, 7];
const daily = (account: string, from: string, to: string, place = 1): readonly Shift[] =>
  weekdays.map((weekday) => ({ account, place, weekday, from, to }));
const rosterOf = (change: Partial<Roster> = {}): Roster => ({
  ...{ zone: berlin, shifts: [], exceptions: [], substitutions: [] },
  ...change,
});
const dayAndNight = rosterOf({ shifts: [...daily('day', '08:00', '20:00'), ...daily('night', '20:00', '08:00')] });

describe('who is on call', () => {
  it.each([
    ['2026-01-14T07:00:00.000Z', 'day'],
    ['2026-01-14T18:59:59.000Z', 'day'],
    ['2026-01-14T19:00:00.000Z', 'night'],
    // In the night before Thursday it is Wednesday's turn still.
    ['2026-01-15T06:59:59.000Z', 'night'],
    // In summer the same wall clock is an hour earlier.
    ['2026-07-15T06:00:00.000Z', 'day'],
  ])('%s: %s', (now, who) => expect(onCallAt(dayAndNight, at(now))).toEqual([who]));

  it('comes by places, and nobody twice', () => {
    const shifts = [...daily('second', '00:00', '00:00', 2), ...daily('first', '00:00', '00:00', 1)];
    expect(onCallAt(rosterOf({ shifts }), at('2026-01-14T12:00:00.000Z'))).toEqual(['first', 'second']);
    const twice = [...daily('one', '00:00', '00:00', 1), ...daily('one', '00:00', '00:00', 2)];
    expect(onCallAt(rosterOf({ shifts: twice }), at('2026-01-14T12:00:00.000Z'))).toEqual(['one']);
  });

  it('is whom a dated turn names, or nobody, in its place alone', () => {
    const now = at('2026-01-14T12:00:00.000Z');
    const times = span('2026-01-14T10:00:00.000Z', '2026-01-14T14:00:00.000Z');
    const exceptions = [{ account: 'extra', place: 1, ...times }];
    expect(onCallAt({ ...dayAndNight, exceptions }, now)).toEqual(['extra']);
    expect(onCallAt({ ...dayAndNight, exceptions: [{ account: null, place: 1, ...times }] }, now)).toEqual([]);
    expect(onCallAt({ ...dayAndNight, exceptions: [{ account: 'extra', place: 2, ...times }] }, now)).toEqual([
      'day',
      'extra',
    ]);
    expect(onCallAt({ ...dayAndNight, exceptions }, at('2026-01-14T14:00:00.000Z'))).toEqual(['day']);
  });

  it('is whoever stands in, and in for them; a ring of people ends', () => {
    const now = at('2026-01-14T12:00:00.000Z');
    const times = span('2026-01-14T00:00:00.000Z', '2026-01-15T00:00:00.000Z');
    const substitutions = [
      { absent: 'day', by: 'b', ...times },
      { absent: 'b', by: 'c', ...times },
    ];
    expect(onCallAt({ ...dayAndNight, substitutions }, now)).toEqual(['c']);
    const ring = [...substitutions, { absent: 'c', by: 'day', ...times }];
    expect(onCallAt({ ...dayAndNight, substitutions: ring }, now)).toEqual(['day']);
  });

  it('is told without a break, gaps named', () => {
    const { shifts } = rosterOf({ shifts: daily('day', '08:00', '20:00') });
    const spans = onCallBetween(rosterOf({ shifts }), at('2026-01-14T00:00:00.000Z'), at('2026-01-15T12:00:00.000Z'));
    expect(spans.map(({ from, accounts }) => [from.slice(0, 16), accounts.join()])).toEqual([
      ['2026-01-14T00:00', ''],
      ['2026-01-14T07:00', 'day'],
      ['2026-01-14T19:00', ''],
      ['2026-01-15T07:00', 'day'],
    ]);
  });
});

describe('whatever the clocks do', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Shanghai',
    'America/Santiago',
  ] as Zone[];
  const moment = fc
    .integer({ min: 0, max: 2 * 365 * 24 * 60 })
    .map((minutes) => plusMinutes(at('2026-01-01T00:00:00.000Z'), minutes));
  const clock = fc
    .integer({ min: 0, max: 47 })
    .map((half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`);

  it('two turns that meet leave no gap and never overlap', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), clock, clock, moment, (zone, one, other, now) => {
        fc.pre(one !== other);
        const shifts = [...daily('a', one, other), ...daily('b', other, one, 2)];
        expect(onCallAt(rosterOf({ zone, shifts }), now)).toHaveLength(1);
      }),
    );
  });

  it('spans follow on each other, and say of every moment what is so then', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), clock, clock, moment, (zone, one, other, now) => {
        const roster = rosterOf({ zone, shifts: daily('a', one, other) });
        const to = plusMinutes(now, 7 * 24 * 60);
        const spans = onCallBetween(roster, now, to);
        expect([spans[0]?.from, spans.at(-1)?.to]).toEqual([now, to]);
        spans.forEach((each, index) => {
          expect(spans[index + 1]?.from ?? to).toBe(each.to);
          expect(onCallAt(roster, plusMinutes(each.to, -1 / 60))).toEqual(each.accounts);
        });
      }),
      { numRuns: 40 },
    );
  });
});
