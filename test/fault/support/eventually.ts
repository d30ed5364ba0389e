import { setTimeout } from 'node:timers/promises';

/** Looks until it is so; the test's own time bounds the wait. A look that fails, as it does while a server is away, is one that has not found it yet. */
export async function eventually(so: () => Promise<boolean>): Promise<void> {
  while (!(await so().catch(() => false))) await setTimeout(50);
}

/** How long something took, in milliseconds, and what came of it: its value or what it threw. */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly came: T | Error }> {
  const began = performance.now();
  const came = await work().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  return { ms: performance.now() - began, came };
}
