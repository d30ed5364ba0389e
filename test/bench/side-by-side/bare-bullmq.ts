import { Redis } from 'ioredis';
import { bellsOnPostgres, defaultBellSettings, onPostgres, onRedis } from '@cellrelay/adapter-bullmq';
import type { Backend } from '../ground/backends.js';
import { inChunks } from '../ground/in-chunks.js';
import type { OpenBareQueue } from './contender.js';

interface BareJob {
  readonly dueAtMs: number;
}

type Answer = (job: { readonly data: BareJob }) => Promise<void>;

const queueName = 'bench-bare';
const settings = {
  concurrency: defaultBellSettings.ring,
  lockDuration: defaultBellSettings.lockMs,
  stalledInterval: defaultBellSettings.stalledMs,
};
const failed = (error: unknown): void => console.error('the bare queue:', error);

/**
 * BullMQ and nothing else, on the same server, with the same payload size, settings and number of jobs answered side by side: delayed jobs whose handler does
 * nothing.
 */
export function bareBullmq(backend: Backend): OpenBareQueue {
  return async (entered) => {
    const answer: Answer = ({ data }) => {
      entered(data.dueAtMs);
      return Promise.resolve();
    };
    const { queue, worker, end } = backend.name === 'Redis' ? inRedis(backend, answer) : inPostgres(backend, answer);
    worker.on('error', failed);
    await worker.waitUntilReady();
    return {
      hang: (dueAtMs) => inChunks(dueAtMs, (some) => queue.addBulk(some.map(jobDueAt))),
      close: async () => {
        await worker.close();
        await queue.obliterate({ force: true });
        await queue.close();
        await end();
      },
    };
  };
}

function inPostgres({ url }: Backend, answer: Answer) {
  const bells = bellsOnPostgres(url, { poolSize: 8, failed });
  const connection = bells.pool;
  return {
    queue: new onPostgres.Queue<BareJob>(queueName, { connection }),
    worker: new onPostgres.Worker<BareJob, void>(queueName, answer, { ...settings, connection }),
    end: () => bells.close(),
  };
}

function inRedis({ url }: Backend, answer: Answer) {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  return {
    queue: new onRedis.Queue<BareJob>(queueName, { connection }),
    worker: new onRedis.Worker<BareJob, void>(queueName, answer, { ...settings, connection }),
    end: () => Promise.resolve(connection.disconnect()),
  };
}

let hung = 0;

function jobDueAt(dueAtMs: number) {
  const delay = Math.max(0, dueAtMs - Date.now());
  const opts = { jobId: `bare-${(hung += 1)}`, delay, removeOnComplete: true, removeOnFail: true, attempts: 1 };
  return { name: 'bare', data: { dueAtMs }, opts };
}
