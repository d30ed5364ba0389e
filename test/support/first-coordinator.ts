import { newPassword, type Passwords, type ShownPassword } from '@cellrelay/platform';
import type { AccountStore } from '@cellrelay/use-cases';

/** A coordinator of the operator alone, in a database without accounts. */
export async function firstCoordinator(
  accounts: Pick<AccountStore, 'create'>,
  passwords: Pick<Passwords, 'hash'>,
): Promise<ShownPassword> {
  const [name, password] = ['coordinator', newPassword()];
  if ((await accounts.create(name, await passwords.hash(password))) === null)
    throw new Error('a fresh database has an account already');
  return { name, password };
}
