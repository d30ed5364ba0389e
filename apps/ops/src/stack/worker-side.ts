import { defaultBellSettings } from '@cellrelay/adapter-bullmq';
import { byHandDesk, rehearsalDesks } from '@cellrelay/adapter-desks';
import type { Database } from '@cellrelay/adapter-postgres';
import { millisOf } from '@cellrelay/kernel';
import { monotonicMillis, wallNow } from '@cellrelay/platform';
import { DeskDirectory, IssueCommand, reached } from '@cellrelay/use-cases';
import { startWorker, type RunningWorker } from '../../../worker/src/worker.js';
import { messageOf, type HungBells } from './hung-bells.js';
import type { Opened } from './opened.js';
import { sparing } from './sparing.js';
import { airports, standardLeaseMs, type StackOptions } from './stack-options.js';
import { openStores } from './stores.js';

/** Leases and outcomes: what answers bells. */
export interface WorkerSide {
  readonly worker: Database;
  readonly bells: RunningWorker;
}

const deskPatience = 2 / 3;

/** Connects and starts what answers bells and sweeps. */
export async function openWorkerSide(options: StackOptions, opened: Opened, hung: HungBells): Promise<WorkerSide> {
  const worker = await openStores(options, options.urls.workerUrl, 'cellrelay worker');
  opened.add(() => worker.close());
  const points = options.points ?? reached;
  const ofNoItem = sparing(
    (reason, repeated) => options.logger.warn('bell-failed', { reason, repeated }),
    monotonicMillis,
  );
  const bells = startWorker({
    agenda: worker.agenda,
    issue: new IssueCommand(worker.shipments, hung.after, points),
    desks: desksOf(worker, options),
    bell: hung.bell,
    connection: hung.connection,
    settings: options.bells ?? defaultBellSettings,
    points,
    failed: (where, error) => {
      const reason = messageOf(error);
      if (where.item === undefined) ofNoItem(reason);
      else options.logger.warn('bell-failed', { ...where, reason });
    },
    nowMs: () => millisOf(wallNow()),
    sweepEveryMs: options.sweepEveryMs,
    deskWithinMs: (options.leaseMs ?? standardLeaseMs) * deskPatience,
  });
  opened.add(() => bells.close());
  return { worker, bells };
}

function desksOf(worker: Database, { rehearsal, script }: StackOptions): DeskDirectory {
  return new DeskDirectory(worker.shipments, {
    real: [byHandDesk],
    rehearsal: rehearsal ?? rehearsalDesks(script, airports),
  });
}
