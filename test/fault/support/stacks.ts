import type { DatabaseUrls } from '@cellrelay/adapter-postgres';
import { createLogger } from '@cellrelay/platform';
import type { StackOptions } from '../../../apps/ops/src/stack/open-stack.js';

/** Soon takes over from a dead worker, so that a test need not wait for as long as in use. */
export const soon = { leaseMs: 1_000, bells: { ring: 2, call: 2, lockMs: 1_500, stalledMs: 400 } } as const;

/** The sweep's pace in tests. */
export const sweepEveryMs = 200;

/** How a process is put together on these servers: desks that say yes, the wall clock. What it warns of goes to `told`. */
export function stackOn(
  { apiUrl, workerUrl }: Pick<DatabaseUrls, 'apiUrl' | 'workerUrl'>,
  told: string[],
  more: Partial<StackOptions> = {},
): StackOptions {
  const logger = createLogger({ level: 'warn', form: 'json', write: (line) => void told.push(line) });
  return { urls: { apiUrl, workerUrl }, logger, script: { seed: 1, lines: [] }, sweepEveryMs, ...more };
}
