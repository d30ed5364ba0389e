import fc from 'fast-check';
import { localDateOf, mustBe } from '@cellrelay/kernel';
import { electronicSec, formatSec, parseDin, parseSec, partsOfSec, secMatchesDin, secOf, type Sec } from './index.js';

const stored = 'PL001499Z549917123456A00T041600320171231';

describe('an SEC', () => {
  it.each([
    'SEC: PL001499Z549917123456 A00T041600320171231',
    'sec:PL001499Z549917123456A00T041600320171231',
    `&,4${stored}`,
    stored,
  ])('reads %j', (text) => {
    expect(parseSec(text)).toEqual({ ok: true, value: stored });
  });

  it('comes apart into its fields, the DIN among them', () => {
    expect(partsOfSec(stored as Sec)).toEqual({
      country: 'PL',
      establishment: '001499',
      donationNumber: 'Z549917123456',
      codingSystem: 'A',
      product: '00T0416',
      split: '003',
      din: 'Z549917123456',
      expires: '2017-12-31',
    });
  });

  it('has no expiry where it says 00000000', () => {
    expect(partsOfSec(mustBe(parseSec(stored.replace('20171231', '00000000')))).expires).toBeUndefined();
  });

  it('has no DIN where the coding system is not ISBT 128', () => {
    const eurocode = mustBe(parseSec('DE0012340000000000001B000123400100000000'));
    expect(partsOfSec(eurocode)).not.toHaveProperty('din');
  });

  it('pads the fields of which it is made', () => {
    const sec = secOf({
      country: 'AT',
      establishment: 'A317',
      donationNumber: 'Z549917123456',
      codingSystem: 'A',
      product: 'T0416',
      split: '3',
      expires: localDateOf('2028-02-29'),
    });
    expect(sec).toEqual({ ok: true, value: 'AT00A317Z549917123456A00T041600320280229' });
  });

  it.each([
    [stored.slice(1), 'length', 'one short'],
    [`${stored}0`, 'length', 'one too many'],
    [stored.replace('PL', 'pl'), 'character', 'a country in small letters'],
    [stored.replace('A00T', 'C00T'), 'character', 'an unknown coding system'],
    [stored.replace('Z5499', 'O5499'), 'character', 'a donation number that is no DIN'],
    [stored.replace('20171231', '20170229'), 'no-such-day', 'a day that the year has not'],
    [stored.replace('20171231', '2017123A'), 'character', 'a letter in the expiry'],
    ['&:6939XYZ000123456731', 'other-identifier', 'the barcode of a GRID'],
    ['SEC:', 'empty', 'the prefix alone'],
  ])('refuses %j as %s: %s', (text, code) => {
    expect(parseSec(text)).toMatchObject({ ok: false, error: { identifier: 'SEC', code } });
  });

  it('is compared with the DIN on record, since it has no check digit of its own', () => {
    const { din } = mustBe(parseDin('Z549917123456'));
    expect(secMatchesDin(stored as Sec, din)).toBeUndefined();
    const other = mustBe(parseSec(stored.replace('Z549917123456', 'Z549917124356')));
    expect(secMatchesDin(other, din)).toMatchObject({ code: 'differs-from-reference', differingPositions: [10, 11] });
  });

  it('lets a mistyped character of its own through, which is why that comparison exists', () => {
    expect(parseSec(stored.replace('Z549917123456', 'Z549917124356')).ok).toBe(true);
  });

  it('survives printing, the barcode and being taken apart', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const expiries = fc.option(
      days.map((day) => localDateOf(day.toISOString().slice(0, 10))),
      { nil: undefined },
    );
    const fields = fc.record({
      country: fc.stringMatching(/^[A-Z]{2}$/),
      establishment: fc.stringMatching(/^[A-Z0-9]{1,6}$/),
      donationNumber: fc.stringMatching(/^[A-NP-Z1-9][A-NP-Z0-9]{2}[0-9]{10}$/),
      codingSystem: fc.constantFrom('A' as const, 'B' as const, 'E' as const),
      product: fc.stringMatching(/^[A-Z0-9]{1,7}$/),
      split: fc.stringMatching(/^[A-Za-z0-9]{1,3}$/),
      expires: expiries,
    });
    fc.assert(
      fc.property(fields, (each) => {
        const sec = mustBe(secOf(each));
        for (const text of [formatSec(sec), electronicSec(sec)])
          expect(parseSec(text)).toEqual({ ok: true, value: sec });
        expect(secOf(partsOfSec(sec))).toEqual({ ok: true, value: sec });
      }),
    );
  });
});
