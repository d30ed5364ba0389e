import type { AccountStore } from '@cellrelay/use-cases';
import { newPassword } from '../ids/ids.js';
import type { Passwords } from './password.js';

/** The account that exists from the first start on. */
export const firstAccountName = 'coordinator';

export interface ShownPassword {
  readonly name: string;
  /** To be shown once and stored nowhere. */
  readonly password: string;
}

/**
 * Makes the account of the first start and answers its password; null when there is an account already, or another start was quicker.
 * If the process dies between making it and showing it, the password is lost and is set anew on the command line.
 */
export async function createFirstAccount(
  store: Pick<AccountStore, 'count' | 'create'>,
  passwords: Passwords,
): Promise<ShownPassword | null> {
  if ((await store.count()) > 0) return null;
  const password = newPassword();
  const made = await store.create(firstAccountName, await passwords.hash(password));
  return made === null ? null : { name: firstAccountName, password };
}

/** Gives an account a new password, for whoever lost theirs; all its sessions end. Null when there is no such account. */
export async function renewPassword(
  store: Pick<AccountStore, 'setPassword'>,
  passwords: Passwords,
  name: string,
): Promise<ShownPassword | null> {
  const password = newPassword();
  const changed = await store.setPassword(name, await passwords.hash(password));
  return changed ? { name, password } : null;
}
