import { createHash } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';

/** A token as it is stored: who reads the table cannot sign in with what stands there. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** A cookie's name. Over TLS the `__Host-` prefix binds it to this very host, so that a neighbour's page cannot plant one. */
export function hostCookie(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}

const cookieName = (secure: boolean): string => hostCookie('cellrelay', secure);

/** The session's token in a Cookie header, or undefined. */
export function tokenIn(cookieHeader: string | undefined, secure: boolean): string | undefined {
  return tokenInCookie(cookieHeader, cookieName(secure));
}

/** The token that the cookie of that name carries; undefined where there is none, or none of a token's form. */
export function tokenInCookie(cookieHeader: string | undefined, name: string): string | undefined {
  const token = parseCookie(cookieHeader ?? '')[name];
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined;
}

/** The Set-Cookie header that gives a browser its session: unreadable to scripts, sent to this site's own pages only. */
export function sessionCookie(
  token: string,
  options: { readonly secure: boolean; readonly maxAgeSeconds: number },
): string {
  return stringifySetCookie(cookieName(options.secure), token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: options.secure,
    path: '/',
    maxAge: options.maxAgeSeconds,
  });
}

/** The Set-Cookie header that takes it away. */
export function noSessionCookie(secure: boolean): string {
  return sessionCookie('', { secure, maxAgeSeconds: 0 });
}
