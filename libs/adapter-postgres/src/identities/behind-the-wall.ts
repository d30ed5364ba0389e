import type pg from 'pg';
import { BackupError } from '../backup/backup-errors.js';

const keeping = `select set_config('cellrelay.keeping', 'yes', true)`;

/** Policies count for whoever has the rights of a role that they name; 0 is everybody. */
const filtered = `
select current_user::text as role, format('cellrelay.%I', relname) as name, quote_ident(pg_get_userbyid(relowner)) as owner
from pg_class c
where relnamespace = 'cellrelay'::regnamespace and relkind = 'r' and row_security_active(c.oid) and not exists (
  select from pg_policy, unnest(polroles) as named (role)
  where polrelid = c.oid and polname = 'keep_whole' and (named.role = 0 or pg_has_role(named.role, 'usage')))
order by relname`;

/**
 * Lets the owner see every row behind the wall, as ciphertext, for this transaction: what keeps the data whole must not leave rows out in silence.
 *
 * @throws BackupError `not-the-owner`: a role that rows would be hidden from
 */
export async function seeingAll(client: pg.ClientBase): Promise<void> {
  await client.query(keeping);
  const { rows } = await client.query<{ role: string; name: string; owner: string }>(filtered);
  const [first] = rows;
  if (first === undefined) return;
  const { role, name, owner } = first;
  const hidden = rows.map((row) => row.name).join(', ');
  throw new BackupError(
    'not-the-owner',
    `Only the owner's role may make a backup, or do anything with all keys: from ${role} row-level security hides rows of ${hidden}, and these would be left out. Nothing was done. Use the role that the policy keep_whole of these tables names; where they have passed to another owner, name that one in it (alter policy keep_whole on ${name} to ${owner}).`,
  );
}

const forced = `
select format('cellrelay.%I', relname) as name from pg_class
where relnamespace = 'cellrelay'::regnamespace and relkind = 'r' and relforcerowsecurity order by 1`;

/**
 * Takes the wall down before its owner until `wallUp`, for this transaction, which nobody else sees before it ends: PostgreSQL copies no rows into a table through one.
 *
 * @returns the tables, none at migrations that have no wall yet
 */
export async function wallDown(client: pg.ClientBase): Promise<readonly string[]> {
  const names = (await client.query<{ name: string }>(forced)).rows.map((row) => row.name);
  for (const name of names) await client.query(`alter table ${name} no force row level security`);
  return names;
}

/** Puts it up again. */
export async function wallUp(client: pg.ClientBase, tables: readonly string[]): Promise<void> {
  for (const name of tables) await client.query(`alter table ${name} force row level security`);
}
