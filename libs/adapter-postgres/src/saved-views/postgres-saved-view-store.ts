import type pg from 'pg';
import { mostSavedViews, type SavedView, type SavedViewKept, type SavedViewStore } from '@cellrelay/use-cases';
import { lockAccount } from '../accounts/own-account-sql.js';
import { transaction } from '../pool.js';
import * as sql from './saved-view-sql.js';

/** Views of the list in a table of their own. They are nobody's rights: no audit record is kept of them. */
export class PostgresSavedViewStore implements SavedViewStore {
  constructor(private readonly pool: pg.Pool) {}

  async of(account: string): Promise<readonly SavedView[]> {
    return (await this.pool.query<SavedView>(sql.savedViews, [account])).rows;
  }

  put(account: string, view: SavedView): Promise<SavedViewKept> {
    return transaction(this.pool, async (client) => {
      // Of two that are saved at once the second waits for the first, and is counted with it.
      await client.query(lockAccount, [account]);
      const refused = await refusal(client, account, view);
      if (refused !== undefined) return { keep: false, value: refused };
      await client.query(sql.putView, [account, view.id, view.name, view.view, view.q]);
      return { keep: true, value: 'kept' };
    });
  }

  async drop(account: string, id: string): Promise<boolean> {
    return (await this.pool.query(sql.dropView, [account, id])).rowCount === 1;
  }
}

async function refusal(
  client: pg.PoolClient,
  account: string,
  { id, name }: SavedView,
): Promise<Exclude<SavedViewKept, 'kept'> | undefined> {
  const taken = await client.query(sql.nameTaken, [account, id, name]);
  if (taken.rowCount !== 0) return 'name-taken';
  const others = (await client.query<{ count: number }>(sql.countOthers, [account, id])).rows[0]?.count ?? 0;
  return others >= mostSavedViews ? 'too-many' : undefined;
}
