import { Secret, TOTP } from 'otpauth';
import type { Instant } from '@cellrelay/kernel';
import { newRecoveryCode } from '../ids/ids.js';

/** RFC 6238 as every authenticator takes it: SHA-1, six digits, 30 s. A phone's clock may be one step off. */
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const drift = 1;

/** As RFC 4226, section 4, R6 recommends: 160 bits. */
const secretBytes = 20;

/** How many recovery codes there are at once. */
const recoveryCodes = 10;

/** A new secret, in base 32. */
export function newCodeSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/** What an authenticator reads from a QR code (Key URI Format of Google Authenticator). */
export function codeUri(secret: string, name: string): string {
  return new TOTP({ ...form, secret: Secret.fromBase32(secret), issuer: 'CellRelay', label: name }).toString();
}

/** The step whose code this is, now or one step off; null when it is none of them. A step is to be taken once. */
export function stepOf(secret: string, code: string, now: Instant): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const timestamp = Date.parse(now);
  const delta = new TOTP({ ...form, secret: Secret.fromBase32(secret) }).validate({
    token: code,
    timestamp,
    window: drift,
  });
  return delta === null ? null : Math.floor(timestamp / 1000 / form.period) + delta;
}

/** New recovery codes, to be shown once. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: recoveryCodes }, newRecoveryCode);
}

/** What was typed, without the spaces that authenticators show and the case that keyboards add. */
export function plainCode(typed: string): string {
  return typed.replaceAll(/\s/g, '').toLowerCase();
}
