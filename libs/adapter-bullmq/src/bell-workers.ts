import { setTimeout } from 'node:timers/promises';
import { DelayedError, type Job } from 'bullmq';
import type { BellAnswer } from '@cellrelay/use-cases';
import { GiveWay } from './give-way.js';
import {
  isTelling,
  queueNames,
  type BellConnection,
  type BellJob,
  type BellWorker,
  type QueueSide,
} from './connection.js';

/** How many bells are answered side by side (rings are short; calls wait for desks), and how soon a dead worker's bells are taken over. */
export interface BellSettings {
  readonly ring: number;
  readonly call: number;
  /** A worker that has not renewed its hold on a job for so long is taken for dead. */
  readonly lockMs: number;
  /** How often workers look for the jobs of dead ones. */
  readonly stalledMs: number;
  /** How long bells that are being answered are waited for at the end; longer than a desk is waited for, unless told. */
  readonly closeMs?: number;
}

const standardCloseMs = 30_000;

/** Takes over from a dead worker within twenty seconds. */
export const defaultBellSettings: BellSettings = { ring: 8, call: 4, lockMs: 15_000, stalledMs: 5_000 };

/** What broke is tried again so soon; BullMQ's standard of fifteen seconds would be added to every outage. */
const againAfterMs = 1_000;

/** Answers bells as they ring. A job that is early, or failed and is to be tried again, is put back for that long. */
export class BellWorkers {
  private readonly makers: readonly (() => BellWorker)[];
  private readonly workers = new Set<BellWorker>();
  private readonly giveWay: GiveWay;
  private closed = false;

  constructor(
    connection: BellConnection,
    private readonly settings: BellSettings,
    private readonly parts: {
      /** `hungBy` is the mark of whoever hung the bell, where there was one. */
      readonly answer: (id: string, revision: number, hungBy: string | undefined) => Promise<BellAnswer>;
      readonly failed: (error: unknown) => void;
      /** The moment now in milliseconds since the epoch, by this machine's clock: BullMQ counts delays with it. */
      readonly nowMs: () => number;
    },
  ) {
    this.giveWay = new GiveWay(settings.ring);
    this.makers = (['ring', 'call'] as const).map(
      (side) => () =>
        connection.worker(
          queueNames[side],
          (job, token) => this.process(side, job, token),
          {
            concurrency: settings[side],
            autorun: false,
            lockDuration: settings.lockMs,
            stalledInterval: settings.stalledMs,
            runRetryDelay: againAfterMs,
            // The lease and the parking rule decide when to give up, not the queue.
            maxStalledCount: 1_000_000,
          },
          parts.failed,
        ),
    );
  }

  /** Starts answering; returns at once. */
  start(): void {
    for (const make of this.makers) void this.keepRunning(make);
  }

  /**
   * A worker of BullMQ whose first look fails stays broken for good, and runs in circles as fast as it can: none runs before that look. A queue that goes away
   * in that very moment must not silence us: another is made.
   */
  private async keepRunning(make: () => BellWorker): Promise<void> {
    while (!this.closed) {
      const worker = make();
      this.workers.add(worker);
      try {
        await worker.waitUntilReady();
        return await worker.run();
      } catch (error) {
        this.parts.failed(error);
        this.workers.delete(worker);
        void worker.close().catch(this.parts.failed);
        await setTimeout(againAfterMs);
      }
    }
  }

  /** Stops taking bells and waits for those being answered, but not for good: to a queue that is away nothing can be given back, and its locks run out by themselves. */
  async close(): Promise<void> {
    this.closed = true;
    const ended = Promise.all([...this.workers].map((worker) => worker.close()));
    const over = new AbortController();
    const waited = setTimeout(this.settings.closeMs ?? standardCloseMs, undefined, { signal: over.signal });
    await Promise.race([ended, waited.catch(() => undefined)]).finally(() => over.abort());
  }

  private async process(side: QueueSide, job: Job<BellJob, void>, token: string | undefined): Promise<void> {
    if (isTelling(side, job.name)) await this.giveWay.toRings();
    const { id, revision } = job.data;
    const answering = (): Promise<BellAnswer> => this.parts.answer(id, revision, job.opts.telemetry?.metadata);
    const answer = await (side === 'ring' ? this.giveWay.ringing(answering) : answering());
    if (answer.kind === 'done') return;
    await job.moveToDelayed(this.parts.nowMs() + Math.max(1, Math.ceil(answer.waitMs)), token);
    throw new DelayedError();
  }
}
