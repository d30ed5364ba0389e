import { withClient } from '../client.js';
import { APPLICATION_ROLES as roleNames } from '../embedded/ensure-database.js';
import { borderRuleGrants } from './border-rule-grants.js';
import { labelCodeGrants } from './label-code-grants.js';
import { onCallGrants } from './on-call-grants.js';
import { paperFactGrants } from './paper-fact-grants.js';
import { paperGrants } from './paper-grants.js';
import { deliveryGrants } from './delivery-grants.js';

const both = [roleNames.api, roleNames.worker];

/** Columns of the shipment's row that a command moves; its id, its being an example and its birth are fixed when it is made. */
const moving =
  'revision, last_hash, fold_version, state, live, reference, severity, next_due_at, search_text, view, shared_view, shared_search, updated_at, unit';

/** Columns of an item that a command or a bell moves. */
const ringing =
  'revision, due_at, stage, kind, does, owner, offered, obligation, opened_at, closed_at, attempts, lease_until, lease_token, try_after, parked_at, last_error';

/** Columns of an identity that its people change; whose it is is fixed when it is recorded, and who holds it passes by rule alone. */
const sealing = 'key, sealed, revision, at, erased_at, erasure_asked, last_look, last_change';

/** Columns of a grant in which what became of it is noted. */
const disclosing = 'approved_by, approved, revoked, last_read_at';

/** Columns of a letter that a move changes; whose it is, and who wrote it, are fixed when it is written. */
const posting = 'state, revision, returned_for, received, moved_at';

/** Who may do what. The log can be read and added to, and nothing more; nobody but the owner deletes, but sessions, second factors, links to a provider, saved views, keys and scans that go, and what is derived. */
const grants: readonly { readonly to: readonly string[]; readonly what: string }[] = [
  { to: both, what: 'usage on schema cellrelay' },
  ...deliveryGrants,
  ...onCallGrants,
  ...borderRuleGrants,
  ...labelCodeGrants,
  ...paperFactGrants,
  ...paperGrants,
  { to: both, what: 'select on cellrelay.migration, cellrelay.maintenance' },
  {
    to: both,
    what: 'select, insert on cellrelay.event, cellrelay.command_answer, cellrelay.shipment, cellrelay.agenda_item',
  },
  { to: both, what: `update (${moving}) on cellrelay.shipment` },
  { to: both, what: `update (${ringing}) on cellrelay.agenda_item` },
  { to: both, what: 'select, insert, update, delete on cellrelay.figure' },
  { to: both, what: 'select, insert, delete on cellrelay.shipment_part' },
  { to: both, what: 'select on cellrelay.policy, cellrelay.past_total' },
  { to: [roleNames.api], what: 'insert on cellrelay.policy, cellrelay.past_total' },
  { to: [roleNames.api], what: 'usage on sequence cellrelay.policy_position_seq, cellrelay.past_total_id_seq' },
  { to: both, what: 'usage on sequence cellrelay.event_position_seq, cellrelay.agenda_item_id_seq' },
  { to: [roleNames.api], what: 'select, insert, update (password_hash, role, courier, ended_at) on cellrelay.account' },
  { to: [roleNames.api], what: 'select, insert on cellrelay.organisation, cellrelay.audit_entry' },
  { to: [roleNames.api], what: 'select on cellrelay.signing_key' },
  { to: [roleNames.api], what: 'select, insert, update (last_seen_at), delete on cellrelay.session' },
  {
    to: [roleNames.api],
    what: 'select, insert, update (token_hash, expires_at, closed_at, mailed) on cellrelay.invitation',
  },
  {
    to: [roleNames.api],
    what: 'select, insert, update (sealed, set_at, last_step), delete on cellrelay.second_factor',
  },
  { to: [roleNames.api], what: 'select, insert, delete on cellrelay.recovery_code' },
  { to: [roleNames.api], what: 'select, insert, update (last_used_at, ended_at) on cellrelay.api_token' },
  {
    to: [roleNames.api],
    what: 'select, insert, update (token_hash, scope, made_at, last_used_at, revision, told_at, told_as, told) on cellrelay.calendar',
  },
  { to: [roleNames.api], what: 'select, insert, update (name, view, q), delete on cellrelay.saved_view' },
  { to: [roleNames.api], what: 'select, insert, delete on cellrelay.account_oidc, cellrelay.oidc_pending' },
  { to: [roleNames.api], what: 'select, insert, update (mailed, used_at, revoked_at) on cellrelay.link' },
  { to: [roleNames.api], what: 'select, insert, update on cellrelay.courier' },
  { to: [roleNames.api], what: `select, insert, update (${sealing}) on cellrelay.identity` },
  { to: [roleNames.api], what: 'select, insert, delete on cellrelay.identity_key' },
  { to: [roleNames.api], what: `select, insert, update (${disclosing}) on cellrelay.disclosure_grant` },
  { to: [roleNames.api], what: `select, insert, update (${posting}) on cellrelay.letter` },
  { to: [roleNames.api], what: 'select, insert, update (key, sealed) on cellrelay.letter_text' },
  {
    to: [roleNames.api],
    what: 'select, insert, update (state, revision, returned_for, key, sealed, at, read_at) on cellrelay.letter_received',
  },
  { to: [roleNames.api], what: 'execute on function cellrelay.letters_left(uuid, text, text)' },
  { to: [roleNames.api], what: 'update (letter_rule) on cellrelay.organisation' },
  { to: [roleNames.api], what: 'select, insert, update (key, sealed) on cellrelay.words' },
  { to: [roleNames.api], what: 'select, insert, delete on cellrelay.words_key' },
  { to: [roleNames.api], what: 'select, insert, delete on cellrelay.scan' },
  { to: [roleNames.worker], what: 'select (shipment, scan) on cellrelay.scan' },
  {
    to: both,
    what: 'select on cellrelay.bell_beat, cellrelay.downtime, cellrelay.downtime_item, cellrelay.downtime_dismissal',
  },
  { to: [roleNames.worker], what: 'insert, update (beat_at, well_at) on cellrelay.bell_beat' },
  { to: [roleNames.worker], what: 'insert, update (to_at) on cellrelay.downtime' },
  { to: [roleNames.worker], what: 'insert on cellrelay.downtime_item' },
  { to: [roleNames.worker], what: 'usage on sequence cellrelay.downtime_id_seq' },
  { to: [roleNames.api], what: 'insert on cellrelay.downtime_dismissal' },
  { to: both, what: 'select, insert on cellrelay.logger_reading, cellrelay.reading_month' },
  { to: both, what: 'select, insert, update, delete on cellrelay.reading_mark' },
  { to: [roleNames.api], what: 'select, insert, update (token_hash, last_heard_at, ended_at) on cellrelay.logger' },
  { to: [roleNames.api], what: 'execute on function cellrelay.remove_examples(text)' },
  { to: [roleNames.api], what: 'execute on function cellrelay.remove_example_people()' },
];

/**
 * The grants as statements, to be run after each migration. Where a role does not exist (one role for all, with an external server) its grants are left out.
 */
export const grantStatements: readonly string[] = grants.flatMap(({ to, what }) =>
  to.map((role) => grantIfThere(role, what)),
);

/**
 * Gives api and worker the use of the queue's own schema, which the queue's migrator makes. To be run after that migrator, as the owner. What the queue
 * made while it ran (a sequence for each queue) belongs to the role that ran it, which needs no grant, and the owner could not give one.
 */
export async function grantQueueSchema(ownerUrl: string, schema: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ what: string }>(ownObjects, [schema]);
    for (const role of both)
      for (const what of [`usage, create on schema "${schema}"`, ...rows.map((row) => row.what)])
        await client.query(grantIfThere(role, what));
  });
}

/** Tables, sequences and functions of a schema that belong to whoever asks, as the words of a grant. */
const ownObjects = `
select format('all on %s %I.%I', case relkind when 'S' then 'sequence' else 'table' end, nspname, relname) as what
from pg_class join pg_namespace n on n.oid = relnamespace
where nspname = $1 and relkind in ('r', 'p', 'v', 'S') and pg_get_userbyid(relowner) = current_user
union all
select format('all on routine %s', p.oid::regprocedure) from pg_proc p join pg_namespace n on n.oid = pronamespace
where nspname = $1 and pg_get_userbyid(proowner) = current_user
order by 1`;

function grantIfThere(role: string, what: string): string {
  return `do $$ begin if exists (select from pg_roles where rolname = '${role}') then grant ${what} to ${role}; end if; end $$`;
}
