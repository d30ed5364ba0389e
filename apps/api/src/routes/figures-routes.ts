import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const bodyRefusals = [
  'body-faulty',
  'body-not-json',
  'body-too-deep',
  'body-too-many-values',
  'body-too-large',
  'body-not-json-type',
  'text-not-storable',
] as const;
const replayed = { 'Idempotent-Replayed': '`true` when it was there already, and nothing was done' } as const;

/** The site's policies as versions. */
export const policyRoutes = {
  listPolicies: {
    id: 'listPolicies',
    method: 'get',
    path: `${v1}/policies`,
    tag: 'policies',
    open: false,
    says: 'Every version of the policy, the newest first',
    more: 'The current one is pinned to shipments that are opened from now on. Shipments that are open go on by their own until they adopt another (AdoptPolicy).',
    answer: json('Policies', 'The versions'),
    refusals: [],
  },
  getPolicy: {
    id: 'getPolicy',
    method: 'get',
    path: `${v1}/policies/{version}`,
    tag: 'policies',
    open: false,
    says: 'One version of the policy, whole',
    params: queries.policyParams,
    answer: json('PolicyInFull', 'The policy'),
    refusals: ['no-such-policy'],
  },
  addPolicy: {
    id: 'addPolicy',
    method: 'post',
    path: `${v1}/policies`,
    tag: 'policies',
    open: false,
    says: 'Enter a version of the policy',
    more: 'The whole policy, with the two persons who answer for it. It is current from then on and is never changed. Sent again as it was, nothing is done.',
    body: 'NewPolicy',
    answer: { ...json('PolicyInFull', 'Entered'), headers: replayed },
    refusals: [
      ...bodyRefusals,
      'owner-approves',
      'policy-version-taken',
      'limit-below-target',
      'warmest-below-coldest',
      'flight-missed-before-leaving',
      'handover-after-leaving',
      'airport-unknown',
      'region-unknown',
      'out-of-range',
      'not-one-of',
      'field-missing',
      'unknown-field',
    ],
  },
} as const satisfies Record<string, RouteSpec>;

/** What a programme counts. */
export const figuresRoutes = {
  getFigures: {
    id: 'getFigures',
    method: 'get',
    path: `${v1}/figures`,
    tag: 'figures',
    open: false,
    says: 'The programme’s table: by year, destination and product',
    more: 'Counted from shipments that have ended, with entered totals beside them. As CSV with `format=csv`, or where Accept asks for text/csv first.',
    query: queries.figuresQuery,
    answer: json('Figures', 'The table'),
    refusals: ['query-faulty'],
  },
  listPastTotals: {
    id: 'listPastTotals',
    method: 'get',
    path: `${v1}/past-totals`,
    tag: 'figures',
    open: false,
    says: 'Totals of past years as they were entered, the newest entry first',
    more: 'All entries, also those that later ones have replaced or taken back.',
    query: queries.pastTotalsQuery,
    answer: json('PastTotals', 'The entries'),
    refusals: ['query-faulty'],
  },
  enterPastTotal: {
    id: 'enterPastTotal',
    method: 'post',
    path: `${v1}/past-totals`,
    tag: 'figures',
    open: false,
    says: 'Enter the total of a past year, replace it, or take it back',
    more: 'For one destination and product. The entry before it stays on record; with a count of null it no longer counts. Sent again as it was, nothing is done.',
    body: 'NewPastTotal',
    answer: { ...json('PastTotal', 'Entered'), headers: replayed },
    refusals: [...bodyRefusals, 'one-destination', 'out-of-range', 'field-missing', 'unknown-field', 'malformed'],
  },
} as const satisfies Record<string, RouteSpec>;
