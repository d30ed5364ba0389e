import fc from 'fast-check';
import { mustBe } from '@cellrelay/kernel';
import {
  checkCharacterOf,
  checkFlagsOf,
  electronicDin,
  formatDin,
  kindOfFlags,
  noFlags,
  parseDin,
  parseDinFlags,
  parseTypedDin,
  partsOfDin,
  type Din,
} from './index.js';

const digits = '0123456789';
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const facilityLetters = capitals.replace('O', '');
const text = (length: number, from: string) =>
  fc.string({ unit: fc.constantFrom(...from), minLength: length, maxLength: length });
const dins: fc.Arbitrary<Din> = fc
  .tuple(text(1, facilityLetters + digits.slice(1)), text(2, facilityLetters + digits), text(10, digits))
  .map((parts) => mustBe(parseDin(parts.join(''))).din);

const codeOf = (given: string) => {
  const result = parseDin(given);
  return result.ok ? 'accepted' : result.error.code;
};

describe('a DIN', () => {
  it.each([
    ['G123498654321', '00', false, 'bare'],
    ['G1234 98 654321', '00', false, 'bare, spaced'],
    ['g1234 98 654321 h', '00', true, 'with its check character, small letters'],
    ['G1234 98 654321 77', '77', true, 'with check flags'],
    ['G1234 98 654321 00 H', '00', true, 'as printed'],
    ['G1234 98 654321 01 H', '01', true, 'as printed on container 1 of a set'],
    ['G1234 98 654321 77 H', '77', true, 'with both checks'],
    ['=G12349865432177', '77', true, 'scanned with check flags'],
    ['=G12349865432100', '00', false, 'scanned without flags'],
  ])('reads %j, flags %s, checked %s: %s', (given, flags, checked) => {
    expect(parseDin(given)).toEqual({ ok: true, value: { din: 'G123498654321', flags, checked } });
  });

  it.each([
    ['G123498654321', 'H', '77', 'JPAC Red Book (S18)'],
    ['G123417654321', 'A', '70', 'ST-001 appendix A (S65)'],
    ['A999921123456', '3', '63', 'ST-001 figure 2 (S17)'],
  ])('%s has check character %s and check flags %s: %s', (given, character, flags) => {
    const { din } = mustBe(parseDin(given));
    expect(checkCharacterOf(din)).toBe(character);
    expect(checkFlagsOf(din)).toBe(flags);
    expect(parseDin(given + character)).toMatchObject({ ok: true, value: { checked: true } });
    expect(parseDin(given + flags)).toMatchObject({ ok: true, value: { checked: true } });
  });

  it('reads the label of the standard: flag 01 is process control there, and 3 the check character', () => {
    expect(parseDin('A9999 21 123456 01 3')).toEqual({
      ok: true,
      value: { din: 'A999921123456', flags: '01', checked: true },
    });
  });

  it.each([
    ['G123498654321G', 'check-character-wrong', 'the character of the faulty formula'],
    ['G123498654321 00 G', 'check-character-wrong', 'the same, printed with flags'],
    ['=G12349865432176', 'check-character-wrong', 'check flags one off'],
    ['G123498654321 76 H', 'check-character-wrong', 'right character, wrong check flags'],
    ['G123498654321 77 G', 'check-character-wrong', 'right check flags, wrong character'],
    ['G123489654321H', 'check-character-wrong', 'neighbours swapped'],
    ['G12349865432', 'length', 'one short'],
    ['G123498654321 00 H0', 'length', 'one too many'],
    ['=G123498654321', 'length', 'scanned without flags at all'],
    ['O123498654321', 'character', 'O in front'],
    ['0123498654321', 'character', '0 in front'],
    ['GO23498654321', 'character', 'O in the facility'],
    ['G1A3498654321', 'accepted', 'a letter in the facility, which the standard keeps room for'],
    ['G12A498654321', 'character', 'a letter where the facility has digits'],
    ['G1234-98-654321', 'character', 'hyphens, which must not pass as flags'],
    ['=G123498654321Z0', 'character', 'a letter that flags never have'],
    ['=<S1128VA0', 'other-identifier', 'the barcode of a product code'],
    ['', 'empty', 'nothing'],
    ['=', 'empty', 'a data identifier alone'],
  ])('answers %j with %s: %s', (given, code) => {
    expect(codeOf(given)).toBe(code);
  });

  it('is refused when typed without a check character, and accepted with it', () => {
    expect(parseTypedDin('G123498654321')).toMatchObject({
      ok: false,
      error: { code: 'check-character-missing', identifier: 'DIN' },
    });
    expect(parseTypedDin('G123498654321H')).toMatchObject({ ok: true });
    expect(parseTypedDin('G123498654321G')).toMatchObject({ ok: false, error: { code: 'check-character-wrong' } });
  });

  it('comes apart into facility, nominal year and sequence', () => {
    expect(partsOfDin(mustBe(parseDin('A999921123456')).din)).toEqual({
      facility: 'A9999',
      year: '21',
      sequence: '123456',
    });
  });

  it('survives printing and the barcode, with and without flags', () => {
    fc.assert(
      fc.property(dins, (din) => {
        for (const flags of [noFlags, checkFlagsOf(din), mustBe(parseDinFlags('12'))]) {
          expect(parseDin(formatDin(din, flags))).toEqual({ ok: true, value: { din, flags, checked: true } });
          expect(parseDin(electronicDin(din, flags))).toMatchObject({ ok: true, value: { din, flags } });
        }
      }),
    );
  });

  it('is never accepted with its check character and one character changed', () => {
    fc.assert(
      fc.property(dins, fc.nat(13), fc.constantFrom(...`${digits}${capitals}*`), (din, at, other) => {
        const whole = din + checkCharacterOf(din);
        fc.pre(whole[at] !== other);
        expect(codeOf(whole.slice(0, at) + other + whole.slice(at + 1))).not.toBe('accepted');
      }),
      { numRuns: 3000 },
    );
  });

  it('is never accepted with its check character and two neighbours swapped', () => {
    fc.assert(
      fc.property(dins, fc.nat(12), (din, at) => {
        const whole = din + checkCharacterOf(din);
        fc.pre(whole[at] !== whole[at + 1]);
        expect(codeOf(swapped(whole, at))).not.toBe('accepted');
      }),
      { numRuns: 3000 },
    );
  });

  it('never passes as checked by its flags with one digit changed: what the flags cannot catch is read as unchecked', () => {
    fc.assert(
      fc.property(dins, fc.nat(14), fc.constantFrom(...digits), (din, at, other) => {
        const whole = din + checkFlagsOf(din);
        fc.pre(whole[at] !== other);
        expect(parseDin(whole.slice(0, at) + other + whole.slice(at + 1))).not.toMatchObject({
          ok: true,
          value: { checked: true },
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('shows that limit: check flags mistyped as another kind of flags check nothing', () => {
    expect(parseDin('=G12349865432127')).toEqual({
      ok: true,
      value: { din: 'G123498654321', flags: '27', checked: false },
    });
  });
});

describe('the flags of a DIN', () => {
  it.each([
    ['00', 'unused'],
    ['01', 'process-control'],
    ['19', 'process-control'],
    ['20', 'site'],
    ['59', 'site'],
    ['60', 'check'],
    ['96', 'check'],
    ['97', 'reserved'],
    ['99', 'reserved'],
    ['1A', 'reserved'],
  ])('%s is %s', (flags, kind) => {
    expect(kindOfFlags(mustBe(parseDinFlags(flags)))).toBe(kind);
  });

  it.each(['', '0', '000', 'O0', '0z', 'I1'])('%j are none', (flags) => {
    expect(parseDinFlags(flags).ok).toBe(false);
  });
});

function swapped(whole: string, at: number): string {
  return whole.slice(0, at) + whole.charAt(at + 1) + whole.charAt(at) + whole.slice(at + 2);
}
