import { standingOf } from '@cellrelay/adapter-postgres';
import type { HealthChecks, PartHealth } from '@cellrelay/platform';
import { lateMs } from '@cellrelay/use-cases';
import type { Stack } from '../stack/open-stack.js';

const well = (says: string): PartHealth => ({ ok: true, says });
const ill = (says: string): PartHealth => ({ ok: false, says });

/** What readiness asks of a process that does everything. A part that throws is not ready. */
export function healthOf(
  stack: Pick<Stack, 'api' | 'worker' | 'bells'>,
  apiUrl: string,
  lost: () => boolean,
): HealthChecks {
  const { database, migrations } = healthOfStores(stack.api, apiUrl);
  return {
    database: () =>
      lost() ? Promise.resolve(ill('the embedded server died and could not be brought back')) : database(),
    migrations,
    worker: () => workerHealth(stack),
  };
}

/** What readiness asks of an api alone. Whether anybody answers bells shows in the agenda: without a worker, what is due stays there. */
export function healthOfApi({ api }: Pick<Stack, 'api'>, apiUrl: string) {
  return { ...healthOfStores(api, apiUrl), bells: () => lateBells(api) } satisfies HealthChecks;
}

/** What readiness asks of a worker alone: its own sweep, and whether bells are answered, by itself or by the others. */
export function healthOfWorker({ worker, bells }: Pick<Stack, 'worker' | 'bells'>, workerUrl: string) {
  return {
    ...healthOfStores(worker, workerUrl),
    sweep: () => Promise.resolve(sweepHealth(bells)),
    bells: () => lateBells(worker),
  } satisfies HealthChecks;
}

function healthOfStores({ clock }: Pick<Stack['api'], 'clock'>, url: string) {
  return {
    database: async () => {
      await clock.now();
      return well('answers');
    },
    migrations: async () => {
      const { missing, unknown } = await standingOf(url);
      if (missing.length > 0) return ill(`${missing.length} have not run`);
      // While a newer version comes, this process works on until it is replaced.
      return well(unknown.length === 0 ? 'current' : 'a newer version has migrated; this process is to be replaced');
    },
  } satisfies HealthChecks;
}

/** Whether bells are answered: the sweep comes by, and nothing is overdue by more than a minute. */
export async function workerHealth({ bells, worker }: Pick<Stack, 'worker' | 'bells'>): Promise<PartHealth> {
  const sweep = sweepHealth(bells);
  return sweep.ok ? lateBells(worker) : sweep;
}

function sweepHealth(bells: Stack['bells']): PartHealth {
  return bells.alive() ? well('comes by') : ill('the sweep has not come by lately');
}

async function lateBells({ agenda }: Pick<Stack['worker'], 'agenda'>): Promise<PartHealth> {
  const [late] = await agenda.due({ fromMs: null, toMs: -lateMs }, 1);
  return late === undefined ? well('ring') : ill('bells are overdue by more than a minute');
}
