import { standingOf } from '@cellrelay/adapter-postgres';
import { within, type HealthChecks, type PartHealth } from '@cellrelay/platform';
import { lateMs, type Bell } from '@cellrelay/use-cases';
import type { Stack } from '../stack/open-stack.js';

const well = (says: string): PartHealth => ({ ok: true, says });
const ill = (says: string): PartHealth => ({ ok: false, says });

/** What readiness asks of a process that does everything. A part that throws is not ready. */
export function healthOf(stack: Pick<Stack, 'api' | 'worker' | 'bells' | 'bell'>, lost: () => boolean): HealthChecks {
  const { database, migrations } = healthOfStores(stack.api);
  return {
    database: () =>
      lost() ? Promise.resolve(ill('the embedded server died and could not be brought back')) : database(),
    migrations,
    queue: () => queueHealth(stack.bell),
    worker: () => workerHealth(stack),
  };
}

/**
 * What readiness asks of an api alone: what it needs to take commands and show the board. Bells are not among it: while they do not ring people have nothing but the board, and a
 * proxy that goes by readiness would take it from them. The board says so, the workers are not ready, and the heartbeat ceases.
 */
export function healthOfApi({ api }: Pick<Stack, 'api'>) {
  return healthOfStores(api);
}

/** What readiness asks of a worker alone: its own sweep, and whether bells are answered, by itself or by the others. */
export function healthOfWorker({ worker, bells, bell }: Pick<Stack, 'worker' | 'bells' | 'bell'>) {
  return {
    ...healthOfStores(worker),
    queue: () => queueHealth(bell),
    sweep: () => Promise.resolve(sweepHealth(bells)),
    bells: () => lateBells(worker),
  } satisfies HealthChecks;
}

function healthOfStores({ clock, pool }: Pick<Stack['api'], 'clock' | 'pool'>) {
  return {
    database: async () => {
      await clock.now();
      return well('answers');
    },
    migrations: async () => {
      const { missing, unknown } = await standingOf(pool);
      if (missing.length > 0) return ill(`${missing.length} have not run`);
      // While a newer version comes, this process works on until it is replaced.
      return well(unknown.length === 0 ? 'current' : 'a newer version has migrated; this process is to be replaced');
    },
  } satisfies HealthChecks;
}

/** Whether bells are answered: the queue can be reached, the sweep comes by, and no deadline is overdue by more than a minute. */
export async function workerHealth({
  bells,
  bell,
  worker,
}: Pick<Stack, 'worker' | 'bells' | 'bell'>): Promise<PartHealth> {
  const sweep = sweepHealth(bells);
  if (!sweep.ok) return sweep;
  const queue = await queueHealth(bell);
  return queue.ok ? lateBells(worker) : queue;
}

/** So long a queue may take to say that it is there. */
const queueWithinMs = 2_000;

/** Asked whether or not anything is due: a queue that is away would else look well until a deadline is late. */
async function queueHealth(bell: Pick<Bell, 'reach'>): Promise<PartHealth> {
  const reached = bell.reach().then(
    () => true,
    () => false,
  );
  return (await within(queueWithinMs, reached, () => false)) ? well('answers') : ill('bells cannot be hung');
}

function sweepHealth(bells: Stack['bells']): PartHealth {
  return bells.alive() ? well('comes by') : ill('the sweep has not come by lately');
}

/** By what the beat and the board's banner go by as well: deadlines. A desk's calls may be late without anybody missing a deadline. */
async function lateBells({ downtimes }: Pick<Stack['worker'], 'downtimes'>): Promise<PartHealth> {
  const { overdue } = await downtimes.standing(lateMs);
  return overdue ? ill('bells are overdue by more than a minute') : well('ring');
}
