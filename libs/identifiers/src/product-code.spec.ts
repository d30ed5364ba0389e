import fc from 'fast-check';
import { mustBe } from '@cellrelay/kernel';
import {
  bagKeyOf,
  bagOf,
  divisionOf,
  electronicProductCode,
  parseDin,
  parseProductCode,
  parseProductDescriptionCode,
  parseProductDivisions,
  partsOfProductCode,
} from './index.js';

const code = (text: string) => mustBe(parseProductCode(text));

describe('a product code', () => {
  it.each([
    ['S12954A0', 'S12954A0', 'the example printed in the standard'],
    ['S1128V00', 'S1128V00', 'an undivided apheresis'],
    ['s1128V00', 'S1128V00', 'its description in small letters, as FHIR lists it'],
    ['=<S1128VA0', 'S1128VA0', 'scanned'],
    ['S1398 V Ab', 'S1398VAb', 'spaced, a subdivision'],
  ])('reads %j as %s: %s', (text, stored) => {
    expect(parseProductCode(text)).toEqual({ ok: true, value: stored });
  });

  it('keeps collection types apart by case: V is a volunteer, r paid research and R volunteer research', () => {
    expect(partsOfProductCode(code('S1128r00')).collectionType).toBe('r');
    expect(partsOfProductCode(code('S1128R00')).collectionType).toBe('R');
  });

  it.each([
    ['S1128V00', { kind: 'undivided' }],
    ['S1128VA0', { kind: 'divided', division: 'A' }],
    ['S1128VZz', { kind: 'divided', division: 'Z', subdivision: 'z' }],
    ['S1128V99', { kind: 'elsewhere' }],
  ])('%s is divided so: %j', (text, division) => {
    expect(divisionOf(code(text))).toEqual(division);
  });

  it('comes apart into description, collection type and division', () => {
    expect(partsOfProductCode(code('S12954A0'))).toEqual({
      description: 'S1295',
      collectionType: '4',
      division: { kind: 'divided', division: 'A' },
    });
  });

  it.each([
    ['S1128', 'length', 'the description alone'],
    ['S1128VA01', 'length', 'one too many'],
    ['E1128V00', 'character', 'a blood component'],
    ['S1128Va0', 'character', 'a small letter for the division'],
    ['S1128VAB', 'character', 'a capital for the subdivision'],
    ['S1128V0a', 'division', 'a subdivision without a division'],
    ['S1128V90', 'division', 'half of 99'],
    ['S1128VA9', 'division', 'a letter and half of 99'],
    ['S1128V12', 'character', 'digits, which only a product divisions code has'],
    ['S11-8V00', 'character', 'a hyphen'],
    ['=G12349865432100', 'other-identifier', 'the barcode of a DIN'],
    ['=,000012', 'other-identifier', 'the barcode of a product divisions code'],
    ['', 'empty', 'nothing'],
  ])('refuses %j as %s: %s', (text, fault) => {
    expect(parseProductCode(text)).toMatchObject({ ok: false, error: { identifier: 'product code', code: fault } });
  });

  it('survives the barcode', () => {
    const divisions = fc.oneof(fc.constantFrom('00', '99'), fc.stringMatching(/^[A-Z][a-z0]$/));
    const codes = fc
      .tuple(fc.stringMatching(/^S[A-Z0-9]{4}[A-Za-z0-9]$/), divisions)
      .map((parts) => code(parts.join('')));
    fc.assert(
      fc.property(codes, (each) =>
        expect(parseProductCode(electronicProductCode(each))).toEqual({ ok: true, value: each }),
      ),
    );
  });

  it.each([
    ['s1128', true],
    ['S2598', true],
    ['S112', false],
    ['T1128', false],
  ])('%s is a description: %s', (text, good) => {
    expect(parseProductDescriptionCode(text).ok).toBe(good);
  });
});

describe('a bag', () => {
  const { din } = mustBe(parseDin('G123498654321H'));
  const otherDay = mustBe(parseDin('G123417654321A')).din;
  const productDivisions = mustBe(parseProductDivisions('=,000012'));

  it('is named by DIN and product code together', () => {
    expect(bagKeyOf(mustBe(bagOf({ din, productCode: code('S1128VA0') })))).toBe('G123498654321/S1128VA0');
  });

  it('is another bag when the division or the donation is another', () => {
    const keys = [
      { din, productCode: code('S1128VA0') },
      { din, productCode: code('S1128VB0') },
      { din, productCode: code('S1128VAa') },
      { din: otherDay, productCode: code('S1128VA0') },
      { din, productCode: code('S1128V99'), productDivisions },
    ].map((label) => bagKeyOf(mustBe(bagOf(label))));
    expect(new Set(keys).size).toBe(5);
  });

  it('is not identified by a code ending in 99 alone', () => {
    const result = bagOf({ din, productCode: code('S1128V99') });
    expect(result).toMatchObject({ ok: false, error: { code: 'product-divisions-missing' } });
  });

  it('takes no product divisions code where the product code says its division itself', () => {
    const result = bagOf({ din, productCode: code('S1128VA0'), productDivisions });
    expect(result).toMatchObject({ ok: false, error: { code: 'product-divisions-unexpected' } });
  });

  it.each([
    ['000000', 'division'],
    ['12', 'length'],
    ['00-012', 'character'],
    ['=<S1128VA0', 'other-identifier'],
  ])('refuses the product divisions code %j as %s', (text, fault) => {
    expect(parseProductDivisions(text)).toMatchObject({
      ok: false,
      error: { identifier: 'product divisions code', code: fault },
    });
  });
});
