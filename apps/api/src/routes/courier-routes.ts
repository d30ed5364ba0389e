import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const ofCourier = { path: `${v1}/couriers/{id}`, params: queries.courierParams, tag: 'couriers', open: false } as const;

const tag = { ETag: 'The record’s revision' } as const;

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
    answer: { ...json('Courier', 'The courier'), headers: tag },
    refusals: ['no-such-courier'],
  },
  putCourier: {
    ...ofCourier,
    id: 'putCourier',
    method: 'put',
    says: 'Enter a courier into the pool, or replace the record',
    more: 'The whole record is written, unless somebody else has changed it since it was read. Nominations keep what they copied: no shipment changes by it.',
    headers: [
      {
        name: 'If-Match',
        required: false,
        says: 'The revision of the record that its author had read, as an entity tag; not for a new one',
        example: '"3"',
      },
      { name: 'If-None-Match', required: false, says: '`*`: there is to be no courier of this id yet', example: '*' },
    ],
    body: 'CourierRecord',
    answer: { ...json('Courier', 'As it stands now'), headers: tag },
    refusals: [
      'courier-id-malformed',
      'country-twice',
      'country-unknown',
      'date-implausible',
      'if-match-missing',
      'if-match-malformed',
      'stale-revision',
      'body-faulty',
      'body-not-json',
      'body-not-json-type',
      'body-too-large',
      'text-not-storable',
    ],
  },
} as const satisfies Record<string, RouteSpec>;
