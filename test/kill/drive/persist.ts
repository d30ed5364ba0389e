import { pause } from '@cellrelay/platform';

const everyMs = 40;

/** Does it, again and again while it fails, because a server is being killed; after so long the last error is thrown. */
export async function persist<T>(work: () => Promise<T>, patienceMs = 30_000): Promise<T> {
  const began = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() - began > patienceMs) throw error;
      await pause(everyMs);
    }
  }
}
