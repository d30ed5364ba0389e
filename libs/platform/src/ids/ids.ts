import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** A new random UUID, version 4, in lower case. */
export function newUuid(): string {
  return randomUUID();
}

/** A secret of 256 random bits, as text that needs no escaping in a cookie. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The bytes of a new key: 256 random bits. */
export function newKeyBytes(): Buffer {
  return randomBytes(32);
}

/** Without letters and digits that are taken for one another when read off a screen: 0 O 1 l I. */
const readable = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password for typing off a screen: four groups of five out of 32 characters, 100 bits. */
export function newPassword(): string {
  return groupsOf(5);
}

/** A code for whoever has lost what makes codes: four groups of four, 80 bits, so that its bare hash tells nothing. */
export function newRecoveryCode(): string {
  return groupsOf(4);
}

function groupsOf(length: number): string {
  const group = (): string => Array.from({ length }, () => readable[randomInt(readable.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
