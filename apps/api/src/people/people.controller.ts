import { Body, Controller, Inject, Param, Query, Req } from '@nestjs/common';
import { rolesOf } from '@cellrelay/shipment';
import { runsInstance, type CourierPool, type Organisation, type PeopleStore } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { readBody, readQuery } from '../http/faults.js';
import { Route } from '../http/route.js';
import { LiveStreams } from '../live/live-streams.js';
import { bodies } from '../routes/components.js';
import * as queries from '../routes/queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';
import { administratorIn, doneOr, idIn, refuseRole } from './administering.js';
import { Inviting } from './inviting.js';
import { afterIn, withCursor } from './page-cursor.js';

/** Organisations and their people, for administrators. */
@Controller()
export class PeopleController {
  constructor(
    @Inject(part('people')) private readonly people: PeopleStore,
    @Inject(part('couriers')) private readonly couriers: CourierPool,
    @Inject(Inviting) private readonly inviting: Inviting,
    @Inject(LiveStreams) private readonly streams: LiveStreams,
  ) {}

  @Route(routes.listOrganisations)
  async organisations(@Query() query: unknown): Promise<unknown> {
    const { limit, cursor } = readQuery(queries.pageQuery, query);
    return withCursor(await this.people.organisations({ after: afterIn(cursor), limit }));
  }

  @Route(routes.makeOrganisation)
  async make(@Body() body: unknown, @Req() req: Request): Promise<Organisation> {
    const { by } = administratorIn(req);
    return doneOr(await this.people.makeOrganisation(by, readBody(bodies.NewOrganisation, body)), 'organisation');
  }

  @Route(routes.listPeople)
  async list(@Query() query: unknown, @Req() req: Request): Promise<unknown> {
    const { signedIn } = administratorIn(req);
    const { limit, cursor, organisation: named } = readQuery(queries.peopleQuery, query);
    const organisation = await this.inviting.organisationFor(signedIn.acting, named ?? null);
    const page = await this.people.people(organisation.id, { after: afterIn(cursor), limit });
    const own = organisation.id === signedIn.acting.organisation.id;
    return {
      ...withCursor(page),
      organisation,
      roles: own ? rolesOf[organisation.kind] : ['administrator'],
      mayInvite: own || (runsInstance(signedIn.acting) && !(await this.people.administered(organisation.id))),
      mayChange: own,
    };
  }

  @Route(routes.changeRole)
  async changeRole(@Param('id') id: string, @Body() body: unknown, @Req() req: Request): Promise<unknown> {
    const { signedIn, by } = administratorIn(req);
    const role = readBody(bodies.NewRole, body);
    await refuseRole(signedIn.acting.organisation, role, this.couriers);
    return doneOr(await this.people.changeRole(by, idIn(id, 'person'), role), 'person');
  }

  @Route(routes.endAccount)
  async end(@Param('id') id: string, @Req() req: Request): Promise<unknown> {
    const { by } = administratorIn(req);
    const ended = doneOr(await this.people.endAccount(by, idIn(id, 'person')), 'person');
    this.streams.lookAtAll();
    return ended;
  }
}
