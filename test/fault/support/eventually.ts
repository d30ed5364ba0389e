import { setTimeout } from 'node:timers/promises';

/** Longer than anything here takes on a busy machine; a look that went on after its test would keep the whole run from ending. */
const patienceMs = 90_000;

/** Looks until it is so. A look that fails, as it does while a server is away, is one that has not found it yet. */
export async function eventually(so: () => Promise<boolean>): Promise<void> {
  const began = performance.now();
  let last: unknown = 'it was not so';
  while (performance.now() - began < patienceMs) {
    if (await so().catch((error: unknown) => ((last = error), false))) return;
    await setTimeout(50);
  }
  throw new Error(`waited for ${patienceMs / 1_000} s in vain`, { cause: last });
}

/** How long something took, in milliseconds, and what came of it: its value or what it threw. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly came: T | Error }> {
  const began = performance.now();
  const came = await work().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  return { ms: performance.now() - began, came };
}
