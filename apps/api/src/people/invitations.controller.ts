import { Body, Controller, Inject, Param, Query, Req } from '@nestjs/common';
import type { CourierPool, PeopleStore } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { readBody, readQuery } from '../http/faults.js';
import { Route } from '../http/route.js';
import { bodies } from '../routes/components.js';
import * as queries from '../routes/queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';
import { administratorIn, doneOr, idIn, refuseRole } from './administering.js';
import { Inviting, type Told } from './inviting.js';

/** Invitations, for administrators. */
@Controller()
export class InvitationsController {
  constructor(
    @Inject(part('people')) private readonly people: PeopleStore,
    @Inject(part('couriers')) private readonly couriers: CourierPool,
    @Inject(Inviting) private readonly inviting: Inviting,
  ) {}

  @Route(routes.listInvitations)
  async list(@Query() query: unknown, @Req() req: Request): Promise<unknown> {
    const { signedIn } = administratorIn(req);
    const { organisation: named } = readQuery(queries.ofOrganisationQuery, query);
    const organisation = await this.inviting.organisationFor(signedIn.acting, named ?? null);
    return { items: await this.people.invitations(organisation.id), byMail: this.inviting.byMail };
  }

  @Route(routes.invite)
  async invite(@Body() body: unknown, @Req() req: Request): Promise<Told> {
    const { signedIn, by } = administratorIn(req);
    const { organisation: named, ...given } = readBody(bodies.NewInvitation, body);
    const organisation = await this.inviting.organisationFor(signedIn.acting, named);
    await refuseRole(organisation, given, this.couriers);
    const { token, link } = this.inviting.newLink();
    const invited = await this.people.invite(by, { ...given, ...link, organisation: organisation.id });
    return this.inviting.bring(doneOr(invited, 'organisation'), token, req);
  }

  @Route(routes.renewInvitation)
  async renew(@Param('id') id: string, @Body() body: unknown, @Req() req: Request): Promise<Told> {
    const { by } = administratorIn(req);
    readBody(bodies.Nothing, body);
    const { token, link } = this.inviting.newLink();
    const renewed = await this.people.renewInvitation(by, idIn(id, 'invitation'), link);
    return this.inviting.bring(doneOr(renewed, 'invitation'), token, req);
  }

  @Route(routes.withdrawInvitation)
  async withdraw(@Param('id') id: string, @Req() req: Request): Promise<void> {
    const { by } = administratorIn(req);
    doneOr(await this.people.withdrawInvitation(by, idIn(id, 'invitation')), 'invitation');
  }
}
