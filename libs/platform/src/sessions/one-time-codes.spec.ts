import { instantOf } from '@cellrelay/kernel';
import { codeUri, newCodeSecret, newRecoveryCodes, plainCode, stepOf } from './one-time-codes.js';

/** The secret of RFC 6238, appendix B, "12345678901234567890", in base 32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => instantOf(new Date(seconds * 1000).toISOString())!;

describe('one-time codes', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238 at %d s: %s', (seconds, code) => {
    expect(stepOf(secret, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('may be one step early or late, and no more; the step tells which one it is', () => {
    expect(stepOf(secret, '287082', at(59 + 30))).toBe(1);
    expect(stepOf(secret, '287082', at(29))).toBe(1);
    expect(stepOf(secret, '287082', at(59 + 60))).toBeNull();
  });

  it.each(['', '28708', '2870822', 'abcdef', '287082 ', '٢٨٧٠٨٢'])('are none that is no code: %j', (code) => {
    expect(stepOf(secret, code, at(59))).toBeNull();
  });

  it('come from secrets of 160 bits, told as authenticators read them', () => {
    const made = newCodeSecret();
    expect(made).toMatch(/^[A-Z2-7]{32}$/);
    expect(newCodeSecret()).not.toBe(made);
    const uri = new URL(codeUri(secret, 'ana@example.org'));
    expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      secret,
      digits: '6',
      period: '30',
      issuer: 'CellRelay',
    });
  });

  it('can be lost: there are ten codes for that, all different', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(plainCode(' 123 456\n')).toBe('123456');
    expect(plainCode('ABCD-efgh')).toBe('abcd-efgh');
  });
});
