import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

/** Whether bells ring, and what fell due while they did not. */
export const bellRoutes = {
  getBells: {
    id: 'getBells',
    method: 'get',
    path: `${v1}/bells`,
    tag: 'bells',
    open: false,
    says: 'Whether bells ring',
    more: 'To be asked again and again by whoever relies on being called: a worker that has died says nothing.',
    answer: json('Bells', 'How bells stand'),
    refusals: [],
  },
  listDowntimes: {
    id: 'listDowntimes',
    method: 'get',
    path: `${v1}/downtimes`,
    tag: 'bells',
    open: false,
    says: 'What fell due while bells rang late or not at all, as far as you have not said that you have read it',
    more: 'One digest of each downtime, by owner. What is in it was called out late, and its alerts say so. Downtimes in which nothing fell due are not told.',
    answer: json('Downtimes', 'The digests'),
    refusals: [],
  },
  dismissDowntime: {
    id: 'dismissDowntime',
    method: 'put',
    path: `${v1}/downtimes/{id}/dismissal`,
    tag: 'bells',
    open: false,
    says: 'Say that you have read of a downtime',
    more: 'Recorded for your account, for good. Whatever fell due stays owed, and its alerts stand.',
    params: queries.downtimeParams,
    answer: { status: 204, says: 'Recorded' },
    refusals: ['no-such-downtime'],
  },
} as const satisfies Record<string, RouteSpec>;
