import fc from 'fast-check';
import { mustBe } from '@cellrelay/kernel';
import { parseAirportCode, parseFlightDesignator, partsOfFlightDesignator } from './index.js';

describe('an airport code', () => {
  it.each([
    ['PEK', 'PEK'],
    [' iah ', 'IAH'],
  ])('reads %j', (text, stored) => {
    expect(parseAirportCode(text)).toEqual({ ok: true, value: stored });
  });

  it.each([
    ['ZBAA', 'length', 'the ICAO code'],
    ['PE', 'length', 'one short'],
    ['P3K', 'character', 'a digit'],
    ['PEß', 'character', 'a letter that capitals would stretch'],
    ['', 'empty', 'nothing'],
  ])('refuses %j as %s: %s', (text, code) => {
    expect(parseAirportCode(text)).toMatchObject({ ok: false, error: { identifier: 'airport code', code } });
  });
});

describe('a flight designator', () => {
  it.each([
    ['CA985', 'CA985', { airline: 'CA', number: 985 }],
    ['ca 985', 'CA985', { airline: 'CA', number: 985 }],
    ['UA 0088', 'UA88', { airline: 'UA', number: 88 }],
    ['3U8888', '3U8888', { airline: '3U', number: 8888 }],
    ['U2 123', 'U2123', { airline: 'U2', number: 123 }],
    ['BA15A', 'BA15A', { airline: 'BA', number: 15, suffix: 'A' }],
    ['LH1', 'LH1', { airline: 'LH', number: 1 }],
  ])('reads %j as %s', (text, stored, parts) => {
    const designator = mustBe(parseFlightDesignator(text));
    expect(designator).toBe(stored);
    expect(partsOfFlightDesignator(designator)).toEqual(parts);
  });

  it.each([
    ['CCA985', 'character', 'the ICAO airline code'],
    ['12345', 'character', 'an airline of two digits'],
    ['CA', 'length', 'no number'],
    ['C', 'length', 'hardly anything'],
    ['CA98512', 'character', 'a digit in the place of the suffix'],
    ['CA985123', 'length', 'six digits'],
    ['CA985AB', 'character', 'two letters behind'],
    ['CA0000', 'character', 'the number 0'],
    ['CA-985', 'character', 'a hyphen'],
    ['', 'empty', 'nothing'],
  ])('refuses %j as %s: %s', (text, code) => {
    expect(parseFlightDesignator(text)).toMatchObject({ ok: false, error: { identifier: 'flight designator', code } });
  });

  it('reads every designator with zeros and a space as the same flight', () => {
    const airlines = fc.stringMatching(/^([A-Z][A-Z0-9]|[0-9][A-Z])$/);
    const suffixes = fc.stringMatching(/^[A-Z]?$/);
    fc.assert(
      fc.property(airlines, fc.integer({ min: 1, max: 9999 }), suffixes, (airline, number, suffix) => {
        const plain = mustBe(parseFlightDesignator(`${airline}${number}${suffix}`));
        expect(mustBe(parseFlightDesignator(`${airline} ${String(number).padStart(4, '0')}${suffix}`))).toBe(plain);
        expect(partsOfFlightDesignator(plain)).toMatchObject({ airline, number });
      }),
    );
  });
});
