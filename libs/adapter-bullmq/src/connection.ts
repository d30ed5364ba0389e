import type { JobsOptions, Job, WorkerOptions } from 'bullmq';
import type pg from 'pg';
import type { StageName } from '@cellrelay/shipment';

/** What a job carries: ids only. Whether the item is due, and whose it is, the database decides when the bell rings. */
export interface BellJob {
  readonly id: string;
  readonly revision: number;
}

/** Rings (deadlines) and calls (desks) have a queue each, so that a slow desk delays no deadline. */
export const queueNames = { ring: 'bells', call: 'outbound' } as const;

export type QueueSide = keyof typeof queueNames;

/** Whether a job, which is called after its stage, tells somebody of an alert. */
export function isTelling(side: QueueSide, stage: string): boolean {
  return side === 'call' && stage === ('alert' satisfies StageName);
}

export type QueueName = (typeof queueNames)[keyof typeof queueNames];

/** A job as it is handed to BullMQ. */
export interface BellToAdd {
  readonly name: string;
  readonly data: BellJob;
  readonly opts: JobsOptions;
}

/** As much of BullMQ's queue as bells need. */
export interface BellQueue {
  add(name: string, data: BellJob, opts: JobsOptions): Promise<unknown>;
  addBulk(jobs: BellToAdd[]): Promise<unknown>;
  getJobCounts(...types: ('waiting' | 'active' | 'delayed' | 'prioritized')[]): Promise<Record<string, number>>;
  obliterate(how: { readonly force: boolean }): Promise<void>;
  close(): Promise<void>;
}

/** As much of BullMQ's worker as bells need. */
export interface BellWorker {
  waitUntilReady(): Promise<unknown>;
  run(): Promise<void>;
  close(): Promise<void>;
}

export type AnswerJob = (job: Job<BellJob, void>, token: string | undefined) => Promise<void>;
export type BellWorkerOptions = Omit<WorkerOptions, 'connection' | 'prefix'>;

/** The connections that all queues and workers of a process share, and what stands behind them. To be closed last: BullMQ leaves open what it was given. */
export interface BellConnection {
  /** The connections to the database that bells take; none where they hang in Redis. */
  readonly pool?: pg.Pool;
  queue(name: QueueName): BellQueue;
  /** A worker that is not yet running. `failed` is told what breaks, and of each answer that could not even be tried: its job is gone, and the sweep hangs the bell again. */
  worker(name: QueueName, answer: AnswerJob, options: BellWorkerOptions, failed: (error: unknown) => void): BellWorker;
  /** Rejects where nothing can be written to what stands behind the queues. */
  reach(): Promise<void>;
  close(): Promise<void>;
}
