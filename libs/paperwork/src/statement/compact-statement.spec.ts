import fc from 'fast-check';
import { instantFromMillis, instantOf, mustBe } from '@cellrelay/kernel';
import { compactStatement, parseCompactStatement, type SignedPaper } from '../index.js';

const site = 'https://relay.example.org';
const signed: SignedPaper = {
  statement: {
    document: 'EXAMPLE-7K2M-3',
    sha256: '00ff'.repeat(16),
    issuedAt: instantOf('2026-11-27T08:00:00Z')!,
    validUntil: instantOf('2026-11-30T07:00:00Z')!,
  },
  keyHint: '0123456789abcdef',
  signature: 'a5'.repeat(64),
};
const text = compactStatement(site, signed);

describe('the compact form of a signed statement', () => {
  it('is an address, and fits a QR code of moderate size', () => {
    expect(text).toBe(
      'https://relay.example.org/papers/EXAMPLE-7K2M-3#1.AP8A_wD_AP8A_wD_AP8A_wD_AP8A_wD_AP8A_wD_AP8.' +
        `tp5i80.tpazg0.0123456789abcdef.${'paWl'.repeat(21)}pQ`,
    );
    expect(text.length).toBeLessThan(260);
  });

  it('is read back, with an end or without', () => {
    expect(parseCompactStatement(text)).toEqual({ ok: true, value: signed });
    const open = { ...signed, statement: { ...signed.statement, validUntil: null } };
    expect(parseCompactStatement(compactStatement('http://localhost:3000', open))).toEqual({ ok: true, value: open });
  });

  const hex = (length: number) =>
    fc
      .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
      .map((all) => all.join(''));
  const instant = fc.integer({ min: 1, max: 4_000_000_000 }).map((seconds) => instantFromMillis(seconds * 1000));
  const anySigned = fc.record({
    statement: fc.record({
      document: fc.stringMatching(/^[A-Za-z0-9-]{1,40}$/),
      sha256: hex(64),
      issuedAt: instant,
      validUntil: fc.option(instant),
    }),
    keyHint: hex(16),
    signature: hex(128),
  });

  it('holds whatever is stated', () => {
    fc.assert(
      fc.property(anySigned, (each) => {
        expect(mustBe(parseCompactStatement(compactStatement(site, each)))).toEqual(each);
      }),
    );
  });

  it('has no second text that says the same: whatever is read is written so again', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ %\n#';
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...letters), (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        const read = parseCompactStatement(changed);
        if (!read.ok || changed === text) return;
        expect(compactStatement(changed.slice(0, changed.indexOf('/papers/')), read.value)).toBe(changed);
        // Only the site's name is not signed: it says where to ask, and nothing of the paper.
        if (changed.indexOf('/papers/') === site.length && at >= site.length) expect(read.value).not.toEqual(signed);
      }),
      { numRuns: 500 },
    );
  });

  const [address, fragment] = text.split('#') as [string, string];
  const parts = fragment.split('.');
  const withPart = (index: number, change: (part: string) => string) =>
    `${address}#${parts.map((part, each) => (each === index ? change(part) : part)).join('.')}`;
  it.each([
    [withPart(5, (part) => `${part.slice(0, -1)}R`), 'unused bits of the signature set: the same bytes in base64'],
    [withPart(1, (part) => `${part.slice(0, -1)}9`), 'unused bits of the hash set: the same bytes in base64'],
    [withPart(5, (part) => `${part}==`), 'padding'],
    [withPart(1, (part) => part.replace('_', '/')), 'the other alphabet of base64'],
    [withPart(2, (part) => `0${part}`), 'a zero before the time'],
    [withPart(2, (part) => part.toUpperCase()), 'the time in capitals'],
    [withPart(3, () => '00'), 'two zeros for no end'],
    [withPart(2, () => 'zzzzzzzz'), 'a time after all times'],
    [withPart(4, (part) => part.toUpperCase()), 'the key in capitals'],
    [withPart(0, () => '2'), 'another version'],
    [`${text} `, 'white space behind'],
    [`${text}\n`, 'a line’s end behind'],
    [`${text}.x`, 'one part more'],
    [text.replace('#', '?'), 'a query for the fragment'],
    [text.replace('https', 'ftp'), 'another scheme'],
    [text.replace('EXAMPLE-7K2M-3', ''), 'no document'],
    [text.replace('EXAMPLE-7K2M-3', 'EXAMPLE%2D7K2M-3'), 'the document in escapes'],
    ['', 'nothing'],
  ])('refuses %#: %s %s', (other) => {
    expect(parseCompactStatement(other)).toEqual({ ok: false, error: 'statement-malformed' });
  });

  it('is not made of what it could not hold', () => {
    const { statement } = signed;
    expect(() => compactStatement(site, { ...signed, statement: { ...statement, document: 'A B' } })).toThrow(
      RangeError,
    );
    const halfSecond = instantOf('2026-11-27T08:00:00.500Z')!;
    expect(() => compactStatement(site, { ...signed, statement: { ...statement, issuedAt: halfSecond } })).toThrow(
      RangeError,
    );
    expect(() => compactStatement('HTTPS://RELAY', signed)).toThrow(RangeError);
  });
});
