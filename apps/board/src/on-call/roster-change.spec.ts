import type { OnCall } from '../api/types.js';
import { bodyOfRoster, lineOfTurn, withAdded, without } from './roster-change.js';

const roster: OnCall = {
  ...{ revision: 2, zone: 'Europe/Berlin', now: [], spans: [], gaps: 0, people: [], sends: [], mayChange: true },
  shifts: [{ account: 'a', place: 1, weekday: 1, from: '08:00', to: '20:00' }],
  exceptions: [],
  substitutions: [
    {
      ...{ absent: 'a', by: 'b' },
      from: { at: '2026-07-01T06:00:00.000Z', zone: 'Europe/Berlin' },
      to: { at: '2026-07-02T06:00:00.000Z', zone: 'Europe/Berlin' },
    },
  ],
};

describe('a roster that is changed', () => {
  it('is written back as it was read, its times by their own clocks', () => {
    const { substitutions, shifts } = bodyOfRoster(roster);
    expect(substitutions[0]?.from).toEqual({ local: '2026-07-01T08:00:00', zone: 'Europe/Berlin' });
    expect(shifts).toEqual(roster.shifts);
  });

  it('gains a turn on each day that was chosen', () => {
    const typed = { account: 'b', place: '2', days: '67', from: '00:00', to: '00:00', zone: 'UTC' };
    const { shifts, zone } = withAdded(bodyOfRoster(roster), 'shifts', typed);
    expect(zone).toBe('UTC');
    expect(shifts.slice(1).map(({ weekday, place }) => [weekday, place])).toEqual([
      [6, 2],
      [7, 2],
    ]);
  });

  it('gains a dated turn of nobody, and somebody who stands in', () => {
    const times = { from: '2026-12-24T00:00', to: '2026-12-25T00:00' };
    const nobody = withAdded(bodyOfRoster(roster), 'exceptions', { account: '', place: '1', ...times });
    expect(nobody.exceptions).toMatchObject([{ account: null, from: { local: times.from, zone: 'Europe/Berlin' } }]);
    const standingIn = withAdded(bodyOfRoster(roster), 'substitutions', { absent: 'b', by: 'a', ...times });
    expect(standingIn.substitutions).toHaveLength(2);
  });

  it('moves no weekly turn by the zone in which a dated one is told', () => {
    const times = { from: '2026-12-24T00:00', to: '2026-12-25T00:00', zone: 'Asia/Shanghai' };
    const dated = withAdded(bodyOfRoster(roster), 'exceptions', { account: '', place: '1', ...times });
    const standingIn = withAdded(bodyOfRoster(roster), 'substitutions', { absent: 'b', by: 'a', ...times });
    expect([dated.zone, standingIn.zone]).toEqual(['Europe/Berlin', 'Europe/Berlin']);
    expect(dated.exceptions[0]?.from).toEqual({ local: times.from, zone: 'Asia/Shanghai' });
  });

  it('loses one line', () => expect(without(bodyOfRoster(roster), 'substitutions', 0).substitutions).toEqual([]));
});

it('what is refused of a turn blames the line in which it was typed', () => {
  const pointers = ['/exceptions/0/from/local', '/exceptions/0/to/zone', '/shifts/2/account', '/zone', '/shifts/2'];
  expect(pointers.map(lineOfTurn)).toEqual(['from', 'zone', 'account', 'zone', undefined]);
});
