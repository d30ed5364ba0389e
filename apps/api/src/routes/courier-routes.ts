import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const ofCourier = { path: `${v1}/couriers/{id}`, params: queries.courierParams, tag: 'couriers', open: false } as const;

/** The pool of couriers. */
export const courierRoutes = {
  listCouriers: {
    id: 'listCouriers',
    method: 'get',
    path: `${v1}/couriers`,
    tag: 'couriers',
    open: false,
    says: 'Couriers of the pool, by name',
    query: queries.couriersQuery,
    answer: json('CourierList', 'Those found, and how many there are'),
    refusals: ['query-faulty'],
  },
  getCourier: {
    ...ofCourier,
    id: 'getCourier',
    method: 'get',
    says: 'One courier of the pool',
    answer: json('Courier', 'The courier'),
    refusals: ['no-such-courier'],
  },
  putCourier: {
    ...ofCourier,
    id: 'putCourier',
    method: 'put',
    says: 'Enter a courier into the pool, or replace the record',
    more: 'The whole record is written. Nominations keep what they copied: no shipment changes by it.',
    body: 'CourierRecord',
    answer: json('Courier', 'As it stands now'),
    refusals: [
      'courier-id-malformed',
      'country-twice',
      'body-faulty',
      'body-not-json',
      'body-not-json-type',
      'body-too-large',
      'text-not-storable',
    ],
  },
} as const satisfies Record<string, RouteSpec>;
