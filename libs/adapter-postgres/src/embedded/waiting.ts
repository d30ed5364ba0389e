import { setTimeout as pause } from 'node:timers/promises';

/** How often a condition of the operating system is looked at: nothing tells us that a process that is not our child has ended. */
const LOOK_EVERY_MS = 25;

/** Waits until the condition holds. Answers false when it did not within `withinMs` of the monotonic clock. */
export async function until(holds: () => boolean | Promise<boolean>, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  for (;;) {
    if (await holds()) return true;
    if (performance.now() >= end) return false;
    await pause(LOOK_EVERY_MS);
  }
}

/** Waits so many milliseconds. */
export async function waitMs(span: number): Promise<void> {
  await pause(span);
}
