import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { troubleOf } from './trouble.js';

/**
 * TypeORM's own pool. The hot paths ask it directly, for prepared statements and few round trips; one pool serves the whole process.
 */
export function poolOf(dataSource: DataSource): pg.Pool {
  const driver: unknown = Reflect.get(dataSource, 'driver');
  return Reflect.get(driver as object, 'master') as pg.Pool;
}

/** Begins a transaction, does the work and commits; rolls back when the work throws, or answers that it changed its mind. */
export async function transaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<{ readonly keep: boolean; readonly value: T }>,
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin');
    const { keep, value } = await work(client);
    await client.query(keep ? 'commit' : 'rollback');
    return value;
  } catch (error) {
    broken = troubleOf(error) === 'connection' || !(await rolledBack(client));
    throw error;
  } finally {
    client.release(broken);
  }
}

async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  );
}
