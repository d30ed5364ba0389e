import type { LocalDate } from '@cellrelay/kernel';
import { readCourierRecord } from './courier-record.js';

const today = '2026-11-26' as LocalDate;
const record = {
  name: 'C. Example',
  company: 'EXAMPLE Couriers',
  phone: '+1 713 555 0100',
  trainedUntil: '2027-06-30',
  passports: [{ country: 'US', validUntil: '2030-01-31' }],
};

describe('a courier’s record', () => {
  it('takes what is left out as not stated', () => {
    expect(readCourierRecord('courier-07', record, today)).toEqual({
      ok: true,
      value: { id: 'courier-07', ...record, basedIn: null, visas: [], restUntil: null, languages: [] },
    });
  });

  const refused: [string, string, object, object][] = [
    ['an id that is none', 'Courier 7', {}, { code: 'courier-id-malformed' }],
    ['no passport', 'c', { passports: [] }, { code: 'too-few', at: '/passports' }],
    ['a day that is none', 'c', { trainedUntil: '2027-02-30' }, { code: 'date-malformed', at: '/trainedUntil' }],
    ['a field that nobody knows', 'c', { shoeSize: 43 }, { code: 'unknown-field', at: '/shoeSize' }],
    [
      'a country twice',
      'c',
      {
        visas: [
          { country: 'CN', standing: 'held' },
          { country: 'CN', standing: 'applied' },
        ],
      },
      { code: 'country-twice', at: '/visas/1/country' },
    ],
  ];
  it.each(refused)('refuses %s', (_, id, change, error) => {
    expect(readCourierRecord(id, { ...record, ...change }, today)).toMatchObject({ ok: false, error: [error] });
  });

  const passport = (validUntil: string, country = 'US') => ({ passports: [{ country, validUntil }] });
  const visa = (until: string, country = 'US') => ({ visas: [{ country, standing: 'held', until }] });
  const rest = (local: string) => ({ restUntil: { local, zone: 'Europe/Berlin' } });
  const papers = '2016-11-26 to 2046-11-26';
  it.each<[object, string, string]>([
    [{ trainedUntil: '1900-01-01' }, '/trainedUntil', papers],
    [{ trainedUntil: '9999-12-31' }, '/trainedUntil', papers],
    [passport('2016-11-25'), '/passports/0/validUntil', papers],
    [visa('1990-01-01'), '/visas/0/until', papers],
    [rest('2999-01-01T00:00'), '/restUntil', '2016-11-26 to 2027-11-26'],
  ])('does not believe %j, and says what is allowed', (change, at, allowed) => {
    const error = [{ code: 'date-implausible', at, allowed: [allowed] }];
    expect(readCourierRecord('c', { ...record, ...change }, today)).toMatchObject({ ok: false, error });
  });

  it.each([passport('2016-11-26'), visa('2046-11-26'), rest('2027-11-26T12:00'), { basedIn: 'XK' }])(
    'believes %j',
    (change) => {
      expect(readCourierRecord('c', { ...record, ...change }, today).ok).toBe(true);
    },
  );

  it.each<[object, string]>([
    [{ basedIn: 'ZZ' }, '/basedIn'],
    [passport('2030-01-31', 'QX'), '/passports/0/country'],
    [visa('2030-01-31', 'EU'), '/visas/0/country'],
  ])('knows no country of %j', (change, at) => {
    const error = [{ code: 'country-unknown', at }];
    expect(readCourierRecord('c', { ...record, ...change }, today)).toMatchObject({ ok: false, error });
  });
});
