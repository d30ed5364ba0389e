import { knownMigrations, migrationsOf } from '@cellrelay/adapter-postgres';
import type { HealthChecks } from '@cellrelay/platform';
import type { Stack } from '../stack/open-stack.js';

/** What readiness asks of a process that does everything. */
export function healthOf(stack: Stack, apiUrl: string, lost: () => boolean): HealthChecks {
  return {
    database: async () => {
      await stack.api.clock.now();
      return lost()
        ? { ok: false, says: 'the embedded server could not be brought back' }
        : { ok: true, says: 'answers' };
    },
    migrations: async () => {
      const missing = knownMigrations().length - (await migrationsOf(apiUrl)).length;
      return { ok: missing === 0, says: missing === 0 ? 'current' : `${missing} have not run` };
    },
    worker: () =>
      Promise.resolve(
        stack.bells.alive() ? { ok: true, says: 'sweeps' } : { ok: false, says: 'the sweep has not come by lately' },
      ),
  };
}
