import { instantOf } from '@cellrelay/kernel';
import { noSessionCookie, sessionCookie, tokenHash, tokenIn } from './session-cookie.js';
import { sessionIsIdle } from './session-life.js';

const at = (clock: string) => instantOf(`2026-11-22T${clock}:00.000Z`)!;
const token = 'a'.repeat(43);

describe('a session', () => {
  it.each([
    ['08:00', '08:59', false],
    ['08:00', '09:00', true],
    ['10:30', '10:59', false],
  ])('of sixty minutes, last used %s, is idle at %s: %s', (used, now, idle) => {
    expect(sessionIsIdle(at(used), 60, at(now))).toBe(idle);
  });
});

describe('the session cookie', () => {
  it('is out of reach of scripts and of other sites', () => {
    const cookie = sessionCookie(token, { secure: true, maxAgeSeconds: 60 });
    expect(cookie).toBe(`__Host-cellrelay=${token}; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Strict`);
  });

  it('does without Secure where there is no TLS, or nobody could sign in on 127.0.0.1', () => {
    expect(sessionCookie(token, { secure: false, maxAgeSeconds: 60 })).not.toContain('Secure');
  });

  it('is read back from among others', () => {
    expect(tokenIn(`a=b; cellrelay=${token}; c=d`, false)).toBe(token);
  });

  it.each([undefined, '', 'cellrelay=', 'cellrelay=short', `__Host-cellrelay=${token}`])(
    'is not read from %s',
    (header) => {
      expect(tokenIn(header, false)).toBeUndefined();
    },
  );

  it('is taken away', () => {
    expect(noSessionCookie(false)).toContain('Max-Age=0');
  });

  it('is stored as a hash from which the token cannot be read', () => {
    expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
  });
});
