import { Body, Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { foundShipment, valueOf } from '../http/answered.js';
import { readBody, readQuery } from '../http/faults.js';
import { idempotencyKeyIn } from '../http/preconditions.js';
import { Route } from '../http/route.js';
import type { PaperParts } from '../parts.js';
import { bodies } from '../routes/components.js';
import { packQuery, previewQuery } from '../routes/paper-queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';
import { askedIn } from './asked-in.js';
import { sendPdf } from './send-pdf.js';

/** Papers of a shipment, for those who may hold them. */
@Controller()
export class PapersController {
  constructor(@Inject(part('papers')) private readonly papers: PaperParts) {}

  @Route(routes.getPapers)
  async list(@Param('id') id: string, @Req() req: Request): Promise<unknown> {
    const { shipment, acting } = askedIn(id, req);
    const view = await this.papers.questions.papers(shipment, acting);
    return foundShipment(view);
  }

  @Route(routes.previewPaper)
  preview(@Param('id') id: string, @Query() query: unknown, @Req() req: Request, @Res() res: Response): Promise<void> {
    const { plan, kind, of = null } = readQuery(previewQuery, query);
    const { shipment, acting } = askedIn(id, req);
    return sendPdf(res, () => this.papers.printing.draft(shipment, acting, { plan, kind, of }));
  }

  // Before the paper of an id, which would be taken for its id.
  @Route(routes.getPack)
  pack(@Param('id') id: string, @Query() query: unknown, @Req() req: Request, @Res() res: Response): Promise<void> {
    const { plan } = readQuery(packQuery, query);
    const { shipment, acting } = askedIn(id, req);
    return sendPdf(res, () => this.papers.printing.pack(shipment, acting, plan));
  }

  @Route(routes.getPaper)
  paper(
    @Param() { id = '', document = '' }: Readonly<Record<string, string>>,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const { shipment, acting } = askedIn(id, req);
    return sendPdf(res, () => this.papers.printing.issued(shipment, acting, document));
  }

  @Route(routes.issuePapers)
  async issue(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const { shipment, account, acting } = askedIn(id, req);
    const idempotencyKey = idempotencyKeyIn(req.headers);
    const read = readBody(bodies.PapersToIssue, body);
    const { repeated, ...issued } = valueOf(
      await this.papers.issuing.issue(shipment, read, { account, acting, idempotencyKey }),
    );
    if (repeated) res.setHeader('Idempotent-Replayed', 'true');
    return issued;
  }
}
