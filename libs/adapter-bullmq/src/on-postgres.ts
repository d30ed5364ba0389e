import { createPostgresBackend, withBackend } from 'bullmq';
import pg from 'pg';
import type { BellConnection, BellJob } from './connection.js';
import { queueSchema } from './migrate-queue.js';

/** BullMQ's constructors on PostgreSQL. The queue's tables live in a schema of their own, made by BullMQ's own migrator. */
export const onPostgres = withBackend(createPostgresBackend);

/** Bells on PostgreSQL, with the pool that they share. */
export interface PostgresBells extends BellConnection {
  readonly pool: pg.Pool;
}

/**
 * Connects to the queue's tables. Two connections of the pool listen for good (one for each queue that is worked), so it holds at least four.
 * A connection that breaks while idle is reported, not thrown: the pool replaces it.
 */
export function bellsOnPostgres(
  databaseUrl: string,
  { poolSize, failed }: { readonly poolSize: number; readonly failed: (error: unknown) => void },
): PostgresBells {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: Math.max(4, poolSize),
    options: `-c search_path=${queueSchema}`,
    // A server that does not answer must not hold a command that has been committed: hanging its bells fails, and the sweep hangs them.
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    application_name: 'cellrelay bells',
    keepAlive: true,
  });
  pool.on('error', failed);
  return {
    pool,
    queue: (name) => new onPostgres.Queue<BellJob>(name, { connection: pool }).on('error', failed),
    worker: (name, answer, options, toldOf) =>
      new onPostgres.Worker<BellJob, void>(name, answer, { ...options, connection: pool })
        .on('error', toldOf)
        .on('failed', (_job, error) => toldOf(error)),
    close: () => pool.end(),
  };
}
