import { BullmqBell, bellsOnPostgres, bellsOnRedis, type BellConnection } from '@cellrelay/adapter-bullmq';
import { identityOf } from '@cellrelay/adapter-postgres';
import { messageOf } from '@cellrelay/kernel';
import { markHere, monotonicMillis } from '@cellrelay/platform';
import { RelayAfterCommit, type AfterCommit } from '@cellrelay/use-cases';
import { useOf } from '../watching/watching.js';
import type { Opened } from './opened.js';
import { sparing } from './sparing.js';
import { standardPoolSize, type StackOptions } from './stack-options.js';

/** Where this process hangs bells, and what hangs those of a commit. */
export interface HungBells {
  readonly connection: BellConnection;
  readonly bell: BullmqBell;
  readonly after: AfterCommit;
}

/** Opens the queues; what is opened is closed with `opened`. */
export async function openBells(options: StackOptions, opened: Opened): Promise<HungBells> {
  const told = sparing(
    (reason, repeated) => options.logger.warn('bells-unreachable', { reason, repeated }),
    monotonicMillis,
  );
  const failed = (error: unknown): void => told(messageOf(error));
  const connection = await connected(options, failed);
  opened.add(() => connection.close());
  const bell = new BullmqBell(connection, markHere);
  opened.add(() => bell.close());
  options.metrics?.ask({
    queues: () => bell.depth(),
    ...(connection.pool && { pools: { bells: useOf(connection.pool) } }),
  });
  return { connection, bell, after: options.after ?? new RelayAfterCommit(bell, failed) };
}

/** Bells hang in Redis where one is named, else on the database. */
async function connected(options: StackOptions, failed: (error: unknown) => void): Promise<BellConnection> {
  const { redisUrl, urls, poolSize = standardPoolSize, silentAfterMs } = options;
  if (redisUrl) return bellsOnRedis(redisUrl, failed, { database: await identityOf(urls.workerUrl), silentAfterMs });
  return bellsOnPostgres(urls.workerUrl, { poolSize, failed, silentAfterMs });
}
