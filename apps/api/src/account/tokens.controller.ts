import { Body, Controller, Inject, Param, Req } from '@nestjs/common';
import { newApiToken, refuse, tokenHash } from '@cellrelay/platform';
import type { OwnAccounts } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { readBody } from '../http/faults.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import { ownerOf, ownId } from '../session/owner.js';
import { SignIn } from '../session/sign-in.js';
import { part } from '../tokens.js';

const dayMs = 24 * 3_600_000;

/** More than this of one person nobody keeps in mind. */
const most = 20;

/** Tokens of one's own programs. */
@Controller()
export class TokensController {
  constructor(
    @Inject(part('ownAccounts')) private readonly ownAccounts: OwnAccounts,
    @Inject(SignIn) private readonly signIn: SignIn,
  ) {}

  @Route(routes.ownTokens)
  async list(@Req() req: Request): Promise<unknown> {
    return { items: await this.ownAccounts.tokens(signedInOf(req).account) };
  }

  @Route(routes.makeToken)
  async make(@Body() body: unknown, @Req() req: Request): Promise<unknown> {
    const signedIn = signedInOf(req);
    const { password, days, ...given } = readBody(bodies.NewToken, body);
    await this.signIn.confirm({ name: signedIn.name, password }, req.ip ?? '');
    const token = newApiToken();
    const kept = { ...given, tokenHash: tokenHash(token), lastsMs: days * dayMs };
    const made = await this.ownAccounts.makeToken(ownerOf(signedIn), kept, most);
    if (made !== null) return { made, token };
    return refuse({ code: 'too-many-tokens', sentence: `You have ${most} tokens. End one first.` });
  }

  @Route(routes.endToken)
  async end(@Param('id') id: string, @Req() req: Request): Promise<void> {
    if (!(await this.ownAccounts.endToken(ownerOf(signedInOf(req)), ownId(id, 'token'))))
      refuse({ code: 'no-such-token', sentence: 'You have no such token, or it has ended.' });
  }
}
