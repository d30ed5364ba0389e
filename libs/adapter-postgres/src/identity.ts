import type pg from 'pg';
import { answersWithinMs, withClient } from './client.js';

/** Whether the database answers, asked on a connection of its own: a pool that is used up or a slow statement is no reason that it does not. Rejects when it does not. */
export async function reach(url: string): Promise<void> {
  await withClient(url, (client) => client.query('select'), { withinMs: answersWithinMs });
}

/** Its cluster, as it was numbered when it was made, and its number there. */
const identity = `
select system_identifier::text || '-' || (select oid::text from pg_database where datname = current_database()) as identity
from pg_control_system()`;

/**
 * Which database this is, in digits and a dash: the same after a restart, a renaming or the taking over by a replica, and never that of another one, a restored copy
 * included. A copy by files of the whole cluster has the same.
 */
export async function identityOf(url: string): Promise<string> {
  return withClient(url, identityBy, { withinMs: answersWithinMs });
}

async function identityBy(client: pg.Client): Promise<string> {
  const [row] = (await client.query<{ identity: string }>(identity)).rows;
  if (row === undefined) throw new Error('PostgreSQL does not say which database this is');
  return row.identity;
}
