import { bellsOnPostgres } from '@cellrelay/adapter-bullmq';
import pg from 'pg';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';

let where: ThrowAwayDatabase;
beforeAll(async () => (where = await throwAwayDatabase()));
afterAll(() => where.drop());

const bells = (failed: (error: unknown) => void = () => undefined) =>
  bellsOnPostgres(where.workerUrl, { poolSize: 4, failed });

/** Ends the server's side of a client, and waits until the client has heard of it. */
async function cutOff(client: pg.PoolClient): Promise<void> {
  const [row] = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows;
  const ended = new Promise((resolve) => client.once('end', resolve));
  const admin = new pg.Client({ connectionString: where.superuserUrl });
  await admin.connect();
  await admin.query('select pg_terminate_backend($1)', [row?.pid]);
  await admin.end();
  await ended;
}

describe('connections that the pool of the bells has lent', () => {
  it('may break while whoever holds one listens to nothing, and the process lives on', async () => {
    const connection = bells();
    const client = await connection.pool.connect();
    client.removeAllListeners();
    await cutOff(client);
    client.release(true);
    await connection.close();
  });

  it.each([
    ['that nobody has given back', () => Promise.resolve()],
    ['that broke and nobody has given back', cutOff],
  ])('do not keep the pool from ending: one %s', async (_, before) => {
    const connection = bells();
    await before(await connection.pool.connect());
    await connection.close();
    expect(connection.pool.totalCount).toBe(0);
  });

  it.each([
    ['are missed when they break while nobody works with them', false, 1],
    ['are missed by nobody once the pool was told to end, though the server has not let go of them yet', true, 0],
  ])('%s', async (_, ended, missed) => {
    const told: unknown[] = [];
    const connection = bells((error) => told.push(error));
    const client = await connection.pool.connect();
    client.release();
    const closed = ended ? connection.close() : Promise.resolve();
    client.emit('error', new Error('terminating connection due to administrator command'));
    await closed;
    expect(told).toHaveLength(missed);
    if (!ended) await connection.close();
  });

  it('are waited for while they are at a statement', async () => {
    const connection = bells();
    const asked = connection.pool.query<{ said: string }>(`select 'whole' as said from pg_sleep(0.6)`);
    await connection.pool.query('select');
    const [{ rows }] = await Promise.all([asked, connection.close()]);
    expect(rows).toEqual([{ said: 'whole' }]);
  });
});
