import { Body, Controller, Inject, Param, Req, Res } from '@nestjs/common';
import type { PaperFactsRegister, SaidPaperFact, ShipmentPaperFacts } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { recordRevisionIn, shipmentIn } from '../http/preconditions.js';
import { valueOf } from '../http/answered.js';
import { askerOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { idIn } from '../people/administering.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** What papers say that no shipment's log tells, as it is entered. */
@Controller()
export class PaperFactsController {
  constructor(@Inject(part('paperFacts')) private readonly facts: Pick<PaperFactsRegister, keyof PaperFactsRegister>) {}

  @Route(routes.getPapersSite)
  async site(@Res({ passthrough: true }) res: Response): Promise<unknown> {
    return tagged(await this.facts.site.read(), res);
  }

  @Route(routes.putPapersSite)
  async enterSite(
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    return tagged(valueOf(await this.facts.site.enter(askerOf(req), saidIn(req, body))), res);
  }

  @Route(routes.getPostalAddress)
  async postal(
    @Param('id') id: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    return tagged(valueOf(await this.facts.postal.read(askerOf(req), idIn(id, 'organisation'))), res);
  }

  @Route(routes.putPostalAddress)
  async enterPostal(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const organisation = idIn(id, 'organisation');
    return tagged(valueOf(await this.facts.postal.enter(askerOf(req), organisation, saidIn(req, body))), res);
  }

  @Route(routes.getCourierPassport)
  async passport(
    @Param('id') id: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    return tagged(valueOf(await this.facts.passports.read(askerOf(req), id)), res);
  }

  @Route(routes.putCourierPassport)
  async enterPassport(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    return tagged(valueOf(await this.facts.passports.enter(askerOf(req), id, saidIn(req, body))), res);
  }

  @Route(routes.getPaperFacts)
  async ofShipment(@Param('id') id: string, @Req() req: Request): Promise<unknown> {
    return (await this.opened(id, req)).read();
  }

  @Route(routes.putDonorMarkers)
  async enterMarkers(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const opened = await this.opened(id, req);
    return tagged(valueOf(await opened.enterMarkers(saidIn(req, body))), res);
  }

  @Route(routes.putCustomsValue)
  async enterValue(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const opened = await this.opened(id, req);
    return tagged(valueOf(await opened.enterValue(saidIn(req, body))), res);
  }

  @Route(routes.putPartyAddress)
  async enterParty(
    @Param() { id, part: named }: { readonly id: string; readonly part: string },
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const opened = await this.opened(id, req);
    return tagged(valueOf(await opened.enterParty(named, saidIn(req, body))), res);
  }

  /** Before anything that was sent is looked at: who may not know of the shipment learns nothing by what is said of a body. */
  private async opened(id: string, req: Request): Promise<Pick<ShipmentPaperFacts, keyof ShipmentPaperFacts>> {
    return valueOf(await this.facts.ofShipment(askerOf(req), shipmentIn(id)));
  }
}

function saidIn(req: Request, body: unknown): SaidPaperFact {
  return { body, revision: recordRevisionIn(req.headers) };
}

function tagged<T extends { readonly revision: number }>(answer: T, res: Response): T {
  res.setHeader('ETag', `"${answer.revision}"`);
  return answer;
}
