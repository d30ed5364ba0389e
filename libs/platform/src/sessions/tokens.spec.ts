import { bearerIn, loggerTokenIn, newApiToken, newLoggerToken } from './tokens.js';

describe('a program’s token', () => {
  it('is read from its header as it was made', () => {
    const token = newApiToken();
    expect(token).toMatch(/^crt_[\w-]{43}$/);
    expect(bearerIn(`Bearer ${token}`)).toEqual({ token });
    expect(bearerIn(`bearer ${token}`)).toEqual({ token });
  });

  it.each(['Bearer', 'Bearer ', 'Bearer abc', `Bearer crt_${'a'.repeat(42)}`, `Bearer crt_${'a'.repeat(43)} x`])(
    'is faulty as %j',
    (header) => {
      expect(bearerIn(header)).toBe('faulty');
    },
  );

  it.each([undefined, '', 'Basic dXNlcjpwYXNz', 'Bearers crt_'])('is not meant by %j', (header) => {
    expect(bearerIn(header)).toBeNull();
  });
});

describe('a device’s token', () => {
  it('is read from its header as it was made, and is no program’s', () => {
    const token = newLoggerToken();
    expect(token).toMatch(/^crl_[\w-]{43}$/);
    expect(loggerTokenIn(`Bearer ${token}`)).toBe(token);
    expect(bearerIn(`Bearer ${token}`)).toBe('faulty');
  });

  it.each([
    undefined,
    '',
    'Bearer',
    `Bearer ${newApiToken()}`,
    `Bearer crl_${'a'.repeat(42)}`,
    `crl_${'a'.repeat(43)}`,
  ])('is not in %j', (header) => {
    expect(loggerTokenIn(header)).toBeUndefined();
  });
});
