import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

/** What becomes of a shipment's cells. */
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
} as const satisfies Record<string, RouteSpec>;
