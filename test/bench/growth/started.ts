import { setTimeout as wait } from 'node:timers/promises';
import type { BigGround } from '../big/big-ground.js';
import { median } from '../figures.js';
import type { Sizes } from '../sizes.js';
import { memoryOf } from '../start/memory.js';
import { startServer } from '../start/server-process.js';
import type { Step } from './growth-result.js';

/** The built program on this very database. */
export async function started(
  { server }: BigGround,
  { starts, idleMs }: Sizes['growth'],
): Promise<Pick<Step, 'startMs' | 'processMb'>> {
  const startMs: number[] = [];
  let processMb = Number.NaN;
  for (let nth = 1; nth <= starts; nth += 1) {
    const running = await startServer({ DATABASE_URL: server.ownerUrl });
    startMs.push(running.servedAfterMs);
    if (nth === starts) {
      await wait(idleMs);
      processMb = memoryOf(running.pid).pssMb;
    }
    await running.stop();
  }
  return { startMs: median(startMs), processMb };
}
