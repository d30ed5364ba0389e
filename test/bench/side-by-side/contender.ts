import { until } from '../ground/until.js';
import { farMs } from '../big/hang-far.js';

/** A queue that is measured. */
export interface Contender {
  /** Hangs so many jobs hours ahead. */
  hangFar(count: number): Promise<void>;
  /** Hangs a job for each of these distances, in milliseconds, and answers how late the handler of each was entered. None is missing. */
  ring(afterMs: readonly number[]): Promise<readonly number[]>;
  /** Takes everything away again. */
  close(): Promise<void>;
}

/** A queue whose jobs do nothing but say when they were due. */
export interface BareQueue {
  /** Hangs a job for each of these moments, milliseconds since the epoch. */
  hang(dueAtMs: readonly number[]): Promise<void>;
  close(): Promise<void>;
}

export type OpenBareQueue = (entered: (dueAtMs: number) => void) => Promise<BareQueue>;

const waitAtMostMs = 60_000;

/** So long before the first falls due, jobs are hung; more for each thousand. */
const leadMs = (count: number): number => 1_000 + count;

/** Such a queue as a contender. */
export async function bareContender(open: OpenBareQueue): Promise<Contender> {
  const late: number[] = [];
  const queue = await open((dueAtMs) => late.push(Date.now() - dueAtMs));
  return {
    hangFar: (count) => queue.hang(Array.from({ length: count }, () => Date.now() + farMs)),
    ring: async (afterMs) => {
      late.length = 0;
      const from = Date.now() + leadMs(afterMs.length);
      await queue.hang(afterMs.map((after) => from + after));
      const all = await until(() => late.length >= afterMs.length, from + Math.max(...afterMs) + waitAtMostMs);
      if (!all) throw new Error(`of ${afterMs.length} jobs only ${late.length} were run`);
      return [...late];
    },
    close: () => queue.close(),
  };
}
