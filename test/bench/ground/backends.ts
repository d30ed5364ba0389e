import { spawnSync } from 'node:child_process';
import type { Redis } from 'ioredis';
import { bellsOnPostgres, bellsOnRedis, type BellConnection } from '@cellrelay/adapter-bullmq';
import { RedisServer } from '../../support/redis-server.js';
import type { BenchServer } from './bench-server.js';
import { noteRedis } from './left-redis.js';
import { mustFind } from './must-find.js';
import { atTheEnd } from './undo.js';

export type BackendName = 'PostgreSQL' | 'Redis';

/** Where bells hang. */
export interface Backend {
  readonly name: BackendName;
  /** The address, as settings name it. */
  readonly url: string;
  connect(failed: (error: unknown) => void): Promise<BellConnection>;
  /** What its queues take, in bytes: on PostgreSQL the tables with their indexes, of Redis its memory. */
  weigh(): Promise<number>;
}

/** Which of the two can be had here: PostgreSQL always, Redis where it is installed. */
export const backendNames: readonly BackendName[] = ['PostgreSQL', 'Redis'];

/** Both, the second started for this run; without a redis-server on this machine the first alone. */
export async function openBackends(server: BenchServer): Promise<readonly Backend[]> {
  const postgres = onPostgres(server);
  return redisIsHere() ? [postgres, await startedRedis(server.folder)] : [postgres];
}

/** As the tests find it. */
export const redisProgram = process.env.CELLRELAY_TEST_REDIS ?? 'redis-server';

function redisIsHere(): boolean {
  return spawnSync(redisProgram, ['--version']).status === 0;
}

/** BullMQ makes a sequence for a queue as whoever first hangs many bells in it, which a server that was started here may have been; who forgets them all must own it. */
const ownedBy = (role: string): string => `do $$ declare own text; begin
  for own in select sequencename from pg_sequences where schemaname = 'bullmq' and sequencename like 'bullmq_jid_%' loop
    execute format('alter sequence bullmq.%I owner to ${role}', own);
  end loop;
end $$`;

function onPostgres({ workerUrl, admin }: BenchServer): Backend {
  return {
    name: 'PostgreSQL',
    url: workerUrl,
    connect: async (failed) => {
      await admin.query(ownedBy(new URL(workerUrl).username));
      return bellsOnPostgres(workerUrl, { poolSize: 8, failed });
    },
    weigh: async () => {
      const text = `select sum(pg_total_relation_size(oid))::float8 as bytes from pg_class where relkind = 'r' and relnamespace = 'bullmq'::regnamespace`;
      return mustFind((await admin.query<{ bytes: number }>(text)).rows, 0).bytes;
    },
  };
}

/** Bells survive its restart, as the guide for operators wants it: what every write costs is in the figures. */
async function startedRedis(folder: string): Promise<Backend> {
  const redis = await RedisServer.start(['appendonly yes', 'appendfsync everysec']);
  atTheEnd(() => redis.stop());
  await redis.ask((client) => noteRedis(folder, client));
  return {
    name: 'Redis',
    url: redis.url,
    connect: (failed) => bellsOnRedis(redis.url, failed),
    weigh: () => redis.ask(usedMemory),
  };
}

async function usedMemory(client: Redis): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await client.info('memory'))?.[1]);
}
