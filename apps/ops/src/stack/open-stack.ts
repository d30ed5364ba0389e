import { BullmqBell, defaultBellSettings, openBellConnection, type BellSettings } from '@cellrelay/adapter-bullmq';
import { AirportDirectory } from '@cellrelay/adapter-airports';
import { byHandDesk, rehearsalDesks, type RehearsalScript } from '@cellrelay/adapter-desks';
import { openDatabase, type Database, type DatabaseUrls, type StorePoint } from '@cellrelay/adapter-postgres';
import { wallNow, type Logger } from '@cellrelay/platform';
import { millisOf } from '@cellrelay/kernel';
import { defaultPolicy } from '@cellrelay/shipment';
import {
  BoardQuestions,
  DeskDirectory,
  IssueCommand,
  reached,
  RelayAfterCommit,
  TakeCommand,
  type AfterCommit,
  type FaultPoints,
} from '@cellrelay/use-cases';
import { folding } from './folding.js';
import { startWorker, type RunningWorker } from '../../../worker/src/worker.js';

/** How the parts of one process are put together. */
export interface StackOptions {
  readonly urls: Pick<DatabaseUrls, 'apiUrl' | 'workerUrl'>;
  readonly logger: Logger;
  /** What the desks of examples say otherwise than yes. */
  readonly script: RehearsalScript;
  /** How often the sweep looks; null where something else rings. */
  readonly sweepEveryMs: number | null;
  readonly bells?: BellSettings;
  readonly poolSize?: number;
  readonly leaseMs?: number;
  /** What hangs the bells of a commit; unless told, the relay onto the queue. */
  readonly after?: AfterCommit;
  /** How far ahead a commit's bells are hung; ten minutes unless told. */
  readonly armWithinMs?: number;
  /** Tests let the process die at one of these. */
  readonly points?: FaultPoints;
  readonly storePoint?: (point: StorePoint) => Promise<void>;
}

/** Everything but HTTP, connected and working. */
export interface Stack {
  /** The api's side: commands and questions. */
  readonly api: Database;
  /** The worker's side: leases and outcomes. */
  readonly worker: Database;
  readonly bell: BullmqBell;
  readonly issue: IssueCommand;
  readonly take: TakeCommand;
  readonly questions: BoardQuestions;
  readonly bells: RunningWorker;
  close(): Promise<void>;
}

/** The world's airports, read once for a process. */
export const airports = new AirportDirectory();

/** The sweep's usual pace. */
export const everySecond = 1_000;

/** Connects and starts the worker. The database must be migrated. */
export async function openStack(options: StackOptions): Promise<Stack> {
  const failed = (error: unknown): void => options.logger.warn('bells-unreachable', { reason: messageOf(error) });
  const api = await database(options, options.urls.apiUrl, 'cellrelay api');
  const worker = await database(options, options.urls.workerUrl, 'cellrelay worker');
  const connection = openBellConnection(options.urls.workerUrl, { poolSize: options.poolSize ?? 8, failed });
  const bell = new BullmqBell(connection, failed);
  const after = options.after ?? new RelayAfterCommit(bell, failed);
  const points = options.points ?? reached;
  const issue = new IssueCommand(api.shipments, after, points);
  const bells = startWorker({
    agenda: worker.agenda,
    issue: new IssueCommand(worker.shipments, after, points),
    desks: desksOf(worker, options.script),
    bell,
    connection,
    settings: options.bells ?? defaultBellSettings,
    points,
    failed: (where, error) => options.logger.warn('bell-failed', { ...where, reason: messageOf(error) }),
    nowMs: () => millisOf(wallNow()),
    sweepEveryMs: options.sweepEveryMs,
  });
  return {
    api,
    worker,
    bell,
    issue,
    take: new TakeCommand({ issue, store: api.shipments, airports, policy: defaultPolicy }),
    questions: new BoardQuestions(api.shipments, api.board),
    bells,
    close: () =>
      closeAll([
        () => bells.close(),
        () => bell.close(),
        () => connection.close(),
        () => worker.close(),
        () => api.close(),
      ]),
  };
}

function database(options: StackOptions, url: string, applicationName: string): Promise<Database> {
  return openDatabase({
    url,
    applicationName,
    poolSize: options.poolSize ?? 8,
    folding,
    ...(options.leaseMs === undefined ? {} : { leaseMs: options.leaseMs }),
    ...(options.armWithinMs === undefined ? {} : { armWithinMs: options.armWithinMs }),
    ...(options.storePoint === undefined ? {} : { reach: options.storePoint }),
  });
}

function desksOf(worker: Database, script: RehearsalScript): DeskDirectory {
  return new DeskDirectory(worker.shipments, { real: [byHandDesk], rehearsal: rehearsalDesks(script, airports) });
}

/** Closes one after the other, the last even if the first fails. */
async function closeAll(closings: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closings) await close().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'not everything could be closed');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
