import { stringifySetCookie } from 'cookie';
import { hostCookie, tokenInCookie } from './session-cookie.js';

/** So long a browser may be away at a provider of identities. */
export const pendingMinutes = 10;

const name = (secure: boolean): string => hostCookie('cellrelay-oidc', secure);

/** The token of a browser that was sent away, in a Cookie header; undefined where there is none. */
export function pendingTokenIn(cookieHeader: string | undefined, secure: boolean): string | undefined {
  return tokenInCookie(cookieHeader, name(secure));
}

/** The Set-Cookie header that a browser takes along to a provider. Sent when it comes back from that other site, which a Strict cookie would not be. */
export function pendingCookie(token: string, secure: boolean): string {
  return setCookie(token, secure, pendingMinutes * 60);
}

/** The Set-Cookie header that takes it away. */
export function noPendingCookie(secure: boolean): string {
  return setCookie('', secure, 0);
}

function setCookie(token: string, secure: boolean, maxAge: number): string {
  return stringifySetCookie(name(secure), token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge });
}
