import pg from 'pg';
import { BullmqBell, bellsOnPostgres, bellsOnRedis, type BellConnection } from '@cellrelay/adapter-bullmq';
import { identityOf, openReplayClock, type ReplayClock } from '@cellrelay/adapter-postgres';
import { Opened } from '../../../apps/ops/src/stack/opened.js';
import type { ThrowAwayDatabase } from '../../support/database.js';
import { persist } from '../drive/persist.js';
import type { Backend } from '../plan/blow.js';
import type { Lane } from './lane.js';

/** What one round happens on, and the connections of whoever plays it. */
export interface RoundGround {
  readonly database: ThrowAwayDatabase;
  readonly redisUrl: string | null;
  readonly pool: pg.Pool;
  readonly clock: ReplayClock;
  readonly bell: BullmqBell;
  /** Empties the queues, as a Redis does that comes back without its data. */
  forgetBells(): Promise<void>;
  /** Closes all of it and takes the database away. */
  close(): Promise<void>;
}

const ignore = (): void => undefined;

/** A fresh database, and empty queues, on a lane's servers. */
export async function openGround(lane: Lane, backend: Backend): Promise<RoundGround> {
  const opened = new Opened();
  const database = await lane.database();
  opened.add(() => database.drop());
  const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 5 }).on('error', ignore);
  opened.add(() => pool.end());
  const clock = openReplayClock(database.ownerUrl);
  opened.add(() => clock.close());
  const connection = await connected(lane, backend, database);
  opened.add(() => connection.close());
  const bell = new BullmqBell(connection);
  opened.add(() => bell.close());
  const emptied = (): Promise<void> => lane.redis.ask(async (client) => void (await client.flushall()));
  const onRedis = backend === 'redis';
  return {
    ...{ database, pool, clock, bell },
    redisUrl: onRedis ? lane.redis.url : null,
    // It pauses the queue first: cut short by another blow, it is done again, or nobody would take a bell any more.
    forgetBells: onRedis ? emptied : () => persist(() => bell.forgetAll()),
    close: () => opened.end(),
  };
}

async function connected(lane: Lane, backend: Backend, { workerUrl }: ThrowAwayDatabase): Promise<BellConnection> {
  if (backend === 'postgres') return bellsOnPostgres(workerUrl, { poolSize: 4, failed: ignore });
  await lane.redis.ask((client) => client.flushall());
  return bellsOnRedis(lane.redis.url, ignore, { database: await identityOf(workerUrl) });
}
