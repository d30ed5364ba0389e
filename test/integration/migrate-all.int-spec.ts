import { migrateQueue, queueSchema } from '@cellrelay/adapter-bullmq';
import { grantQueueSchema } from '@cellrelay/adapter-postgres';
import { migrateAll } from '../../apps/ops/src/stack/migrate-all.js';
import { throwAwayDatabase } from '../support/database.js';

const sideBySide = (work: () => Promise<unknown>): Promise<PromiseSettledResult<unknown>[]> =>
  Promise.allSettled(Array.from({ length: 6 }, work));
const failures = (all: readonly PromiseSettledResult<unknown>[]): readonly string[] =>
  all.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));

describe('processes that start together on one database', () => {
  it('bring it to this version one after the other, the queue’s tables and grants too', async () => {
    const empty = await throwAwayDatabase({ empty: true });
    expect(failures(await sideBySide(() => migrateAll(empty.ownerUrl)))).toEqual([]);
    await empty.drop();
  });

  it('would get into each other’s way without the lock: the control', async () => {
    const empty = await throwAwayDatabase();
    const unguarded = async (): Promise<void> => {
      await migrateQueue(empty.ownerUrl);
      await grantQueueSchema(empty.ownerUrl, queueSchema);
    };
    let failed: readonly string[] = [];
    for (let tries = 0; tries < 20 && failed.length === 0; tries += 1) failed = failures(await sideBySide(unguarded));
    expect(failed.join('\n')).toContain('tuple concurrently updated');
    await empty.drop();
  });
});
