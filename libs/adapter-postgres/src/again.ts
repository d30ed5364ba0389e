import { setTimeout as wait } from 'node:timers/promises';
import { troubleOf } from './trouble.js';

/** Waits before the next try, in milliseconds. A broken connection gets longer ones: a server that was killed is back within some two seconds. */
const waits = { collision: [5, 10, 20, 40, 80, 160], connection: [50, 100, 200, 400, 800, 1_600] } as const;

/** Does the work, and does it all again after a collision or a lost connection, with growing waits, some six times; then the last error is thrown. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const trouble = troubleOf(error);
      const pause = trouble === 'collision' || trouble === 'connection' ? waits[trouble][tries] : undefined;
      if (pause === undefined) throw error;
      await wait(pause);
    }
  }
}
