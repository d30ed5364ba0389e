import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Logger, type Passwords } from '@cellrelay/platform';
import type { Account, AccountStore } from '@cellrelay/use-cases';
import { Limits } from '../limits/limits.js';
import { part } from '../tokens.js';
import { refuseAbove } from './session-guard.js';

const notFitting = {
  code: 'sign-in-refused',
  sentence: 'This name and password do not fit. A lost password is set anew with `npm run ops -- password`.',
};

/** Checks a name and a password, with waits that grow. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(Limits) private readonly limits: Limits,
    @Inject(part('accounts')) private readonly accounts: AccountStore,
    @Inject(part('logger')) private readonly logger: Logger,
    @Inject(part('passwords')) private readonly passwords: Passwords,
  ) {}

  /** The account whose password this is. An unknown name takes as long as a wrong password and is told the same. */
  async verified(given: { name: string; password: string }, address: string): Promise<Account> {
    refuseAbove(this.limits.signIn.take(address));
    const key = `${given.name} ${address}`;
    this.wait(key);
    const account = await this.accounts.find(given.name);
    const fits = await this.passwords.verify(given.password, account?.passwordHash ?? null);
    this.logger.info(fits ? 'signed-in' : 'sign-in-refused', { address });
    if (!fits || account === null) return refuse(notFitting);
    this.limits.waits.succeeded(key);
    return account;
  }

  private wait(key: string): void {
    const seconds = this.limits.waits.begin(key);
    if (seconds === 0) return;
    refuse(
      { code: 'sign-in-wait', sentence: `Too many wrong passwords. Try again in ${seconds} s.` },
      { 'Retry-After': String(seconds) },
    );
  }
}
