import { checkCharacterOf, checkDigitsOf, checkValueOf } from './index.js';

/** ISO/IEC 7064 in its weighted form, written apart from the source: the sum of value times 2 to the position from the right. */
function weighted(body: string): number {
  const values = Array.from(body, (character) => BigInt(Number.parseInt(character, 36)));
  const sum = values.reduce((total, value, index) => total + value * 2n ** BigInt(body.length - index), 0n);
  return Number((38n - (sum % 37n)) % 37n);
}

describe('the MOD 37-2 check', () => {
  const published: readonly (readonly [string, number, string])[] = [
    ['G123498654321', 17, 'JPAC Red Book (S18)'],
    ['G123417654321', 10, 'ST-001 appendix A (S65)'],
    ['A999921123456', 3, 'ST-001 figure 2 (S17)'],
    ['6939XYZ0001234567', 31, 'ZKRD on the WMDA page (S2)'],
    ['6939DKM0013926127', 26, 'NMDP FHIR guide (S67)'],
    ['A9990ABC123T0480', 8, 'ST-017 (S65)'],
    ['ABCDE27000069', 12, 'an outside vector for the algorithm alone'],
  ];

  it.each(published)('of %s is %i: %s', (body, value) => {
    expect(checkValueOf(body)).toBe(value);
    expect(weighted(body)).toBe(value);
  });

  it('follows the trace written out in the standards page', () => {
    const trace = [12, 5, 16, 13, 18, 30, 19, 1, 2, 4, 10, 24, 17, 5, 20, 15, 7];
    const body = '6939XYZ0001234567';
    trace.forEach((sum, index) => expect(checkValueOf(body.slice(0, index + 1))).toBe((38 - sum) % 37));
  });

  it('is H for G123498654321, and not the G that (37 - s) mod 37 would give', () => {
    expect(checkCharacterOf('G123498654321')).toBe('H');
  });

  it('has a character for all 37 values, * for the last', () => {
    const characters = new Set(
      Array.from({ length: 10_000 }, (_, number) => checkCharacterOf(String(number).padStart(4, '0'))),
    );
    expect([...characters].sort().join('')).toBe('*0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    expect(checkCharacterOf('1')).toBe('*');
    expect(checkDigitsOf('1')).toBe('36');
  });

  it('writes values under ten with a leading zero', () => {
    expect(checkDigitsOf('A9990ABC123T0480')).toBe('08');
  });

  it.each(['a', '-', '*', 'Ä', ' '])('throws on %j, which has no value', (character) => {
    expect(() => checkValueOf(character)).toThrow(RangeError);
  });
});
