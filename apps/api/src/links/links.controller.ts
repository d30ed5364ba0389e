import { Body, Controller, Inject, Param, Query, Req } from '@nestjs/common';
import { uuidForm } from '@cellrelay/kernel';
import { refuse } from '@cellrelay/platform';
import { linkedCommands } from '@cellrelay/shipment';
import { noSuchLink, pinsOf, type Links, type SignedLink } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { readBody, readQuery } from '../http/faults.js';
import { shipmentIn } from '../http/preconditions.js';
import { Route } from '../http/route.js';
import { bodies } from '../routes/components.js';
import * as queries from '../routes/queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';
import { Bringing, type Told } from './bringing.js';
import { makerIn } from './maker.js';

/** Links, for the coordinators who make and revoke them. */
@Controller()
export class LinksController {
  constructor(
    @Inject(part('links')) private readonly links: Pick<Links, 'make' | 'list' | 'revoke'>,
    @Inject(Bringing) private readonly bringing: Bringing,
  ) {}

  @Route(routes.makeLink)
  async make(@Param('id') id: string, @Body() body: unknown, @Req() req: Request): Promise<Told> {
    const shipment = shipmentIn(id);
    const { about, ...asked } = readBody(bodies.NewLink, body);
    const made = await this.links.make(makerIn(req), shipment, { ...asked, pins: pinsOf(about) });
    return made.ok ? this.bringing.bring(made.value.link, made.value.token, req) : refuse(made.error);
  }

  @Route(routes.listLinks)
  async list(@Param('id') id: string, @Query() query: unknown): Promise<unknown> {
    const { limit, cursor } = readQuery(queries.linksQuery, query);
    const page = await this.links.list(shipmentIn(id), { after: cursor ?? null, limit });
    return { ...page, byMail: this.bringing.byMail, commands: linkedCommands };
  }

  @Route(routes.revokeLink)
  async revoke(@Param('id') id: string, @Req() req: Request): Promise<SignedLink> {
    const by = makerIn(req);
    const revoked = uuidForm.test(id) ? await this.links.revoke(by, id) : null;
    return revoked ?? refuse({ ...noSuchLink, sentence: 'There is no open link of this id.' });
  }
}
