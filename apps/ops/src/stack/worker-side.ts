import { defaultBellSettings } from '@cellrelay/adapter-bullmq';
import { byHandDesk, rehearsalDesks } from '@cellrelay/adapter-desks';
import { reach, type Database } from '@cellrelay/adapter-postgres';
import { messageOf, millisOf } from '@cellrelay/kernel';
import { monotonicMillis, uptimeMillis, wallNow, within } from '@cellrelay/platform';
import { DeskDirectory, Pulse, reached, standardPulse, type Desk } from '@cellrelay/use-cases';
import { startWorker, type RunningWorker } from '../../../worker/src/worker.js';
import { tracedAgenda, watchedBells, watchedDesk } from '../watching/watched-bells.js';
import { tracedAfter, tracedStore, WatchedIssue } from '../watching/watched-commands.js';
import { useOf, watchingOf, type Watching } from '../watching/watching.js';
import type { HungBells } from './hung-bells.js';
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
  await options.beforeBells?.(worker);
  const points = options.points ?? reached;
  const ofNoItem = sparing(
    (reason, repeated) => options.logger.warn('bell-failed', { reason, repeated }),
    monotonicMillis,
  );
  const watching = watchingOf(options);
  const bells = startWorker({
    agenda: tracedAgenda(worker.agenda),
    issue: new WatchedIssue({ store: tracedStore(worker.shipments), after: tracedAfter(hung.after), points }, watching),
    desks: desksOf(worker, options, watching),
    told: watchedBells(watching),
    bell: hung.bell,
    connection: hung.connection,
    settings: options.bells ?? defaultBellSettings,
    points,
    pulse: pulseOf(worker, options),
    failed: (where, error) => {
      const reason = messageOf(error);
      if (where.item === undefined) ofNoItem(reason);
      else options.logger.warn('bell-failed', { ...where, reason });
    },
    nowMs: () => millisOf(wallNow()),
    sweepEveryMs: options.sweepEveryMs,
    deskWithinMs: (options.leaseMs ?? standardLeaseMs) * deskPatience,
    ...waitsOf(options),
  });
  opened.add(() => bells.close());
  watching.metrics.ask({
    agenda: () => worker.agenda.depth(),
    reach: () => reach(options.urls.workerUrl),
    open: () => worker.agenda.open(),
    pools: { worker: useOf(worker.pool) },
    sinceLastLookMs: () => bells.sinceLastLookMs(),
  });
  return { worker, bells };
}

/** How long is waited, where that is told. */
function waitsOf({ waitAfter, longestEarlyMs }: StackOptions) {
  return { longestEarlyMs, ...(waitAfter && { waitAfter }) };
}

/** Longer silences are told in the log too: whoever reads it learns why so much rang at once. */
function pulseOf({ beats }: Database, { pulse, logger }: StackOptions): Pulse {
  const unrecorded = sparing(
    (reason, repeated) => logger.error('beat-not-left', { reason, repeated }),
    monotonicMillis,
  );
  return new Pulse({
    beats,
    elapsedMs: uptimeMillis,
    inTime: (withinMs, beat) =>
      within(
        withinMs,
        beat.then(() => true),
        () => false,
      ),
    silent: ({ from, to, fellDue }) => logger.warn('bells-were-silent', { from, to, fellDue }),
    unrecorded: (error) => unrecorded(messageOf(error)),
    limits: pulse ?? standardPulse,
  });
}

function desksOf(worker: Database, { rehearsal, script }: StackOptions, watching: Watching): DeskDirectory {
  const watched = (desks: readonly Desk[]) => desks.map((desk) => watchedDesk(desk, watching));
  return new DeskDirectory(worker.shipments, {
    real: watched([byHandDesk]),
    rehearsal: watched(rehearsal ?? rehearsalDesks(script, airports)),
  });
}
