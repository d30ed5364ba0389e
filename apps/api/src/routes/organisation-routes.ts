import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

/** The register of organisations. */
export const organisationRoutes = {
  listOrganisations: {
    id: 'listOrganisations',
    method: 'get',
    path: `${v1}/organisations`,
    tag: 'organisations',
    open: false,
    says: 'Organisations of the register, by name',
    more: 'Those that a shipment’s parties are named from (NameParty).',
    query: queries.organisationsQuery,
    answer: json('OrganisationPage', 'A page of the register'),
    refusals: ['query-faulty'],
  },
} as const satisfies Record<string, RouteSpec>;
