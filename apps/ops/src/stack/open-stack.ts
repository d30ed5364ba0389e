import {
  BullmqBell,
  defaultBellSettings,
  bellsOnPostgres,
  bellsOnRedis,
  type BellConnection,
  type BellSettings,
} from '@cellrelay/adapter-bullmq';
import { AirportDirectory } from '@cellrelay/adapter-airports';
import { byHandDesk, rehearsalDesks, type RehearsalScript } from '@cellrelay/adapter-desks';
import { openDatabase, type Database, type DatabaseUrls, type StorePoint } from '@cellrelay/adapter-postgres';
import { wallNow, type Logger } from '@cellrelay/platform';
import { millisOf } from '@cellrelay/kernel';
import {
  BoardQuestions,
  DeskDirectory,
  IssueCommand,
  armingWindowMs,
  reached,
  RelayAfterCommit,
  SitePolicies,
  TakeCommand,
  type AfterCommit,
  type FaultPoints,
} from '@cellrelay/use-cases';
import { folding } from './folding.js';
import { Opened } from './opened.js';
import { startWorker, type RunningWorker, type WorkerParts } from '../../../worker/src/worker.js';

/** How the parts of one process are put together. */
export interface StackOptions {
  readonly urls: Pick<DatabaseUrls, 'apiUrl' | 'workerUrl'>;
  readonly logger: Logger;
  /** What the desks of examples say otherwise than yes. */
  readonly script: RehearsalScript;
  /** How often the sweep looks; null where something else rings. */
  readonly sweepEveryMs: number | null;
  readonly bells?: BellSettings;
  /** The Redis that bells hang in; unless named, they hang on the database. */
  readonly redisUrl?: string | null;
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
  readonly policies: SitePolicies;
  readonly questions: BoardQuestions;
  readonly bells: RunningWorker;
  close(): Promise<void>;
}

/** The world's airports, read once for a process. */
export const airports = new AirportDirectory();

/** The sweep's usual pace. */
export const everySecond = 1_000;

/** How long leases last, and how long a desk is waited for under one: what is left is for recording its outcome. */
const standardLeaseMs = 30_000;
const deskPatience = 2 / 3;

/** Connects and starts the worker. The database must be migrated. When one part cannot be opened, those before it are closed. */
export async function openStack(options: StackOptions): Promise<Stack> {
  const opened = new Opened();
  try {
    return await connect(options, opened);
  } catch (error) {
    await opened.end().catch(() => undefined);
    throw error;
  }
}

async function connect(options: StackOptions, opened: Opened): Promise<Stack> {
  const failed = (error: unknown): void => options.logger.warn('bells-unreachable', { reason: messageOf(error) });
  const api = await database(options, options.urls.apiUrl, 'cellrelay api');
  opened.add(() => api.close());
  const worker = await database(options, options.urls.workerUrl, 'cellrelay worker');
  opened.add(() => worker.close());
  const connection = await bells(options, failed);
  opened.add(() => connection.close());
  const bell = new BullmqBell(connection);
  opened.add(() => bell.close());
  const after = options.after ?? new RelayAfterCommit(bell, failed);
  const running = startWorker(workerParts(options, { worker, connection, bell, after }));
  opened.add(() => running.close());
  const issue = new IssueCommand(api.shipments, after, options.points ?? reached);
  const policies = new SitePolicies(api.policies);
  const { shipments: store, couriers } = api;
  const take = new TakeCommand({ issue, store, airports, policies, couriers });
  const questions = new BoardQuestions(api.shipments, api.board);
  return { api, worker, bell, issue, take, policies, questions, bells: running, close: () => opened.end() };
}

interface WorkerSide {
  readonly worker: Database;
  readonly connection: BellConnection;
  readonly bell: BullmqBell;
  readonly after: AfterCommit;
}

function workerParts(options: StackOptions, { worker, connection, bell, after }: WorkerSide): WorkerParts {
  const points = options.points ?? reached;
  return {
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
    deskWithinMs: (options.leaseMs ?? standardLeaseMs) * deskPatience,
  };
}

/** Bells hang in Redis where one is named, else on the database. */
function bells(options: StackOptions, failed: (error: unknown) => void): Promise<BellConnection> {
  if (options.redisUrl) return bellsOnRedis(options.redisUrl, failed);
  return Promise.resolve(bellsOnPostgres(options.urls.workerUrl, { poolSize: options.poolSize ?? 8, failed }));
}

function database(options: StackOptions, url: string, applicationName: string): Promise<Database> {
  return openDatabase({
    url,
    applicationName,
    poolSize: options.poolSize ?? 8,
    folding,
    leaseMs: options.leaseMs ?? standardLeaseMs,
    armWithinMs: options.armWithinMs ?? armingWindowMs,
    ...(options.storePoint === undefined ? {} : { reach: options.storePoint }),
  });
}

function desksOf(worker: Database, script: RehearsalScript): DeskDirectory {
  return new DeskDirectory(worker.shipments, { real: [byHandDesk], rehearsal: rehearsalDesks(script, airports) });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
