import { Body, Controller, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { Disclosures, DocumentKind } from '@cellrelay/use-cases';
import type { Request, Response } from 'express';
import { readBody, readQuery } from '../http/faults.js';
import { shipmentIn } from '../http/preconditions.js';
import { valueOf } from '../http/answered.js';
import { askerOf } from '../http/request-context.js';
import { Route } from '../http/route.js';
import { bodies } from '../routes/components.js';
import { pageQuery } from '../routes/queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';
import { whoseIn, type Named } from './identity-asked.js';

/** What of an identity is disclosed across the wall, and to whom. Nothing of it is kept by whoever carries the answer. */
@Controller()
export class DisclosuresController {
  constructor(@Inject(part('disclosures')) private readonly disclosures: Pick<Disclosures, keyof Disclosures>) {}

  @Route(routes.listDisclosures)
  async list(
    @Param() named: Named,
    @Query() query: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const { cursor = null, limit } = readQuery(pageQuery, query);
    return unkept(valueOf(await this.disclosures.list(askerOf(req), whoseIn(named), { cursor, limit })), res);
  }

  @Route(routes.askDisclosure)
  async ask(
    @Param() named: Named,
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    const said = readBody(bodies.DisclosureWish, body);
    return unkept(valueOf(await this.disclosures.ask(askerOf(req), whoseIn(named), said)), res);
  }

  @Route(routes.approveDisclosure)
  async approve(
    @Param() named: Named & { readonly grant: string },
    @Body() body: unknown,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    readBody(bodies.Nothing, body);
    return unkept(valueOf(await this.disclosures.approve(askerOf(req), whoseIn(named), named.grant)), res);
  }

  @Route(routes.endDisclosure)
  async end(
    @Param() named: Named & { readonly grant: string },
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    return unkept(valueOf(await this.disclosures.revoke(askerOf(req), whoseIn(named), named.grant)), res);
  }

  @Route(routes.listDisclosed)
  async granted(
    @Param('id') id: string,
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    return unkept({ items: await this.disclosures.granted(askerOf(req), shipmentIn(id)) }, res);
  }

  @Route(routes.readDisclosed)
  async read(
    @Param() named: Named & { readonly document: string },
    @Req() req: Request,
    @Res({ passthrough: true }) res: Response,
  ): Promise<unknown> {
    // What is no kind of paper is disclosed for none: told as everything that is not disclosed.
    const of = { ...whoseIn(named), document: named.document as DocumentKind };
    return unkept(valueOf(await this.disclosures.read(askerOf(req), of)), res);
  }
}

function unkept<T>(answer: T, res: Response): T {
  res.setHeader('Cache-Control', 'no-store');
  return answer;
}
