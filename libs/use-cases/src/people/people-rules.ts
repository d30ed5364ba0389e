import { rolesOf, type Role } from '@cellrelay/shipment';
import type { Acting, Organisation } from './acting.js';

/** Whether that one's people are theirs to look after. */
export function isAdministrator(acting: Pick<Acting, 'role'>): boolean {
  return acting.role === 'administrator';
}

/** Whether they make organisations, and look at every organisation's people. */
export function runsInstance({ role, organisation }: Pick<Acting, 'role' | 'organisation'>): boolean {
  return role === 'administrator' && organisation.kind === 'operator';
}

/** A role that somebody is to have, and why not. A courier is one of the pool, and nobody else is. */
export function roleFault(
  kind: Organisation['kind'],
  { role, courier }: { readonly role: Role; readonly courier: string | null },
): 'role-not-there' | 'courier-missing' | 'courier-not-apt' | null {
  if (!rolesOf[kind].includes(role)) return 'role-not-there';
  if (role === 'courier') return courier === null ? 'courier-missing' : null;
  return courier === null ? null : 'courier-not-apt';
}

/** NIST SP 800-63B asks for 8 characters at least, and advises against rules of composition; with more there is less to guess. */
export const shortestPassword = 12;

/** What is wrong with a password that somebody has chosen; null: nothing. Counted as it is hashed, in composed characters. */
export function passwordFault(password: string, name: string): 'password-too-short' | 'password-is-name' | null {
  const given = password.normalize('NFKC');
  if ([...given].length < shortestPassword) return 'password-too-short';
  const plain = given.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const own = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return plain === own || new Set(plain).size < 4 || madeOf(plain, own) ? 'password-is-name' : null;
}

/** Whether a text is one word said again and again. */
function madeOf(text: string, word: string): boolean {
  return word !== '' && text.replaceAll(word, '') === '';
}
