import { defaultBellSettings, onPostgres, bellsOnPostgres } from '@cellrelay/adapter-bullmq';
import type { DatabaseUrls } from '@cellrelay/adapter-postgres';
import { until } from '../ground/until.js';

interface BareJob {
  readonly dueAtMs: number;
}

/**
 * BullMQ and nothing else, on the same server, with the same payload size, settings and number of bells answered side by side: delayed jobs whose handler does
 * nothing. Answers how late each was entered, in milliseconds; none is missing.
 */
export async function ringBare(
  urls: Pick<DatabaseUrls, 'workerUrl'>,
  dueAtMs: readonly number[],
): Promise<readonly number[]> {
  const late: number[] = [];
  const failed = (error: unknown): void => console.error('the bare queue:', error);
  const connection = bellsOnPostgres(urls.workerUrl, { poolSize: 8, failed });
  const queue = new onPostgres.Queue<BareJob>('bench-bare', { connection: connection.pool });
  const worker = new onPostgres.Worker<BareJob, void>(
    'bench-bare',
    (job) => {
      late.push(Date.now() - job.data.dueAtMs);
      return Promise.resolve();
    },
    {
      connection: connection.pool,
      concurrency: defaultBellSettings.ring,
      lockDuration: defaultBellSettings.lockMs,
      stalledInterval: defaultBellSettings.stalledMs,
    },
  );
  worker.on('error', failed);
  try {
    await worker.waitUntilReady();
    await queue.addBulk(dueAtMs.map(jobDueAt));
    const all = await until(() => late.length >= dueAtMs.length, Math.max(...dueAtMs) + 30_000);
    if (!all) throw new Error(`of ${dueAtMs.length} bare jobs only ${late.length} were run`);
    return late;
  } finally {
    await worker.close();
    await queue.close();
    await connection.close();
  }
}

function jobDueAt(dueAtMs: number, at: number) {
  const delay = Math.max(0, dueAtMs - Date.now());
  const opts = { jobId: `bare-${dueAtMs}_${at}`, delay, removeOnComplete: true, removeOnFail: true, attempts: 1 };
  return { name: 'bare', data: { dueAtMs }, opts };
}
