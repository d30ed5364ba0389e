import { APPLICATION_ROLES as roleNames } from '../embedded/ensure-database.js';

const both = [roleNames.api, roleNames.worker];

/**
 * Papers are made by the API and looked at again by the worker, which also prints those that go out by mail: what people wrote in them it reads as the operator does, behind the same
 * wall. What papers say is never changed.
 */
export const paperGrants = [
  { to: both, what: 'select on cellrelay.paper_document' },
  { to: [roleNames.api], what: 'insert on cellrelay.paper_document' },
  { to: [roleNames.worker], what: 'select on cellrelay.words, cellrelay.words_key' },
  { to: both, what: 'select, insert, update, delete on cellrelay.paper_mark' },
  { to: both, what: 'select, update (after), delete on cellrelay.paper_spread' },
];
