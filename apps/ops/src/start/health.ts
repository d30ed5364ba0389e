import { knownMigrations, migrationsOf } from '@cellrelay/adapter-postgres';
import type { HealthChecks, PartHealth } from '@cellrelay/platform';
import type { Stack } from '../stack/open-stack.js';

/** Bells ring within a second or so; what is overdue by more, and waits for nothing, is not being answered. */
const lateMs = 60_000;

const well = (says: string): PartHealth => ({ ok: true, says });
const ill = (says: string): PartHealth => ({ ok: false, says });

/** What readiness asks of a process that does everything. A part that throws is not ready. */
export function healthOf(
  stack: Pick<Stack, 'api' | 'worker' | 'bells'>,
  apiUrl: string,
  lost: () => boolean,
): HealthChecks {
  return {
    database: async () => {
      if (lost()) return ill('the embedded server died and could not be brought back');
      await stack.api.clock.now();
      return well('answers');
    },
    migrations: async () => {
      const ran = new Set(await migrationsOf(apiUrl));
      const missing = knownMigrations().filter((name) => !ran.has(name));
      return missing.length === 0 ? well('current') : ill(`${missing.length} have not run`);
    },
    worker: async () => {
      if (!stack.bells.alive()) return ill('the sweep has not come by lately');
      const [late] = await stack.worker.agenda.due({ fromMs: null, toMs: -lateMs }, 1);
      return late === undefined ? well('rings') : ill('bells are overdue by more than a minute');
    },
  };
}
