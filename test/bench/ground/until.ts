import { setTimeout as wait } from 'node:timers/promises';

/** Looks every 20 ms until it is so, at the longest until that moment (milliseconds since the epoch); answers whether it became so. */
export async function until(itIsSo: () => boolean, atLatestMs: number): Promise<boolean> {
  while (!itIsSo()) {
    if (Date.now() > atLatestMs) return false;
    await wait(20);
  }
  return true;
}
