import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import type { Acting, Clock } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { readBody } from '../http/faults.js';
import { signedInOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { LiveStreams } from '../live/live-streams.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';
import { meTold } from './acting-told.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';

/** Signing in and out, and who one is. */
@Controller()
export class SessionController {
  constructor(
    @Inject(SignIn) private readonly signsIn: SignIn,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(LiveStreams) private readonly streams: LiveStreams,
    @Inject(part('clock')) private readonly clock: Clock,
  ) {}

  @Route(routes.signIn)
  async signIn(
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const account = await this.signsIn.verified(readBody(bodies.SignIn, body), req.ip ?? '');
    res.setHeader('Set-Cookie', await this.sessions.open(account, req));
    return this.told(account);
  }

  @Route(routes.signOut)
  async signOut(@Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<void> {
    const { tokenHash } = signedInOf(req);
    res.setHeader('Set-Cookie', await this.sessions.end(tokenHash));
    this.streams.endOf(tokenHash);
  }

  @Route(routes.session)
  async session(@Req() req: Request): Promise<unknown> {
    const signedIn = await this.sessions.of(req);
    return { me: signedIn === null ? null : await this.told(signedIn) };
  }

  @Route(routes.me)
  me(@Req() req: Request): Promise<unknown> {
    return this.told(signedInOf(req));
  }

  private async told(who: { readonly name: string; readonly acting: Acting }): Promise<unknown> {
    return { ...meTold(who), now: await this.clock.now() };
  }
}
