import { readCourierRecord } from './courier-record.js';

const record = {
  name: 'C. Example',
  company: 'EXAMPLE Couriers',
  phone: '+1 713 555 0100',
  trainedUntil: '2027-06-30',
  passports: [{ country: 'US', validUntil: '2030-01-31' }],
};

describe('a courier’s record', () => {
  it('takes what is left out as not stated', () => {
    expect(readCourierRecord('courier-07', record)).toEqual({
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
    expect(readCourierRecord(id, { ...record, ...change })).toMatchObject({ ok: false, error: [error] });
  });
});
