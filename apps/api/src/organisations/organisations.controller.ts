import { Controller, Inject, Query } from '@nestjs/common';
import type { OrganisationDirectory } from '@cellrelay/use-cases';
import { readQuery } from '../http/faults.js';
import { Route } from '../http/route.js';
import * as queries from '../routes/queries.js';
import { routes } from '../routes/route-table.js';
import { part } from '../tokens.js';

/** The register of organisations, for whoever names a shipment's parties. */
@Controller()
export class OrganisationsController {
  constructor(@Inject(part('organisations')) private readonly organisations: OrganisationDirectory) {}

  @Route(routes.listOrganisations)
  list(@Query() query: unknown): Promise<unknown> {
    const { cursor, limit } = readQuery(queries.organisationsQuery, query);
    return this.organisations.list(cursor ?? null, limit);
  }
}
