import { Body, Controller, Inject, Param, Req, Res } from '@nestjs/common';
import type { Config } from '@cellrelay/platform';
import { readRequestMail, type RequestMailView, type RequestsView } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { valueOf } from '../http/answered.js';
import { idempotencyKeyIn } from '../http/preconditions.js';
import { Route } from '../http/route.js';
import type { PaperParts } from '../parts.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';
import { askedIn } from './asked-in.js';

/** Requests to customs and airport security, and their mails. */
@Controller()
export class RequestMailsController {
  constructor(
    @Inject(part('papers')) private readonly papers: PaperParts,
    @Inject(part('config')) private readonly config: Config,
  ) {}

  @Route(routes.listRequests)
  async list(@Param('id') id: string, @Req() req: Request): Promise<RequestsView> {
    const { shipment, ...asker } = askedIn(id, req);
    return valueOf(await this.papers.mails.list(asker, shipment, this.config.mail !== null));
  }

  @Route(routes.mailRequest)
  async mail(
    @Param() { id = '', request = '' }: Readonly<Record<string, string>>,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<RequestMailView> {
    const { shipment, ...asker } = askedIn(id, req);
    const idempotencyKey = idempotencyKeyIn(req.headers);
    const asked = { request, body: valueOf(readRequestMail(body)), idempotencyKey };
    const { mail, repeated } = valueOf(await this.papers.mails.ask(asker, shipment, asked));
    if (repeated) res.setHeader('Idempotent-Replayed', 'true');
    return mail;
  }
}
