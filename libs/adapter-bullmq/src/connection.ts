import { createPostgresBackend, withBackend } from 'bullmq';
import pg from 'pg';

/** BullMQ's constructors on PostgreSQL. The queue's tables live in a schema of their own, made by BullMQ's own migrator. */
export const onPostgres = withBackend(createPostgresBackend);

/** The schema of BullMQ's own tables. */
export const queueSchema = 'bullmq';

/** Rings (deadlines) and calls (desks) have a queue each, so that a slow desk delays no deadline. */
export const queueNames = { ring: 'bells', call: 'outbound' } as const;

/** The connections that all queues and workers of a process share. To be closed last: BullMQ does not close a pool that it was given. */
export interface BellConnection {
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * Connects to the queue's tables. Two connections of the pool listen for good (one for each queue that is worked), so it holds at least four.
 * A connection that breaks while idle is reported, not thrown: the pool replaces it.
 */
export function openBellConnection(
  databaseUrl: string,
  options: { readonly poolSize: number; readonly failed: (error: unknown) => void },
): BellConnection {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: Math.max(4, options.poolSize),
    options: `-c search_path=${queueSchema}`,
    // A server that does not answer must not hold a command that has been committed: hanging its bells fails, and the sweep hangs them.
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    application_name: 'cellrelay bells',
    keepAlive: true,
  });
  pool.on('error', options.failed);
  return { pool, close: () => pool.end() };
}
