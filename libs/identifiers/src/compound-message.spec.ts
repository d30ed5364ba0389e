import fc from 'fast-check';
import { instantOf, mustBe, zoneOf } from '@cellrelay/kernel';
import {
  checkFlagsOf,
  compoundMessage,
  electronicBloodGroups,
  electronicCollectionTime,
  electronicDin,
  electronicExpiry,
  electronicFlexibleTime,
  electronicGrid,
  electronicProductCode,
  electronicProductDivisions,
  electronicSec,
  groupsOf,
  labelTimeOf,
  parseBloodGroupsCode,
  parseCollectionTime,
  parseCompoundMessage,
  parseDin,
  parseExpiry,
  parseFlexibleTime,
  parseGrid,
  parseProductCode,
  parseProductDivisions,
  parseSec,
  parseStructure,
} from './index.js';

const moment = (at: string, zone = 'Asia/Shanghai') => ({ at: instantOf(at)!, zone: zoneOf(zone)! });
const { din } = mustBe(parseDin('A999926123456'));
const faultOf = (read: { ok: boolean; error?: { code: string } }) => (read.ok ? 'read' : read.error?.code);

describe('times on a label', () => {
  it.each([
    ['2026-11-27T07:00:59.999Z', 'Asia/Shanghai', '&>0263311500', 'seconds are cut off'],
    ['2026-11-27T17:30:00Z', 'Asia/Shanghai', '&>0263320130', 'the next day by that clock'],
    ['2028-12-31T23:59:00Z', 'UTC', '&>0283662359', 'the 366th day of a leap year'],
    ['1999-01-01T00:00:00Z', 'UTC', '&>9990010000', 'a unit frozen in the last century'],
    ['2099-12-31T23:59:00Z', 'UTC', '&>0993652359', 'the last minute of a century'],
    ['2100-01-01T00:00:00Z', 'UTC', '&>1000010000', 'the first of the next'],
  ])('%s in %s is %s: %s', (at, zone, barcode) => {
    const time = labelTimeOf(moment(at, zone));
    expect(electronicExpiry(time)).toBe(barcode);
    expect(parseExpiry(barcode)).toEqual({ ok: true, value: time });
    expect(electronicCollectionTime(time)).toBe(barcode.replace('&>', '&*'));
    expect(mustBe(parseCollectionTime(barcode.slice(2)))).toBe(time);
  });

  it('reads the expiry of the standard’s own example', () => {
    expect(mustBe(parseExpiry('&>0183652359'))).toBe('2018-12-31T23:59');
  });

  it.each([
    ['&>0263661200', 'no-such-day', 'a 366th day in a year of 365'],
    ['&>0260001200', 'no-such-day', 'a day nought'],
    ['&>0263312400', 'no-such-day', 'an hour 24'],
    ['&>0263312360', 'no-such-day', 'a minute 60'],
    ['&>026331150', 'length', 'one short'],
    ['&>02633115OO', 'character', 'letters for noughts'],
    ['', 'empty', 'nothing'],
    ['&*0263311500', 'other-identifier', 'the time of collection'],
  ])('refuses %j as an expiry with %s: %s', (text, code) => {
    expect(faultOf(parseExpiry(text))).toBe(code);
  });

  it('writes no time of a century that the digit cannot tell', () => {
    expect(() => electronicExpiry(labelTimeOf(moment('1899-12-31T00:00:00Z', 'UTC')))).toThrow(RangeError);
  });

  it.each([
    ['=(2001202611271500', { of: 'expiry', clock: 'utc', time: '2026-11-27T15:00' }],
    ['=(1002202611271500', { of: 'collection', clock: 'facility', time: '2026-11-27T15:00' }],
  ])('reads and writes the flexible %s', (barcode, time) => {
    const read = mustBe(parseFlexibleTime(barcode));
    expect(read).toEqual(time);
    expect(electronicFlexibleTime(read)).toBe(barcode);
  });

  it.each([
    ['=(3001202611271500', 'character', 'an unknown clock'],
    ['=(2004202611271500', 'character', 'a time of cross clamp'],
    ['=(2101202611271500', 'character', 'a place that is reserved'],
    ['=(2001202602291500', 'no-such-day', 'a day that the year has not'],
    ['=(2001202611272400', 'no-such-day', 'an hour 24'],
    ['&>0263311500', 'other-identifier', 'an expiry'],
  ])('refuses %j as a flexible time with %s: %s', (text, code) => {
    expect(faultOf(parseFlexibleTime(text))).toBe(code);
  });
});

describe('a blood groups code', () => {
  it('is read with its case, typed or scanned', () => {
    expect(mustBe(parseBloodGroupsCode('=%5100'))).toBe('5100');
    expect(groupsOf(mustBe(parseBloodGroupsCode('Mq00')))).toBe('Mq');
    expect(electronicBloodGroups(mustBe(parseBloodGroupsCode('5100')))).toBe('=%5100');
  });

  it.each([
    ['=%5101', 'character', 'something in the reserved place'],
    ['=%51a0', 'character', 'a small letter for antigens'],
    ['=%510', 'length', 'one short'],
    ['=<S1128V00', 'other-identifier', 'a product code'],
  ])('refuses %j with %s: %s', (text, code) => {
    expect(faultOf(parseBloodGroupsCode(text))).toBe(code);
  });
});

describe('a compound message', () => {
  const contents = [
    electronicDin(din, checkFlagsOf(din)),
    electronicBloodGroups(mustBe(parseBloodGroupsCode('5100'))),
    electronicProductCode(mustBe(parseProductCode('S1128V99'))),
    electronicProductDivisions(mustBe(parseProductDivisions('000012'))),
    electronicExpiry(labelTimeOf(moment('2026-11-30T07:00:00Z'))),
    electronicCollectionTime(labelTimeOf(moment('2026-11-27T07:00:00Z'))),
    electronicFlexibleTime({ of: 'expiry', clock: 'utc', time: labelTimeOf(moment('2026-11-30T07:00:00Z', 'UTC')) }),
    electronicGrid(mustBe(parseGrid('6939XYZ000123456731'))),
    electronicSec(mustBe(parseSec('PL001499Z549917123456A00T041600320181231'))),
  ];
  const message = compoundMessage(contents);

  it('is the structures behind a header that counts them', () => {
    expect(message).toBe(
      '=+09000=A99992612345689=%5100=<S1128V99=,000012&>0263341500&*0263311500=(2001202611300700&:6939XYZ000123456731&,4PL001499Z549917123456A00T041600320181231',
    );
  });

  it('is read back, each structure by its own reader', () => {
    const read = mustBe(parseCompoundMessage(message));
    expect(read.sequence).toBeNull();
    expect(read.structures.map(({ is }) => is)).toEqual([
      ...['DIN', 'blood groups code', 'product code', 'product divisions code', 'time of expiry', 'time of collection'],
      ...['flexible date and time', 'GRID', 'SEC'],
    ]);
    expect(read.structures[0]).toEqual({ is: 'DIN', value: { din, flags: checkFlagsOf(din), checked: true } });
    expect(read.structures).toEqual(contents.map((content) => mustBe(parseStructure(content))));
  });

  it('tells of a listed sequence by its number', () => {
    expect(mustBe(parseCompoundMessage(message.replace('=+09000', '=+09035'))).sequence).toBe('035');
  });

  it.each([
    [message.replace('=+09', '=+08'), 'structure-count', 'it counts one less than there are'],
    [message.slice(0, -43), 'structure-count', 'the last structure is missing'],
    [message.slice(0, -1), 'length', 'its last character is missing'],
    [message.replace('=%', '=}'), 'structure-unknown', 'a structure that is not read here'],
    [message.replace('A99992612345689', 'A99992612345688'), 'check-character-wrong', 'flags that do not fit the DIN'],
    [message.replace('A999926123456', 'A999926123465'), 'check-character-wrong', 'two digits of the DIN swapped'],
    [message.replace('123456731', '123456732'), 'check-character-wrong', 'a check digit of the GRID wrong'],
    ['=<S1128V00', 'other-identifier', 'a product code alone'],
    ['', 'length', 'nothing'],
    [`=+01000${message}`, 'structure-unknown', 'a message within a message'],
  ])('refuses a text with %#: %s, %s', (text, code) => {
    expect(faultOf(parseCompoundMessage(text))).toBe(code);
  });

  it('is not made of nothing, nor of what is not read here', () => {
    expect(() => compoundMessage([])).toThrow(RangeError);
    expect(() => compoundMessage(['=}026331'])).toThrow(RangeError);
  });

  it('never reads otherwise when one digit of a DIN with check flags is another', () => {
    const places = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20];
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...'0123456789'), (place, digit) => {
        fc.pre(message.charAt(place) !== digit);
        const changed = message.slice(0, place) + digit + message.slice(place + 1);
        expect(parseCompoundMessage(changed).ok).toBe(false);
      }),
    );
  });
});

describe('any barcode', () => {
  it.each(['', 'hello', '=}026331', '&,3693900000000000000', '=+02000', '6939XYZ000123456731'])(
    'is refused when it is %j',
    (text) => {
      expect(parseStructure(text).ok).toBe(false);
    },
  );
});
