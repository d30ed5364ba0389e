import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import { refuse } from '@cellrelay/platform';
import type { Result } from '@cellrelay/kernel';
import type { Refusal } from '@cellrelay/shipment';
import type { Links, LinkTask } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { bodyRefusal, readBody } from '../http/faults.js';
import { idempotencyKeyIn, revisionIn } from '../http/preconditions.js';
import { contextOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { Limits } from '../limits/limits.js';
import { bodies } from '../routes/components.js';
import { routes } from '../routes/route-table.js';
import { refuseAbove } from '../session/session-guard.js';
import { part } from '../tokens.js';

/** Whoever holds a link does the one thing that it is for. Whoever is signed in beside it is nobody here. */
@Controller()
export class ByLinkController {
  constructor(
    @Inject(part('links')) private readonly links: Pick<Links, 'look' | 'use'>,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  @Route(routes.lookAtLink)
  async look(@Body() body: unknown, @Req() req: Request): Promise<LinkTask> {
    refuseAbove(this.limits.byLink.take(req.ip ?? ''));
    readBody(bodies.Nothing, body);
    return answerOf(await this.links.look(tokenIn(req)));
  }

  @Route(routes.sendByLink)
  async send(
    @Body() whole: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<{ readonly says: string }> {
    refuseAbove(this.limits.byLink.take(req.ip ?? ''));
    const token = tokenIn(req);
    const said = { idempotencyKey: idempotencyKeyIn(req.headers), ifMatch: revisionIn(req.headers, false) };
    const { statedBy, despiteRecord, ...body } = readBody(bodies.ByLink, whole);
    const sent = { ...said, body, despiteRecord, person: statedBy.person, request: contextOf(req).id };
    const taken = answerOf(await this.links.use(token, sent));
    if (taken.kind === 'refused') return refuse(bodyRefusal(taken.refusals));
    if (taken.repeated) res.setHeader('Idempotent-Replayed', 'true');
    return { says: 'Thank you. It is on record, and the coordination office sees it.' };
  }
}

function tokenIn(req: Request): string {
  const given = req.headers['cellrelay-link'];
  if (typeof given === 'string' && given !== '') return given;
  return refuse({
    code: 'link-missing',
    sentence: 'This needs the header Cellrelay-Link: what stands after # in the link’s address.',
  });
}

function answerOf<T>(answer: Result<T, Refusal>): T {
  return answer.ok ? answer.value : refuse(answer.error);
}
