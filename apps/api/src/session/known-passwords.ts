import { Inject, Injectable } from '@nestjs/common';
import type { Passwords } from '@cellrelay/platform';
import type { Account, AccountStore } from '@cellrelay/use-cases';
import { part } from '../tokens.js';

/** Which account a name and a password are of. */
@Injectable()
export class KnownPasswords {
  constructor(
    @Inject(part('accounts')) private readonly accounts: AccountStore,
    @Inject(part('passwords')) private readonly passwords: Passwords,
  ) {}

  /** Null takes as long for an unknown name, and one that has ended, as for a wrong password. */
  async accountOf(given: { readonly name: string; readonly password: string }): Promise<Account | null> {
    const account = await this.accounts.find(given.name);
    const fits = await this.passwords.verify(given.password, account?.passwordHash ?? null);
    return fits ? account : null;
  }
}
