import { newToken } from '@cellrelay/platform';
import { marksOf } from './marks.js';

describe('the marks of a sign-in', () => {
  it('follow from its token, and are fit for an address and for PKCE', () => {
    const token = newToken();
    expect(marksOf(token)).toEqual(marksOf(token));
    for (const mark of Object.values(marksOf(token))) expect(mark).toMatch(/^[\w-]{43}$/);
  });

  it('are three, none of them the token, and no other token’s', () => {
    const [one, other] = [newToken(), newToken()];
    const all = [one, other, ...Object.values(marksOf(one)), ...Object.values(marksOf(other))];
    expect(new Set(all).size).toBe(8);
  });
});
