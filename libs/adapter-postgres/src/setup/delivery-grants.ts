import { APPLICATION_ROLES as roleNames } from '../embedded/ensure-database.js';

const both = [roleNames.api, roleNames.worker];

/** Either side says what is to be told, and takes it back; the worker tells it. */
export const deliveryGrants = [
  {
    to: both,
    what: 'select, insert, update (status, ended_at, next_at, asked_at, tried_before) on cellrelay.delivery',
  },
  { to: both, what: 'usage on sequence cellrelay.delivery_id_seq' },
  { to: both, what: 'select on cellrelay.delivery_attempt' },
  {
    to: [roleNames.worker],
    what: 'update (attempts, lease_until, lease_token, settled_at), delete on cellrelay.delivery',
  },
  {
    to: both,
    what: 'select, update (secret, former, former_until, ended_at, ended_why) on cellrelay.webhook_endpoint',
  },
  { to: [roleNames.api], what: 'insert on cellrelay.webhook_endpoint' },
  { to: [roleNames.worker], what: 'update (cursor) on cellrelay.webhook_endpoint' },
  // That a program has ended its endpoint is on the audit record.
  { to: [roleNames.worker], what: 'select (seq, at, hash), insert on cellrelay.audit_entry' },
  { to: [roleNames.worker], what: 'insert, update (outcome, says, code, ended_at) on cellrelay.delivery_attempt' },
];
