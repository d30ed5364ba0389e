import PgBoss from 'pg-boss';
import type { BenchServer } from '../ground/bench-server.js';
import { inChunks } from '../ground/in-chunks.js';
import type { OpenBareQueue } from './contender.js';

const queue = 'bench';
const schema = 'bench_pgboss';

/** Half a second is the least that it takes; a look fetches as many as there are, up to this. */
const [everySeconds, atATime] = [0.5, 1_000];

/**
 * pg-boss in a schema of its own. It looks for due jobs at intervals and hands a fetched batch to the handler as a whole: what is measured is the moment at which
 * the handler is given the job.
 */
export function pgBoss({ superuserUrl, admin }: BenchServer): OpenBareQueue {
  return async (entered) => {
    const boss = new PgBoss({ connectionString: superuserUrl, schema, max: 8 });
    boss.on('error', (error) => console.error('pg-boss:', error));
    await boss.start();
    await boss.createQueue(queue);
    const options = { pollingIntervalSeconds: everySeconds, batchSize: atATime };
    await boss.work<{ dueAtMs: number }>(queue, options, (jobs) => {
      for (const { data } of jobs) entered(data.dueAtMs);
      return Promise.resolve();
    });
    return {
      hang: (dueAtMs) => inChunks(dueAtMs, (some) => boss.insert(some.map(jobDueAt))),
      close: async () => {
        await boss.stop({ graceful: false, wait: true });
        await admin.query(`drop schema ${schema} cascade`);
      },
    };
  };
}

function jobDueAt(dueAtMs: number): PgBoss.JobInsert {
  return { name: queue, data: { dueAtMs }, startAfter: new Date(dueAtMs) };
}
