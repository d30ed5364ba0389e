import { runMigrations } from 'bullmq';
import pg from 'pg';

/** The schema of BullMQ's own tables. */
export const queueSchema = 'bullmq';

/** Brings BullMQ's own schema up to date with BullMQ's own migrator, as the database's owner. Safe to run at every start. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // A connection that breaks between two statements says so here; the next one fails in any case.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await runMigrations(client, queueSchema);
  } finally {
    await client.end();
  }
}
