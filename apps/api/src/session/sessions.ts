import { Inject, Injectable } from '@nestjs/common';
import {
  bearerIn,
  newToken,
  noSessionCookie,
  refuse,
  sessionCookie,
  sessionIsIdle,
  tokenHash,
  tokenIn,
  wallNow,
  type Config,
} from '@cellrelay/platform';
import type { AccountStore, OwnAccounts, Verified } from '@cellrelay/use-cases';
import type { Request } from 'express';
import type { SignedIn } from '../http/request-context.js';
import { part } from '../tokens.js';
import { notFitting } from './not-fitting.js';

/** Marks what finds a program's token, among what finds sessions. */
const ofProgram = 'token:';

/** Opens, finds and ends sessions, and knows programs by their tokens. The token itself is known to the browser, or the program, alone. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(part('accounts')) private readonly accounts: AccountStore,
    @Inject(part('ownAccounts')) private readonly ownAccounts: OwnAccounts,
    @Inject(part('config')) private readonly config: Config,
  ) {}

  /**
   * A new session of that account, in the place of the one that the browser had: whatever token it came with, nobody who planted or saw it shares in this one.
   * Answers the cookie that carries its token. Refuses where the account has ended, or its password was changed, since it was verified.
   */
  async open(account: Verified, { headers }: Pick<Request, 'headers'>): Promise<string> {
    const before = tokenIn(headers.cookie, this.config.web.secureCookie);
    if (before !== undefined) await this.accounts.endSession(tokenHash(before));
    const token = newToken();
    const lastsMs = this.config.session.absoluteMinutes * 60_000;
    if ((await this.accounts.openSession(account, tokenHash(token), lastsMs)) === null) refuse(notFitting);
    const maxAgeSeconds = this.config.session.absoluteMinutes * 60;
    return sessionCookie(token, { secure: this.config.web.secureCookie, maxAgeSeconds });
  }

  /** Who asks: by a program's token where one is brought, and then no cookie counts; else by the session's cookie. Null where neither lives. */
  async of({ headers }: Pick<Request, 'headers'>): Promise<SignedIn | null> {
    const bearer = bearerIn(headers.authorization);
    if (bearer === 'faulty') return null;
    if (bearer !== null) return this.find(ofProgram + tokenHash(bearer.token));
    const token = tokenIn(headers.cookie, this.config.web.secureCookie);
    return token === undefined ? null : this.find(tokenHash(token));
  }

  /** Whose session or token it is, or null when it has ended. A session that was left unused for too long is ended here. */
  async find(hash: string): Promise<SignedIn | null> {
    if (hash.startsWith(ofProgram)) return this.program(hash);
    const found = await this.accounts.session(hash);
    if (found === null) return null;
    const { account, accountName: name, acting, lastSeenAt } = found;
    if (!sessionIsIdle(lastSeenAt, this.config.session.idleMinutes, wallNow()))
      return { name, account, acting, tokenHash: hash, scope: null };
    await this.accounts.endSession(hash);
    return null;
  }

  private async program(hash: string): Promise<SignedIn | null> {
    const found = await this.ownAccounts.byToken(hash.slice(ofProgram.length));
    if (found === null) return null;
    const { account, accountName: name, acting, scope } = found;
    return { name, account, acting, tokenHash: hash, scope };
  }

  /** Ends a session, and answers the cookie that takes it away; ending it twice is harmless. */
  async end(hash: string): Promise<string> {
    await this.accounts.endSession(hash);
    return noSessionCookie(this.config.web.secureCookie);
  }
}
