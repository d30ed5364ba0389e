import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';
import { savedViewParams } from './saved-view-components.js';

const bodyFaults = ['body-faulty', 'body-not-json', 'body-not-json-type', 'body-too-large', 'text-not-storable'];
const own = { tag: 'account', open: false, path: `${v1}/account/saved-views` } as const;
const one = { ...own, path: `${v1}/account/saved-views/{id}`, params: savedViewParams } as const;

/** Views of the board's list that somebody keeps under a name. */
export const savedViewRoutes = {
  listSavedViews: {
    ...own,
    id: 'listSavedViews',
    method: 'get',
    says: 'Your own views of the board’s list, in the order in which they were saved',
    answer: json('SavedViews', 'All of them'),
    refusals: [],
  },
  putSavedView: {
    ...one,
    id: 'putSavedView',
    method: 'put',
    says: 'Save a view of the board’s list under a name, or change the one of that id',
    body: 'SavedViewWish',
    answer: json('SavedView', 'As it stands now'),
    refusals: ['view-name-taken', 'too-many-saved-views', 'saved-view-id-malformed', ...bodyFaults],
  },
  dropSavedView: {
    ...one,
    id: 'dropSavedView',
    method: 'delete',
    says: 'Forget a saved view',
    answer: { status: 204, says: 'It is gone' },
    refusals: ['no-such-saved-view'],
  },
} as const satisfies Record<string, RouteSpec>;
