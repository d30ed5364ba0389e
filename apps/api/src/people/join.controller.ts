import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import type { Clock } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { readBody } from '../http/faults.js';
import { Route } from '../http/route.js';
import { Limits } from '../limits/limits.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import { meTold } from '../session/acting-told.js';
import { refuseAbove } from '../session/session-guard.js';
import { Sessions } from '../session/sessions.js';
import { part } from '../tokens.js';
import { Joining } from './joining.js';

/** Whoever has the link of an invitation joins by it. */
@Controller()
export class JoinController {
  constructor(
    @Inject(Joining) private readonly joining: Joining,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Limits) private readonly limits: Limits,
    @Inject(part('clock')) private readonly clock: Clock,
  ) {}

  @Route(routes.lookAtInvitation)
  look(@Body() body: unknown, @Req() req: Request): Promise<unknown> {
    refuseAbove(this.limits.signIn.take(req.ip ?? ''));
    return this.joining.invited(readBody(bodies.JoinLook, body).token);
  }

  @Route(routes.join)
  async join(@Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<unknown> {
    refuseAbove(this.limits.signIn.take(req.ip ?? ''));
    const { token, name, password } = readBody(bodies.Join, body);
    const account = await this.joining.join(token, name, password);
    res.setHeader('Set-Cookie', await this.sessions.open(account, req));
    return { ...meTold(account), now: await this.clock.now() };
  }
}
