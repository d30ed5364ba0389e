import type pg from 'pg';

/** Lets the owner see every row behind the wall, as ciphertext, for this transaction: what keeps the data whole must not leave rows out in silence. */
export const keepWhole = `select set_config('cellrelay.keeping', 'yes', true)`;

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
