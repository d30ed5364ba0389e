import { APPLICATION_ROLES as roleNames } from '../embedded/ensure-database.js';

const both = [roleNames.api, roleNames.worker];

/** People say who is on call, by the API; the worker reads it when a bell rings, and who those people are, but nothing that they sign in by. */
export const onCallGrants = [
  { to: both, what: 'select on cellrelay.on_call_roster, cellrelay.telling_wish' },
  { to: [roleNames.api], what: 'insert, update (roster, revision, changed_at) on cellrelay.on_call_roster' },
  { to: [roleNames.api], what: 'insert, update (wish, changed_at) on cellrelay.telling_wish' },
  { to: [roleNames.worker], what: 'select (id, name, kind) on cellrelay.organisation' },
  { to: [roleNames.worker], what: 'select (id, person, role, courier, organisation, ended_at) on cellrelay.account' },
  {
    to: [roleNames.worker],
    what: 'select, insert, delete, update (delivery, settled_at, looked_at, ended_at) on cellrelay.alert_notice',
  },
  { to: [roleNames.worker], what: 'usage on sequence cellrelay.alert_notice_id_seq' },
];
