import { createPostgresBackend, withBackend } from 'bullmq';
import pg from 'pg';
import type { BellConnection, BellJob, BellQueue } from './connection.js';
import { LentClients } from './lent-clients.js';
import { queueSchema } from './migrate-queue.js';
import { watchListeners } from './watch-listeners.js';

/** BullMQ's constructors on PostgreSQL. The queue's tables live in a schema of their own, made by BullMQ's own migrator. */
export const onPostgres = withBackend(createPostgresBackend);

/** Bells on PostgreSQL, with the pool that they share. */
export interface PostgresBells extends BellConnection {
  readonly pool: pg.Pool;
}

/** A server that has not answered for so long is taken for gone, unless told: longer than it lets a statement run. */
const standardSilentAfterMs = 35_000;

/**
 * Connects to the queue's tables. Two connections of the pool listen for good (one for each queue that is worked), so it holds at least four.
 * A connection that breaks while idle is reported, not thrown: the pool replaces it.
 */
export function bellsOnPostgres(
  databaseUrl: string,
  {
    poolSize,
    failed,
    silentAfterMs = standardSilentAfterMs,
  }: {
    readonly poolSize: number;
    readonly failed: (error: unknown) => void;
    /** A connection on which an answer is waited for longer leads nowhere and is given up. */
    readonly silentAfterMs?: number | undefined;
  },
): PostgresBells {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: Math.max(4, poolSize),
    options: `-c search_path=${queueSchema}`,
    // A server that does not answer must not hold a command that has been committed: hanging its bells fails, and the sweep hangs them.
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    query_timeout: silentAfterMs,
    application_name: 'cellrelay bells',
    keepAlive: true,
  });
  pool.on('error', failed);
  const clients = new LentClients(pool);
  watchListeners(pool, silentAfterMs / 3);
  return {
    pool,
    queue: (name) => renewed(() => new onPostgres.Queue<BellJob>(name, { connection: pool }).on('error', failed)),
    worker: (name, answer, options, toldOf) =>
      new onPostgres.Worker<BellJob, void>(name, answer, { ...options, connection: pool })
        .on('error', toldOf)
        .on('failed', (_job, error) => toldOf(error)),
    reach: async () => {
      await pool.query('select');
    },
    close: () => clients.end(),
  };
}

/** A queue whose first look at its tables fails would stay broken for good, for it remembers that: another is made then. */
function renewed(make: () => BellQueue & { waitUntilReady(): Promise<unknown> }): BellQueue {
  let queue = make();
  const ready = async (): Promise<BellQueue> => {
    const tried = queue;
    try {
      await tried.waitUntilReady();
    } catch (error) {
      if (queue === tried) queue = make();
      throw error;
    }
    return tried;
  };
  return {
    add: async (name, data, opts) => (await ready()).add(name, data, opts),
    addBulk: async (jobs) => (await ready()).addBulk(jobs),
    getJobCounts: async (...types) => (await ready()).getJobCounts(...types),
    obliterate: async (how) => (await ready()).obliterate(how),
    close: () => queue.close(),
  };
}
