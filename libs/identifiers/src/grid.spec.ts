import fc from 'fast-check';
import { mustBe } from '@cellrelay/kernel';
import {
  checkDigitsOf,
  electronicGrid,
  formatGrid,
  gridOf,
  parseGrid,
  parseIon,
  partsOfGrid,
  type Grid,
} from './index.js';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const characters = (length: number, from: string) =>
  fc.string({ unit: fc.constantFrom(...from), minLength: length, maxLength: length });
const grids: fc.Arbitrary<Grid> = fc
  .tuple(fc.integer({ min: 1000, max: 9999 }), characters(13, alphabet))
  .map(([ion, donor]) => mustBe(gridOf(mustBe(parseIon(String(ion))), donor)));

const codeOf = (text: string) => {
  const result = parseGrid(text);
  return result.ok ? 'accepted' : result.error.code;
};

describe('a GRID', () => {
  it.each([
    ['6939 XYZ0 0012 3456 731', '6939XYZ000123456731', '6939 XYZ0 0012 3456 731'],
    ['6939DKM001392612726', '6939DKM001392612726', '6939 DKM0 0139 2612 726'],
    [' 6939xyz0 00123456731\n', '6939XYZ000123456731', '6939 XYZ0 0012 3456 731'],
    ['6939\u00a0XYZ0\u200b0012\u30003456 731', '6939XYZ000123456731', '6939 XYZ0 0012 3456 731'],
    ['&:6939XYZ000123456731', '6939XYZ000123456731', '6939 XYZ0 0012 3456 731'],
  ])('reads %j', (text, stored, shown) => {
    const grid = mustBe(parseGrid(text));
    expect(grid).toBe(stored);
    expect(formatGrid(grid)).toBe(shown);
  });

  it('comes apart into issuing organisation, donor and check digits', () => {
    const grid = mustBe(parseGrid('6939 XYZ0 0012 3456 731'));
    expect(partsOfGrid(grid)).toEqual({ ion: '6939', registryDonorId: 'XYZ0001234567', checkDigits: '31' });
  });

  it.each([
    ['4070 0000 8000 0000 000', 'check-character-wrong', 'a display dummy from a web page'],
    ['6939XYZ000123456831', 'check-character-wrong', 'one digit wrong'],
    ['6939XYZ000123457631', 'check-character-wrong', 'two neighbours swapped'],
    ['6939XYZ000123456732', 'check-character-wrong', 'the check digits wrong'],
    ['6939XYZ000123456768', 'check-character-wrong', 'check digits of 37 and more, equal modulo 37'],
    ['', 'empty', 'nothing'],
    [' \u200b ', 'empty', 'spaces alone'],
    ['6939XYZ00012345673', 'length', 'one short'],
    ['6939XYZ0001234567311', 'length', 'one too many'],
    ['6939-XYZ0-0012-3456-731', 'character', 'hyphens'],
    ['0939XYZ000123456731', 'character', 'an ION that begins with 0'],
    ['A939XYZ000123456731', 'character', 'a letter in the ION'],
    ['6939XYZ0001234567A1', 'character', 'a letter in the check digits'],
    ['6939ßYZ000123456731', 'character', 'a letter that capitals would stretch to SS'],
    ['6939XYZ0001234567３1', 'character', 'a full-width digit'],
    ['&,36939XYZ00012345673', 'retired-form', 'the barcode retired in 2017'],
    ['=G12349865432100', 'other-identifier', 'the barcode of a DIN'],
  ])('refuses %j as %s: %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('says which identifier, what is wrong and what form is expected, and offers no correction', () => {
    const result = parseGrid('6939XYZ000123456831');
    expect(result).toMatchObject({ ok: false, error: { identifier: 'GRID', code: 'check-character-wrong' } });
    const { sentence, expectedForm, expected } = result.ok ? refused() : result.error;
    expect(sentence).toContain('check digits of the GRID do not fit');
    expect(sentence).toContain(expectedForm);
    expect(expected).toBeUndefined();
    expect(JSON.stringify(result)).not.toContain(checkDigitsOf('6939XYZ0001234568'));
  });

  it('does not repeat the text it was given, which may name a donor', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const result = parseGrid(`${grid.slice(0, -1)}_`);
        expect(JSON.stringify(result)).not.toContain(grid.slice(0, 17));
      }),
    );
  });

  it('points at the character that cannot be there', () => {
    expect(parseGrid('6939XYZ0_01234567 31')).toMatchObject({
      error: { position: 9, expected: 'a letter A to Z or a digit' },
    });
    expect(parseGrid('693OXYZ000123456731')).toMatchObject({ error: { position: 4, expected: 'a digit' } });
  });

  it('survives formatting, the barcode and small letters', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        for (const text of [grid, formatGrid(grid), electronicGrid(grid), formatGrid(grid).toLowerCase()]) {
          expect(parseGrid(text)).toEqual({ ok: true, value: grid });
        }
        expect(formatGrid(grid)).toMatch(/^\w{4} \w{4} \w{4} \w{4} \w{3}$/);
      }),
    );
  });

  it('is never accepted with one character changed, whichever and into whatever', () => {
    fc.assert(
      fc.property(grids, fc.nat(18), fc.constantFrom(...alphabet), (grid, at, other) => {
        fc.pre(grid[at] !== other);
        expect(codeOf(grid.slice(0, at) + other + grid.slice(at + 1))).not.toBe('accepted');
      }),
      { numRuns: 3000 },
    );
  });

  it('is never accepted with two different neighbours swapped, across the border to the check digits too', () => {
    fc.assert(
      fc.property(grids, fc.nat(17), (grid, at) => {
        fc.pre(grid[at] !== grid[at + 1]);
        const swapped = grid.slice(0, at) + grid.charAt(at + 1) + grid.charAt(at) + grid.slice(at + 2);
        expect(codeOf(swapped)).not.toBe('accepted');
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses to make one of a part with the wrong length', () => {
    expect(gridOf(mustBe(parseIon('6939')), 'XYZ')).toMatchObject({ ok: false, error: { code: 'length' } });
  });
});

describe('an ION', () => {
  it.each(['3553', '6939', '5525', '2197', '4070', '4364', '2614', '7813', '8486'])('reads %s', (text) => {
    expect(parseIon(` ${text} `)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['0553', 'character'],
    ['355', 'length'],
    ['35A3', 'character'],
    ['', 'empty'],
  ])('refuses %j as %s', (text, code) => {
    expect(parseIon(text)).toMatchObject({ ok: false, error: { identifier: 'ION', code } });
  });
});

function refused(): never {
  throw new Error('accepted what had to be refused');
}
