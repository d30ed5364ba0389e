import type { AccountStore, PeopleStore } from '@cellrelay/use-cases';
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

/** Gives an account a new password, for whoever lost theirs; every other way in ends. Null when there is no such account. */
export async function renewPassword(
  store: Pick<AccountStore, 'setPassword'>,
  passwords: Passwords,
  name: string,
): Promise<ShownPassword | null> {
  const password = newPassword();
  const changed = await store.setPassword(name, await passwords.hash(password));
  return changed ? { name, password } : null;
}

/** The operator's administrator that the command line makes. Nobody else can have the name. */
export const administratorName = 'administrator';

/** Makes the operator's administrator, or gives them a new password. Null when the name is somebody else's. */
export async function operatorsAdministrator(
  store: Pick<PeopleStore, 'operatorsAdministrator'>,
  passwords: Passwords,
): Promise<ShownPassword | null> {
  const password = newPassword();
  const done = await store.operatorsAdministrator(administratorName, await passwords.hash(password));
  return done === null ? null : { name: administratorName, password };
}
