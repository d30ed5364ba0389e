import { accountsIn } from './roster.js';
import { readRoster, readWish } from './roster-body.js';

const people = ['a', 'b'];
const local = (text: string, zone = 'Europe/Berlin') => ({ local: text, zone });
const shift = { account: 'a', place: 1, weekday: 1, from: '08:00', to: '20:00' };
const times = { from: local('2026-01-14T10:00'), to: local('2026-01-14T14:00') };
const body = (change: object = {}) => ({
  zone: 'Europe/Berlin',
  shifts: [shift],
  exceptions: [],
  substitutions: [],
  ...change,
});
const faultsOf = (change: object) => {
  const read = readRoster(body(change), people);
  return read.ok ? [] : read.error.map(({ code, at }) => `${code} ${at}`);
};

describe('a roster', () => {
  it('is taken as it should be, gaps and all', () => {
    const exceptions = [{ account: null, place: 1, ...times }];
    const substitutions = [{ absent: 'a', by: 'b', ...times }];
    expect(faultsOf({ exceptions, substitutions })).toEqual([]);
    expect(faultsOf({ shifts: [] })).toEqual([]);
  });

  it('takes turns that meet, in one place or in two', () => {
    const meeting = [shift, { ...shift, from: '20:00', to: '08:00' }, { ...shift, weekday: 2 }];
    expect(faultsOf({ shifts: meeting })).toEqual([]);
    expect(faultsOf({ shifts: [shift, { ...shift, place: 2 }] })).toEqual([]);
  });

  it('may be written while somebody stands in it who has left', () => {
    const [left, by] = ['left', 'gone'];
    const standing = body({
      shifts: [{ ...shift, account: left }],
      substitutions: [{ absent: 'a', by, ...times }],
    });
    const kept = readRoster(standing, [...people, left, by]);
    expect(kept.ok && accountsIn(kept.value)).toEqual([left, 'a', by]);
    expect(readRoster(standing, people).ok).toBe(false);
    expect(kept.ok && readRoster(standing, [...people, ...accountsIn(kept.value)]).ok).toBe(true);
  });

  it.each<[string, object]>([
    ['zone-unknown /zone', { zone: '+01:00' }],
    ['not-of-organisation /shifts/0/account', { shifts: [{ ...shift, account: 'c' }] }],
    ['clock-time-malformed /shifts/0/from', { shifts: [{ ...shift, from: '8' }] }],
    ['turns-overlap /shifts/1', { shifts: [shift, { ...shift, account: 'b', from: '19:59', to: '21:00' }] }],
    // Over midnight, and over the end of the week.
    [
      'turns-overlap /shifts/1',
      {
        shifts: [
          { ...shift, from: '20:00', to: '08:00' },
          { ...shift, weekday: 2, from: '07:00' },
        ],
      },
    ],
    ['turns-overlap /shifts/1', { shifts: [{ ...shift, weekday: 7, from: '20:00', to: '09:00' }, shift] }],
    ['turns-overlap /shifts/1', { shifts: [{ ...shift, from: '00:00', to: '00:00' }, shift] }],
    [
      'ends-before-it-begins /exceptions/0/to',
      { exceptions: [{ account: 'a', place: 1, from: times.to, to: times.from }] },
    ],
    [
      'turns-overlap /exceptions/1',
      {
        exceptions: [
          { account: 'a', place: 1, ...times },
          { account: 'b', place: 1, ...times },
        ],
      },
    ],
    ['own-substitute /substitutions/0/by', { substitutions: [{ absent: 'a', by: 'a', ...times }] }],
    [
      'turns-overlap /substitutions/1',
      {
        substitutions: [
          { absent: 'a', by: 'b', ...times },
          { absent: 'a', by: 'b', ...times },
        ],
      },
    ],
    [
      'local-time-skipped /exceptions/0/from',
      { exceptions: [{ account: 'a', place: 1, from: local('2026-03-29T02:30'), to: local('2026-03-29T06:00') }] },
    ],
    [
      'local-time-repeated /exceptions/0/from',
      { exceptions: [{ account: 'a', place: 1, from: local('2026-10-25T02:30'), to: local('2026-10-25T06:00') }] },
    ],
    ['unknown-field /mute', { mute: true }],
  ])('is refused: %s', (fault, change) => expect(faultsOf(change)).toEqual([fault]));
});

describe('how somebody is told', () => {
  const wish = {
    zone: 'UTC',
    quiet: { from: '22:00', to: '07:00' },
    channels: [{ channel: 'mail', to: 'a@example.org' }],
  };

  it('is taken as it should be', () => expect(readWish(wish)).toEqual({ ok: true, value: wish }));

  it.each<[string, object]>([
    ['/channels/0/to', { channels: [{ channel: 'mail', to: 'a' }] }],
    ['/channels/0/to', { channels: [{ channel: 'voice', to: '030 1234' }] }],
    ['/channels/0/channel', { channels: [{ channel: 'fax', to: '+49301234567' }] }],
    ['/zone', { zone: 'Mars/Base' }],
    ['/quiet/from', { quiet: { from: '25:00', to: '07:00' } }],
    ['/quiet/to', { quiet: { from: '22:00', to: '22:00' } }],
  ])('is refused at %s', (at, change) => {
    const read = readWish({ ...wish, ...change });
    expect(read.ok ? [] : read.error.map((each) => each.at)).toEqual([at]);
  });
});
