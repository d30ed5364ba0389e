import { DelayedError, type Job } from 'bullmq';
import type { BellAnswer } from '@cellrelay/use-cases';
import { onPostgres, queueNames, type BellConnection } from './connection.js';
import type { BellJob } from './bullmq-bell.js';

type BellWorker = InstanceType<typeof onPostgres.Worker<BellJob, void>>;

/** How many bells are answered side by side (rings are short; calls wait for desks), and how soon a dead worker's bells are taken over. */
export interface BellSettings {
  readonly ring: number;
  readonly call: number;
  /** A worker that has not renewed its hold on a job for so long is taken for dead. */
  readonly lockMs: number;
  /** How often workers look for the jobs of dead ones. */
  readonly stalledMs: number;
}

/** Takes over from a dead worker within twenty seconds. */
export const defaultBellSettings: BellSettings = { ring: 8, call: 4, lockMs: 15_000, stalledMs: 5_000 };

/** Answers bells as they ring. A job that is early, or failed and is to be tried again, is put back for that long. */
export class BellWorkers {
  private readonly workers: readonly BellWorker[];

  constructor(
    connection: BellConnection,
    settings: BellSettings,
    private readonly parts: {
      readonly answer: (id: string, revision: number) => Promise<BellAnswer>;
      readonly failed: (error: unknown) => void;
      /** The moment now in milliseconds since the epoch, by this machine's clock: BullMQ counts delays with it. */
      readonly nowMs: () => number;
    },
  ) {
    this.workers = (['ring', 'call'] as const).map((side) => {
      const worker = new onPostgres.Worker<BellJob, void>(queueNames[side], (job, token) => this.process(job, token), {
        connection: connection.pool,
        concurrency: settings[side],
        autorun: false,
        lockDuration: settings.lockMs,
        stalledInterval: settings.stalledMs,
        // The lease and the parking rule decide when to give up, not the queue.
        maxStalledCount: 1_000_000,
      });
      worker.on('error', parts.failed);
      // The answer could not even be tried: the job is gone, and the sweep hangs the bell again.
      worker.on('failed', (_job, error) => parts.failed(error));
      return worker;
    });
  }

  /** Starts answering; returns at once. */
  start(): void {
    for (const worker of this.workers) worker.run().catch(this.parts.failed);
  }

  /** Stops taking bells and waits for those being answered. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private async process(job: Job<BellJob, void>, token: string | undefined): Promise<void> {
    const answer = await this.parts.answer(job.data.id, job.data.revision);
    if (answer.kind === 'done') return;
    await job.moveToDelayed(this.parts.nowMs() + Math.max(1, Math.ceil(answer.waitMs)), token);
    throw new DelayedError();
  }
}
