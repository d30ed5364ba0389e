import { migrateQueue, queueSchema } from '@cellrelay/adapter-bullmq';
import { grantQueueSchema, migrate } from '@cellrelay/adapter-postgres';

/** Brings a database to this version, our tables and the queue's, as its owner. Answers the names of our migrations that ran now. */
export async function migrateAll(ownerUrl: string): Promise<readonly string[]> {
  return migrate(ownerUrl, async () => {
    await migrateQueue(ownerUrl);
    await grantQueueSchema(ownerUrl, queueSchema);
  });
}
