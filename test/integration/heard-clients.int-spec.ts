import pg from 'pg';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { opened } from './store-fixtures.js';

let where: ThrowAwayDatabase;
beforeAll(async () => (where = await throwAwayDatabase()));
afterAll(() => where.drop());

/** Lends a client, which breaks in the moment in which whoever asked for it has not heard of it yet. */
function brokenWhenLent(pool: pg.Pool): Promise<void> {
  return new Promise((resolve, reject) => {
    pool.connect((_error, client, release) => {
      try {
        client?.emit('error', new Error('terminating connection due to administrator command'));
        resolve();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      } finally {
        release(true);
      }
    });
  });
}

describe('a connection that breaks in the moment in which it is lent', () => {
  it('does not end the process: the pool of the stores lends clients that are heard', async () => {
    const database = await opened(where.apiUrl);
    await brokenWhenLent(database.pool);
    expect((await database.pool.query<{ said: number }>('select 1 as said')).rows).toEqual([{ said: 1 }]);
    await database.close();
  });

  it('would, with clients that nobody hears: the control', async () => {
    const pool = new pg.Pool({ connectionString: where.apiUrl });
    await expect(brokenWhenLent(pool)).rejects.toThrow('administrator command');
    await pool.end();
  });
});
