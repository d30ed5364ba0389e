import { Inject, Injectable } from '@nestjs/common';
import {
  newToken,
  noSessionCookie,
  sessionCookie,
  sessionIsIdle,
  tokenHash,
  tokenIn,
  wallNow,
  type Config,
} from '@cellrelay/platform';
import type { Account, AccountStore } from '@cellrelay/use-cases';
import type { Request } from 'express';
import type { SignedIn } from '../http/request-context.js';
import { part } from '../tokens.js';

/** Opens, finds and ends sessions. The token itself is known to the browser alone. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(part('accounts')) private readonly accounts: AccountStore,
    @Inject(part('config')) private readonly config: Config,
  ) {}

  /** A new session of that account; answers the cookie that carries its token. */
  async open(account: Account): Promise<string> {
    const token = newToken();
    await this.accounts.openSession(account.id, tokenHash(token), this.config.session.absoluteMinutes * 60_000);
    const maxAgeSeconds = this.config.session.absoluteMinutes * 60;
    return sessionCookie(token, { secure: this.config.web.secureCookie, maxAgeSeconds });
  }

  /** Whose session the request's cookie carries; null where it carries none that lives. */
  async of({ headers }: Pick<Request, 'headers'>): Promise<SignedIn | null> {
    const token = tokenIn(headers.cookie, this.config.web.secureCookie);
    return token === undefined ? null : this.find(tokenHash(token));
  }

  /** Whose session it is, or null when it has ended. One that was left unused for too long is ended here. */
  async find(hash: string): Promise<SignedIn | null> {
    const found = await this.accounts.session(hash);
    if (found === null) return null;
    if (!sessionIsIdle(found.lastSeenAt, this.config.session.idleMinutes, wallNow()))
      return { name: found.accountName, acting: found.acting, tokenHash: hash };
    await this.accounts.endSession(hash);
    return null;
  }

  /** Ends a session, and answers the cookie that takes it away; ending it twice is harmless. */
  async end(hash: string): Promise<string> {
    await this.accounts.endSession(hash);
    return noSessionCookie(this.config.web.secureCookie);
  }
}
