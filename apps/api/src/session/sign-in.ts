import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Logger } from '@cellrelay/platform';
import type { Account } from '@cellrelay/use-cases';
import { Limits } from '../limits/limits.js';
import { part } from '../tokens.js';
import { KnownPasswords } from './known-passwords.js';
import { notFitting } from './not-fitting.js';
import { authorOf } from './owner.js';
import { SecondFactors } from './second-factors.js';
import { refuseAbove } from './session-guard.js';

/** What somebody signs in with. */
interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly code?: string | undefined;
}

/** Checks a name and a password, and a code where one is needed, with waits that grow. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(Limits) private readonly limits: Limits,
    @Inject(SecondFactors) private readonly secondFactors: SecondFactors,
    @Inject(KnownPasswords) private readonly known: KnownPasswords,
    @Inject(part('logger')) private readonly logger: Logger,
  ) {}

  /** The account whose password and code these are. An unknown name takes as long as a wrong password and is told the same; so does one that has ended. */
  async verified(given: Credentials, address: string): Promise<Account> {
    refuseAbove(this.limits.signIn.take(address));
    this.wait(given.name, address);
    const account = await this.known.accountOf(given);
    if (account === null) {
      this.logger.info('sign-in-refused', { address });
      return refuse(notFitting);
    }
    await this.checkCode(account, given.code, address);
    this.succeeded(given.name, address);
    this.logger.info('signed-in', { address });
    return account;
  }

  /** Asks somebody who is signed in for their password again, before what would outlast their session. Guesses wait as at sign-in. */
  async confirm(given: Credentials, address: string): Promise<void> {
    this.wait(given.name, address);
    if ((await this.known.accountOf(given)) === null)
      refuse({ code: 'password-refused', sentence: 'This is not your password.', at: '/password' });
    this.succeeded(given.name, address);
  }

  /** A code that was not sent yet is no wrong one; a wrong one counts as a wrong password does. */
  private async checkCode(account: Account, code: string | undefined, address: string): Promise<void> {
    const factor = await this.secondFactors.standing(account.id);
    if (factor === null) return;
    if (code === undefined) {
      this.limits.waits.forgive(`${account.name} ${address}`);
      this.limits.nameWaits.forgive(account.name, address);
      return refuse({
        code: 'second-factor-needed',
        sentence: 'Type the code that your authenticator shows, or one of your recovery codes.',
      });
    }
    if (await this.secondFactors.takes({ account: account.id, by: authorOf(account) }, factor, code)) return;
    this.logger.info('second-factor-refused', { address });
    refuse({
      code: 'second-factor-refused',
      sentence: 'This code does not fit, or was used before. Take the next one that the authenticator shows.',
      at: '/code',
    });
  }

  private wait(name: string, address: string): void {
    const seconds = this.limits.waits.begin(`${name} ${address}`) || this.limits.nameWaits.begin(name, address);
    if (seconds === 0) return;
    refuse(
      { code: 'sign-in-wait', sentence: `Too many wrong passwords. Try again in ${seconds} s.` },
      { 'Retry-After': String(seconds) },
    );
  }

  private succeeded(name: string, address: string): void {
    this.limits.waits.succeeded(`${name} ${address}`);
    this.limits.nameWaits.succeeded(name, address);
  }
}
