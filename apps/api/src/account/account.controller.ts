import { Body, Controller, Inject, Param, Req } from '@nestjs/common';
import { refuse, type Passwords } from '@cellrelay/platform';
import type { OwnAccounts } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { readBody } from '../http/faults.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { LiveStreams } from '../live/live-streams.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import { actingTold } from '../session/acting-told.js';
import { refusePassword } from '../session/chosen-password.js';
import { ownerOf, ownId } from '../session/owner.js';
import { SignIn } from '../session/sign-in.js';
import { part } from '../tokens.js';

/** One's own account: password and sessions. */
@Controller()
export class AccountController {
  constructor(
    @Inject(part('ownAccounts')) private readonly ownAccounts: OwnAccounts,
    @Inject(part('passwords')) private readonly passwords: Passwords,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(LiveStreams) private readonly streams: LiveStreams,
  ) {}

  @Route(routes.ownAccount)
  async account(@Req() req: Request): Promise<unknown> {
    const signedIn = signedInOf(req);
    const factor = await this.ownAccounts.secondFactor(signedIn.account);
    const set = factor?.set === true;
    return {
      ...actingTold(signedIn),
      secondFactor: { set, recoveryCodesLeft: set ? factor.recoveryCodesLeft : 0 },
    };
  }

  @Route(routes.changePassword)
  async changePassword(@Body() body: unknown, @Req() req: Request): Promise<void> {
    const signedIn = signedInOf(req);
    const { password, newPassword } = readBody(bodies.NewPassword, body);
    const { person, organisation } = signedIn.acting;
    await refusePassword(newPassword, [signedIn.name, person, organisation.name], '/newPassword');
    await this.signIn.confirm({ name: signedIn.name, password }, req.ip ?? '');
    const others = await this.ownAccounts.changePassword(
      ownerOf(signedIn),
      await this.passwords.hash(newPassword),
      signedIn.tokenHash,
    );
    others.forEach((hash) => this.streams.endOf(hash));
    // Programs listen too, and their tokens have ended.
    this.streams.lookAtAll();
  }

  @Route(routes.ownSessions)
  async sessions(@Req() req: Request): Promise<unknown> {
    const { account, tokenHash } = signedInOf(req);
    return { items: await this.ownAccounts.sessions(account, tokenHash) };
  }

  @Route(routes.endOtherSessions)
  async endOthers(@Req() req: Request): Promise<void> {
    const signedIn = signedInOf(req);
    const ended = await this.ownAccounts.endOtherSessions(ownerOf(signedIn), signedIn.tokenHash);
    ended.forEach((hash) => this.streams.endOf(hash));
  }

  @Route(routes.endOwnSession)
  async endOne(@Param('id') id: string, @Req() req: Request): Promise<void> {
    const ended = await this.ownAccounts.endSession(ownerOf(signedInOf(req)), ownId(id, 'session'));
    if (ended === null) refuse({ code: 'no-such-session', sentence: 'You have no such session, or it has ended.' });
    else this.streams.endOf(ended);
  }
}
