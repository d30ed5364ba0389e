import { Inject, Injectable, Optional } from '@nestjs/common';
import {
  newToken,
  noPendingCookie,
  pendingCookie,
  pendingMinutes,
  pendingTokenIn,
  refuse,
  tokenHash,
  type Config,
  type Logger,
} from '@cellrelay/platform';
import type { Account, AccountStore, IdentityProvider, PendingSignIn, ProviderIdentity } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import type { ApiParts } from '../parts.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';
import { marksOf } from './marks.js';
import { noProvider, notLinked, notSignedIn, providerAway } from './refusals.js';

/** What somebody came back for: to be signed in to that account, or null where it was linked. */
export type CameBack = Account | null;

/** Sends browsers to the provider, and holds what they come back with against what they were sent with. */
@Injectable()
export class ProviderSignIn {
  constructor(
    @Optional() @Inject(part('oidc')) private readonly oidc: ApiParts['oidc'],
    @Inject(part('accounts')) private readonly accounts: AccountStore,
    @Inject(part('config')) private readonly config: Config,
    @Inject(part('logger')) private readonly logger: Logger,
  ) {}

  /** What people call the provider, or null. */
  name(): string | null {
    return this.oidc?.provider.name ?? null;
  }

  /** The provider and the links to it. Refuses where there is none. */
  parts(): NonNullable<ApiParts['oidc']> {
    return this.oidc ?? refuse(noProvider);
  }

  /** Where this browser is to go, which is given its token to bring back. With a session it is to link that session's account. */
  async sendAway(req: Request, res: Response, session: string | null): Promise<string> {
    const { provider, links } = this.parts();
    const token = newToken();
    const found = await provider.address(marksOf(token), this.backTo(req));
    if (found.kind !== 'at') return this.refuseAway(provider, found.why);
    await links.sendAway(tokenHash(token), session, pendingMinutes * 60_000);
    res.setHeader('Set-Cookie', pendingCookie(token, this.config.web.secureCookie));
    return found.address.href;
  }

  /** What a browser came back for. Its token and the note of its leaving are taken away first, so that nothing can be tried twice. */
  async cameBack(req: Request, res: Response): Promise<CameBack> {
    const { provider, links } = this.parts();
    const { secureCookie } = this.config.web;
    const token = pendingTokenIn(req.headers.cookie, secureCookie);
    res.append('Set-Cookie', noPendingCookie(secureCookie));
    const pending = token === undefined ? null : await links.takeBack(tokenHash(token));
    if (token === undefined || pending === null) return this.refuseAnswer(provider, 'NOT_AWAITED');
    const answer = await provider.identify(this.addressOf(req), marksOf(token));
    if (answer.kind !== 'known') return this.refuseNot(provider, answer);
    return pending.links === null ? this.accountOf(answer.identity) : this.linked(answer.identity, pending.links);
  }

  private async accountOf(identity: ProviderIdentity): Promise<Account> {
    const { provider, links } = this.parts();
    const name = await links.accountOf(identity);
    const account = name === null ? null : await this.accounts.find(name);
    if (account === null) return this.refuseAnswer(provider, 'NOT_LINKED');
    this.logger.info('signed-in', { by: 'oidc' });
    return account;
  }

  private async linked(identity: ProviderIdentity, to: NonNullable<PendingSignIn['links']>): Promise<null> {
    const { provider, links } = this.parts();
    const outcome = await links.link(identity, to);
    return outcome === 'linked' ? null : refuse(notLinked(provider.name, outcome));
  }

  private refuseNot(provider: IdentityProvider, { kind, why }: { readonly kind: string; readonly why: string }): never {
    return kind === 'away' ? this.refuseAway(provider, why) : this.refuseAnswer(provider, why);
  }

  private refuseAnswer({ name }: IdentityProvider, why: string): never {
    this.logger.info('sign-in-refused', { by: 'oidc', why });
    return refuse(notSignedIn(name));
  }

  private refuseAway({ name }: IdentityProvider, why: string): never {
    this.logger.warn('oidc-away', { why });
    return refuse(providerAway(name), { 'Retry-After': '60' });
  }

  /** Where the provider sends browsers back to. Without a set origin only this machine is served, under the name that the browser used (http/own-site.ts). */
  private backTo({ protocol, headers }: Pick<Request, 'protocol' | 'headers'>): string {
    return `${this.config.web.origin ?? `${protocol}://${headers.host ?? ''}`}${routes.providerCallback.path}`;
  }

  /** The address that the browser came back to as the provider knows it: of the request only its query counts. */
  private addressOf(req: Request): URL {
    const address = new URL(this.backTo(req));
    const at = req.originalUrl.indexOf('?');
    address.search = at < 0 ? '' : req.originalUrl.slice(at);
    return address;
  }
}
