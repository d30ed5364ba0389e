import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

/** What becomes of a shipment's cells, and what is to be decided on them. */
export const forecastRoutes = {
  getForecast: {
    id: 'getForecast',
    method: 'get',
    path: `${v1}/shipments/{id}/forecast`,
    tag: 'questions',
    open: false,
    says: 'What becomes of a shipment’s cells until infusion, by temperature and model',
    more: 'Decision support: it ranks risks, moves no deadline and is no release test. Without readings it rests on counts, set point and clocks, and says so. Doses are told to whom counts are.',
    params: queries.shipmentParams,
    answer: json('Forecast', 'The forecast'),
    refusals: ['shipment-id-malformed', 'no-such-shipment'],
  },
  getDecision: {
    id: 'getDecision',
    method: 'get',
    path: `${v1}/shipments/{id}/decision`,
    tag: 'questions',
    open: false,
    says: 'The decision on the count: how it stands, what can be decided, and what each choice means for time and dose',
    more: 'Each option is the command DecideOnCount with what its form begins with, whose word it takes, the trip that it leads to with the forecast at that infusion, and what follows. Whoever may not decide reads the same. Doses are told to whom counts are.',
    params: queries.shipmentParams,
    answer: json('CountDecision', 'How the count stands, and what can be decided on it'),
    refusals: ['shipment-id-malformed', 'no-such-shipment'],
  },
} as const satisfies Record<string, RouteSpec>;
