import type { AccountStore, PeopleStore } from '@cellrelay/use-cases';
import { newPassword } from '../ids/ids.js';
import type { Passwords } from './password.js';

/** The account that exists from the first start on. */
export const firstAccountName = 'coordinator';

/** The operator's administrator, that the first start or the command line makes. Nobody else can have the name. */
export const administratorName = 'administrator';

export interface ShownPassword {
  readonly name: string;
  /** To be shown once and stored nowhere. */
  readonly password: string;
}

/**
 * Makes the accounts of the first start, somebody who coordinates and somebody who invites the others, both or neither, and answers their passwords; nothing where there is an
 * account already, or another start was quicker. If the process dies between making them and showing this, the passwords are lost and are set anew on the command line.
 */
export async function createFirstAccounts(
  store: Pick<AccountStore, 'createFirst'>,
  passwords: Pick<Passwords, 'hash'>,
): Promise<readonly ShownPassword[]> {
  const roles = { [firstAccountName]: 'coordinator', [administratorName]: 'administrator' } as const;
  const people = Object.entries(roles).map(([name, role]) => ({ name, role, password: newPassword() }));
  const first = people.map(async ({ name, role, password }) => {
    return { name, role, passwordHash: await passwords.hash(password) };
  });
  const made = await store.createFirst(await Promise.all(first));
  return made ? people.map(({ name, password }) => ({ name, password })) : [];
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

/** Makes the operator's administrator, or gives them a new password. Null when the name is somebody else's. */
export async function operatorsAdministrator(
  store: Pick<PeopleStore, 'operatorsAdministrator'>,
  passwords: Passwords,
): Promise<ShownPassword | null> {
  const password = newPassword();
  const done = await store.operatorsAdministrator(administratorName, await passwords.hash(password));
  return done === null ? null : { name: administratorName, password };
}
