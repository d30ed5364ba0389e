import { migrateQueue, queueSchema } from '@cellrelay/adapter-bullmq';
import { grantQueueSchema, migrate, type DatabaseUrls } from '@cellrelay/adapter-postgres';

/** The database that those of the spec files are cloned from. Nobody stays connected to it: a database in use cannot be cloned. */
export const TEMPLATE = 'cellrelay_template';

/** Brings the template to the newest schema, ours and the queue's, once for a run. */
export async function fillTemplate(urls: DatabaseUrls): Promise<void> {
  await migrate(urls.ownerUrl);
  await migrateQueue(urls.ownerUrl);
  await grantQueueSchema(urls.ownerUrl, queueSchema);
}
