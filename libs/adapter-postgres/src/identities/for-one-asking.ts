import type pg from 'pg';
import { IdentitiesClosed } from '@cellrelay/use-cases';
import { transaction } from '../pool.js';

/** For whom the wall opens within a transaction. Empty: for nobody. */
export interface Context {
  readonly side: string;
  readonly organisation: string;
  /** The kind of paper that something disclosed is read for. */
  readonly document?: string;
}

/** All for this transaction alone; and whether the wall stands before whoever asks. */
const context = `
select set_config('cellrelay.side', $1, true), set_config('cellrelay.organisation', $2, true), set_config('cellrelay.document', $3, true),
  row_security_active('cellrelay.identity') as walled`;

/** Works in a transaction of that side and organisation. Where the role passes row security by, nothing is asked at all. */
export function forOneAsking<T>(
  pool: pg.Pool,
  asking: Context,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return transaction(pool, async (client) => {
    if (!(await turnedTo(client, asking))) throw new IdentitiesClosed('row-security-bypassed');
    return { keep: true, value: await work(client) };
  });
}

/** Turns to that side and organisation for the rest of the transaction; false where there is no wall. */
export async function turnedTo(
  client: pg.ClientBase,
  { side, organisation, document = '' }: Context,
): Promise<boolean> {
  const [row] = (await client.query<{ walled: boolean }>(context, [side, organisation, document])).rows;
  return row?.walled === true;
}
