import { defaultBellSettings } from '@cellrelay/adapter-bullmq';
import { reach, type Database } from '@cellrelay/adapter-postgres';
import { messageOf, millisOf } from '@cellrelay/kernel';
import { monotonicMillis, uptimeMillis, wallNow, within } from '@cellrelay/platform';
import {
  Pulse,
  reached,
  ReportUnreached,
  standardPulse,
  TellNotices,
  type ReportPapers,
  type ReportReadings,
} from '@cellrelay/use-cases';
import { startWorker, type RunningWorker, type WorkerParts } from '../../../worker/src/worker.js';
import { tracedAgenda, watchedBells } from '../watching/watched-bells.js';
import { useOf, watchingOf } from '../watching/watching.js';
import { desksOf } from './desks-of.js';
import type { HungBells } from './hung-bells.js';
import type { Opened } from './opened.js';
import { sparing } from './sparing.js';
import { standardLeaseMs, type StackOptions } from './stack-options.js';
import { openStores } from './stores.js';
import { commandsOn, type WorkerCommands } from './worker-commands.js';

/** Leases and outcomes: what answers bells. */
export interface WorkerSide {
  readonly worker: Database;
  readonly bells: RunningWorker;
  /** What readings imply that nobody has recorded yet. */
  readonly reports: ReportReadings;
  /** Which papers in force say something else by now. */
  readonly paperReports: ReportPapers;
}

const deskPatience = 2 / 3;

/** Connects and starts what answers bells and sweeps. */
export async function openWorkerSide(options: StackOptions, opened: Opened, hung: HungBells): Promise<WorkerSide> {
  const worker = await openStores(options, options.urls.workerUrl, 'cellrelay worker');
  opened.add(() => worker.close());
  await options.beforeBells?.(worker);
  const points = options.points ?? reached;
  const watching = watchingOf(options);
  const commands = commandsOn(worker, options, { after: hung.after, watching });
  const { issue, reports, paperReports } = commands;
  const bells = startWorker({
    agenda: tracedAgenda(worker.agenda),
    issue,
    beside: besideBells(worker, commands),
    desks: desksOf(worker, options, watching),
    told: watchedBells(watching),
    bell: hung.bell,
    connection: hung.connection,
    settings: options.bells ?? defaultBellSettings,
    points,
    pulse: pulseOf(worker, options),
    failed: failedOn(options),
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
    deliveries: () => worker.deliveries.depth(),
    paperMarks: () => worker.paperMarks.depth(),
    pools: { worker: useOf(worker.pool) },
    sinceLastLookMs: () => bells.sinceLastLookMs(),
  });
  return { worker, bells, reports, paperReports };
}

/** What is looked at besides: what readings imply, which papers are outdated, who is to be told, whom nothing reached, and which requests are with their offices. */
function besideBells(
  worker: Database,
  { issue, reports, paperReports, following }: WorkerCommands,
): readonly (() => Promise<unknown>)[] {
  const notices = new TellNotices(worker);
  const unreached = new ReportUnreached({ notices: worker.notices, issue });
  return [
    ...[() => reports.sweep(), () => paperReports.sweep(), () => notices.look(), () => unreached.look()],
    () => following.look(),
  ];
}

/** What failed of an item is told each time; what fails of none, such as while the database is away, sparingly. */
function failedOn({ logger }: Pick<StackOptions, 'logger'>): WorkerParts['failed'] {
  const ofNoItem = sparing((reason, repeated) => logger.warn('bell-failed', { reason, repeated }), monotonicMillis);
  return (where, error) => {
    const reason = messageOf(error);
    if (where.item === undefined) ofNoItem(reason);
    else logger.warn('bell-failed', { ...where, reason });
  };
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
