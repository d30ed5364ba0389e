import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { NotSet } from '@cellrelay/use-cases';
import { startThread, type Answer, type Order } from './thread.js';

/** How much the pool takes on itself. */
export interface PoolLimits {
  readonly threads: number;
  /** Documents that wait while all threads are busy; one more is refused. */
  readonly waiting: number;
  readonly timeLimitMillis: number;
  /** A thread is replaced after so many: it keeps a third of a megabyte of each document for as long as it lives (Typst 0.14.2). */
  readonly documentsPerThread: number;
}

export const usualLimits: PoolLimits = { threads: 2, waiting: 64, timeLimitMillis: 15_000, documentsPerThread: 100 };

/** Sets documents in threads, so that bells ring meanwhile. */
export interface Pool {
  /** The PDF. Throws NotSet. */
  set(order: Order): Promise<Uint8Array>;
  /** Ends the threads; what waits is refused. */
  close(): Promise<void>;
}

interface Waiting {
  readonly order: Order;
  readonly done: (pdf: Uint8Array) => void;
  readonly refused: (error: NotSet) => void;
}

/** A thread and how often it was used. */
interface Desk {
  readonly thread: Worker;
  used: number;
}

/** A pool whose threads start when there is something to set, and stay. */
export function openPool(limits: PoolLimits, start: () => Worker = startThread): Pool {
  return new ThreadPool(limits, start);
}

class ThreadPool implements Pool {
  private readonly waiting: Waiting[] = [];
  private readonly idle: Desk[] = [];
  private readonly busy = new Set<Desk>();
  private readonly ending = new Set<Promise<unknown>>();
  private closed = false;

  constructor(
    private readonly limits: PoolLimits,
    private readonly start: () => Worker,
  ) {}

  set(order: Order): Promise<Uint8Array> {
    if (this.closed) return Promise.reject(new NotSet('closed', 'No paper is set any more: the process is ending'));
    const { threads, waiting } = this.limits;
    if (this.busy.size >= threads && this.waiting.length >= waiting)
      return Promise.reject(new NotSet('busy', `${waiting} papers wait to be set already; ask again in a minute`));
    return new Promise((done, refused) => {
      this.waiting.push({ order, done, refused });
      this.takeNext();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const { refused } of this.waiting.splice(0))
      refused(new NotSet('closed', 'The process ended before the paper was set'));
    for (const desk of [...this.idle.splice(0), ...this.busy]) this.end(desk);
    await Promise.all(this.ending);
  }

  private takeNext(): void {
    if (this.closed || this.busy.size >= this.limits.threads) return;
    const next = this.waiting.shift();
    if (!next) return;
    const desk = this.idle.pop() ?? { thread: this.start(), used: 0 };
    this.busy.add(desk);
    desk.used += 1;
    void this.serve(desk, next);
  }

  /** A thread that failed, in whatever way, sets nothing more. */
  private async serve(desk: Desk, { order, done, refused }: Waiting): Promise<void> {
    let good = false;
    try {
      const answer = await answered(desk.thread, order, this.limits.timeLimitMillis);
      if ('says' in answer) throw new NotSet('cannot-be-set', `The paper cannot be set: ${answer.says}`);
      good = true;
      done(answer.pdf);
    } catch (error) {
      refused(
        error instanceof NotSet ? error : new NotSet('cannot-be-set', `The paper was not set: ${reasonOf(error)}`),
      );
    }
    this.busy.delete(desk);
    if (good && !this.closed && desk.used < this.limits.documentsPerThread) this.idle.push(desk);
    else this.end(desk);
    this.takeNext();
  }

  /** A thread within Typst ends when Typst has answered; nobody waits for it but `close`. */
  private end({ thread }: Desk): void {
    const ended = thread.terminate().finally(() => this.ending.delete(ended));
    this.ending.add(ended);
  }
}

/** Asks a thread, and waits for whatever comes first: its answer, its end or the limit. The process lives as long as this waits. */
async function answered(thread: Worker, order: Order, limitMillis: number): Promise<Answer> {
  const heard = new AbortController();
  const over = setTimeout(() => heard.abort(), limitMillis);
  const ended = once(thread, 'exit', heard).then(() => Promise.reject(new Error('its thread ended')));
  thread.ref();
  thread.postMessage(order);
  try {
    const [answer] = (await Promise.race([once(thread, 'message', heard), ended])) as [Answer];
    return answer;
  } catch (error) {
    throw heard.signal.aborted ? tooLong(limitMillis) : error;
  } finally {
    clearTimeout(over);
    heard.abort();
    ended.catch(() => undefined);
    thread.unref();
  }
}

function tooLong(limitMillis: number): NotSet {
  return new NotSet('too-long', `The paper was not set within ${limitMillis / 1000} s`);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'its thread failed';
}
