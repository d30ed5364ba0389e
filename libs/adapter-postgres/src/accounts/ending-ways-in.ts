import type pg from 'pg';
import { endCalendar } from '../calendars/calendar-sql.js';
import { endOtherSessions } from './session-sql.js';

const endTokens = `
update cellrelay.api_token set ended_at = cellrelay.wall_clock() where account = $1 and ended_at is null`;

const deleteLinks = 'delete from cellrelay.account_oidc where account = $1';

/**
 * Ends whatever lets somebody in besides a password: sessions, but the one of that hash, tokens of programs, links to a provider, and the address of a calendar. Answers the sessions' hashes.
 * Within the transaction of the change that it goes with, which has locked the account's row: that row is locked before any other of an account, so that no two wait
 * for each other, and nobody makes another way in meanwhile.
 */
export async function endWaysIn(client: pg.PoolClient, account: string, keep = ''): Promise<readonly string[]> {
  const { rows } = await client.query<{ token_hash: string }>(endOtherSessions, [account, keep]);
  await client.query(endTokens, [account]);
  await client.query(deleteLinks, [account]);
  await client.query(endCalendar, [account]);
  return rows.map((row) => row.token_hash);
}
