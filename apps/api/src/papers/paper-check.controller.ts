import { Controller, Header, Inject, Param, Req } from '@nestjs/common';
import type { PaperStanding } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { Route } from '../http/route.js';
import { Limits } from '../limits/limits.js';
import type { PaperParts } from '../parts.js';
import { routes } from '../routes/route-table.js';
import { refuseAbove } from '../session/session-guard.js';
import { part } from '../tokens.js';
import { standingPage } from './standing-page.js';

/** What anybody is told who holds a paper: how it stands. It needs no session and leaves no cookie. */
@Controller()
export class PaperCheckController {
  constructor(
    @Inject(part('papers')) private readonly papers: PaperParts,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  @Route(routes.paperStanding)
  async standing(@Param('document') document: string, @Req() req: Request): Promise<{ standing: PaperStanding }> {
    return { standing: await this.standingOf(document, req) };
  }

  @Route(routes.paperPage)
  @Header('Content-Type', 'text/html; charset=utf-8')
  async page(@Param('document') document: string, @Req() req: Request): Promise<string> {
    return standingPage(await this.standingOf(document, req));
  }

  private standingOf(document: string, req: Request): Promise<PaperStanding> {
    refuseAbove(this.limits.papers.take(req.ip ?? ''));
    return this.papers.questions.standing(document);
  }
}
