import { openMetrics } from '@cellrelay/platform';
import { openApiStack, openWorkerStack } from '../../apps/ops/src/stack/open-stack.js';
import { stackOn } from '../fault/support/stacks.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';

let where: ThrowAwayDatabase;
beforeAll(async () => (where = await throwAwayDatabase()));
afterAll(() => where.drop());

describe('a pool that is used up', () => {
  it.each([
    [
      'api',
      async (options: Parameters<typeof openApiStack>[0]) => {
        const { api, close } = await openApiStack(options);
        return { pool: api.pool, close };
      },
    ],
    [
      'worker',
      async (options: Parameters<typeof openWorkerStack>[0]) => {
        const { worker, close } = await openWorkerStack(options);
        return { pool: worker.pool, close };
      },
    ],
  ])('of the %s shows as that, and not as a database that is away', async (side, open) => {
    const metrics = await openMetrics();
    const { pool, close } = await open(stackOn(where, [], { metrics, poolSize: 2, sweepEveryMs: null }));
    const taken = await Promise.all([pool.connect(), pool.connect()]);
    const { text } = await metrics.page();
    taken.forEach((client) => client.release());
    await close();
    expect(text).toContain('cellrelay_up{part="database"} 1');
    expect(text).toContain(`cellrelay_pool_connections{side="${side}",state="in_use"} 2`);
    expect(text).not.toMatch(/^cellrelay_agenda_items\{state="overdue"/m);
  });
});
