import { createHash } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';

/** A token as it is stored: who reads the table cannot sign in with what stands there. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Over TLS the `__Host-` prefix binds the cookie to this very host, so that a neighbour's page cannot plant one. */
function cookieName(secure: boolean): string {
  return secure ? '__Host-cellrelay' : 'cellrelay';
}

/** The token in a Cookie header, or undefined. */
export function tokenIn(cookieHeader: string | undefined, secure: boolean): string | undefined {
  const token = parseCookie(cookieHeader ?? '')[cookieName(secure)];
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
