import { createHmac } from 'node:crypto';
import type { SignInMarks } from '@cellrelay/use-cases';

/**
 * What ties the provider's answer to the browser that was sent away: all of it follows from the token in that browser's cookie, so that nothing of it is stored, and
 * an answer to another browser does not fit. None of the three, nor all of them, lead back to the token (HMAC-SHA-256), and 43 characters are what PKCE asks
 * for at least (RFC 7636, section 4.1).
 */
export function marksOf(token: string): SignInMarks {
  const mark = (what: string): string => createHmac('sha256', token).update(what).digest('base64url');
  return { state: mark('state'), nonce: mark('nonce'), verifier: mark('verifier') };
}
