import { noPendingCookie, pendingCookie, pendingTokenIn } from './pending-cookie.js';

const token = 'a'.repeat(43);

describe('the cookie of a browser that was sent away', () => {
  it('comes back from another site, is out of reach of scripts, and lasts ten minutes', () => {
    const cookie = pendingCookie(token, true);
    expect(cookie).toBe(`__Host-cellrelay-oidc=${token}; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Lax`);
    expect(noPendingCookie(false)).toBe('cellrelay-oidc=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax');
  });

  it('is read back, and neither a session’s nor one without the prefix is taken for it', () => {
    expect(pendingTokenIn(`a=b; __Host-cellrelay-oidc=${token}`, true)).toBe(token);
    for (const planted of [`cellrelay-oidc=${token}`, `__Host-cellrelay=${token}`, '__Host-cellrelay-oidc=short'])
      expect(pendingTokenIn(planted, true)).toBeUndefined();
  });
});
