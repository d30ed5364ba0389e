import { Controller, Inject, Req, Res } from '@nestjs/common';
import { RefusedError, statusOf } from '@cellrelay/platform';
import type { Request, Response } from 'express';
import { Route } from '../http/route.js';
import { Limits } from '../limits/limits.js';
import { routes } from '../routes/route-table.js';
import { refuseAbove } from '../session/session-guard.js';
import { Sessions } from '../session/sessions.js';
import { cameBackPage } from './came-back-page.js';
import { ProviderSignIn, type CameBack } from './provider-sign-in.js';

/** Signing in by a provider. */
@Controller()
export class OidcController {
  constructor(
    @Inject(ProviderSignIn) private readonly byProvider: ProviderSignIn,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  @Route(routes.signInBy)
  by(): unknown {
    return { name: this.byProvider.name() };
  }

  @Route(routes.signInByProvider)
  async begin(@Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<unknown> {
    refuseAbove(this.limits.signIn.take(req.ip ?? ''));
    return { to: await this.byProvider.sendAway(req, res, null) };
  }

  /** Answers a browser that came from another site: it goes on to our own page, which asks with the new cookie; or it is told why not. */
  @Route(routes.providerCallback)
  async cameBack(@Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<string | undefined> {
    try {
      await this.goOn(req, res, await this.byProvider.cameBack(req, res));
      return undefined;
    } catch (error) {
      if (!(error instanceof RefusedError) || req.accepts(['json', 'html']) !== 'html') throw error;
      res.status(statusOf(error.refusal.code)).set(error.headers).type('html');
      return cameBackPage(error.refusal.sentence);
    }
  }

  /** Where to is ours to say and stands here: nothing in the request leads anywhere else. */
  private async goOn(req: Request, res: Response, came: CameBack): Promise<void> {
    if (came !== null) res.append('Set-Cookie', await this.sessions.open(came, req));
    res.setHeader('Location', came === null ? '/account' : '/');
  }
}
