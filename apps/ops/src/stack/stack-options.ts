import type { BellSettings } from '@cellrelay/adapter-bullmq';
import { AirportDirectory } from '@cellrelay/adapter-airports';
import { PublicHolidays } from '@cellrelay/adapter-holidays';
import type { RehearsalScript } from '@cellrelay/adapter-desks';
import type { Database, DatabaseUrls, StorePoint } from '@cellrelay/adapter-postgres';
import type { Logger, Metrics } from '@cellrelay/platform';
import type { AfterCommit, Desk, FaultPoints, FileReader, PulseLimits } from '@cellrelay/use-cases';
import type { ChannelSettings } from './channel-settings.js';

/** How the parts of one process are put together. */
export interface StackOptions {
  readonly urls: Pick<DatabaseUrls, 'apiUrl' | 'workerUrl'>;
  readonly logger: Logger;
  /** What counts the work; unless given, nothing does. */
  readonly metrics?: Metrics;
  /** What the desks of examples say otherwise than yes. */
  readonly script: RehearsalScript;
  /** How often the sweep looks; null where something else rings. */
  readonly sweepEveryMs: number | null;
  readonly bells?: BellSettings;
  /** When a silence of the bells counts as a downtime; as usual unless told. */
  readonly pulse?: PulseLimits;
  /** Asked before the first bell is answered, such as for the clock; when it throws, none is. */
  readonly beforeBells?: (stores: Database) => Promise<void>;
  /** The Redis that bells hang in; unless named, they hang on the database. */
  readonly redisUrl?: string | null;
  /** Where keys lie; null: nowhere, and identities are refused, and words stay in the log. */
  readonly keysFolder?: string | null;
  /** By what people and programs are told; unless given, what is to be told waits for a worker that has them. */
  readonly channels?: ChannelSettings;
  /** What reads loggers' files; a thread for each unless told. */
  readonly files?: FileReader;
  readonly poolSize?: number;
  readonly leaseMs?: number;
  /** A connection on which an answer is waited for longer is given up; half a minute or so unless told. */
  readonly silentAfterMs?: number;
  /** What hangs the bells of a commit; unless told, the relay onto the queue. */
  readonly after?: AfterCommit;
  /** How far ahead a commit's bells are hung; ten minutes unless told. */
  readonly armWithinMs?: number;
  /** Desks in the place of the rehearsal's: tests have some that count, or never answer. */
  readonly rehearsal?: readonly Desk[];
  /** Tests let the process die at one of these. */
  readonly points?: FaultPoints;
  readonly storePoint?: (point: StorePoint) => Promise<void>;
  /** Where time stands still, how long to wait after the n-th failure. */
  readonly waitAfter?: (failures: number) => number;
  /** How soon an early bell is looked at again at the latest; ten seconds unless told. */
  readonly longestEarlyMs?: number;
}

/** The world's airports, read once for a process. */
export const airports = new AirportDirectory();

/** The world's public holidays, read when the first plan is proposed. */
export const holidays = new PublicHolidays();

/** The sweep's usual pace. */
export const everySecond = 1_000;

/** How long leases last, and how long a desk is waited for under one: what is left is for recording its outcome. */
export const standardLeaseMs = 30_000;

/** Connections to the database, for each side, unless told. */
export const standardPoolSize = 8;
