import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@cellrelay/adapter-postgres';
import { migrateAll } from '../../../apps/ops/src/stack/migrate-all.js';

/** The packaged server with its usual settings, migrated, and a client of its own for counting. */
export interface BenchServer extends EmbeddedPostgres {
  readonly admin: pg.Client;
  /** The folder of the run. */
  readonly folder: string;
}

/** Starts the server in the folder. Nothing is tuned: fsync is on, as the launcher fixes it. */
export async function startBenchServer(folder: string, name = 'database'): Promise<BenchServer> {
  const server = await startEmbeddedPostgres({ dataFolder: path.join(folder, name), log: () => undefined });
  try {
    await migrateAll(server.ownerUrl);
    const admin = new pg.Client({ connectionString: server.superuserUrl });
    await admin.connect();
    return { ...server, admin, folder, stop: () => admin.end().then(() => server.stop()) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
