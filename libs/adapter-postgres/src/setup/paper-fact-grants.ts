import { APPLICATION_ROLES as roleNames } from '../embedded/ensure-database.js';

/** People enter what papers say by the API; the worker reads it, to find out which papers are out of date. */
export const paperFactGrants = [
  { to: [roleNames.api, roleNames.worker], what: 'select on cellrelay.paper_fact' },
  { to: [roleNames.api], what: 'insert on cellrelay.paper_fact' },
];
