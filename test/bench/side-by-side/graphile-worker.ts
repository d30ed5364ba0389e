import { Logger, makeWorkerUtils, run } from 'graphile-worker';
import { defaultBellSettings } from '@cellrelay/adapter-bullmq';
import { barePool } from '../ground/bare-pool.js';
import type { BenchServer } from '../ground/bench-server.js';
import { inChunks } from '../ground/in-chunks.js';
import type { OpenBareQueue } from './contender.js';

const identifier = 'bench';
const schema = 'bench_graphile';

/** How often it looks for jobs that have come due. Two seconds unless told; a job that is due when it is added is told of at once. */
const everyMs = 100;

/** graphile-worker in a schema of its own, with as many jobs side by side as we have bells. */
export function graphileWorker({ superuserUrl, admin }: BenchServer): OpenBareQueue {
  return async (entered) => {
    const pgPool = barePool(superuserUrl, 12);
    // It wants whoever gives it a pool to listen on the connections that are lent out as well.
    pgPool.on('connect', (client) => client.on('error', () => undefined));
    const shared = { pgPool, schema, logger: silent };
    const utils = await makeWorkerUtils(shared);
    await utils.migrate();
    const task = (payload: unknown): Promise<void> =>
      Promise.resolve(entered((payload as { dueAtMs: number }).dueAtMs));
    const runner = await run({
      ...shared,
      concurrency: defaultBellSettings.ring,
      pollInterval: everyMs,
      noHandleSignals: true,
      taskList: { [identifier]: task },
    });
    return {
      hang: (dueAtMs) => inChunks(dueAtMs, (some) => utils.addJobs(some.map(jobDueAt))),
      close: async () => {
        await runner.stop();
        await utils.release();
        await pgPool.end();
        await admin.query(`drop schema ${schema} cascade`);
      },
    };
  };
}

function jobDueAt(dueAtMs: number) {
  return { identifier, payload: { dueAtMs }, runAt: new Date(dueAtMs) };
}

const silent = new Logger(() => () => undefined);
