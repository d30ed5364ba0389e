import { setTimeout } from 'node:timers/promises';
import { BellWorkers, bellsOnRedis, type BellConnection } from '@cellrelay/adapter-bullmq';
import { quickBells } from '../support/bells.js';
import { RedisServer } from '../support/redis-server.js';

/** Longer than a worker blocks when no bell is hung: five seconds. */
const silentAfterMs = 6_000;

const told: string[] = [];
let redis: RedisServer;
let connection: BellConnection;
let workers: BellWorkers;

async function working(server: RedisServer, url: string): Promise<void> {
  told.length = 0;
  redis = server;
  const failed = (error: unknown): void => void told.push(String(error));
  connection = await bellsOnRedis(url, failed, { silentAfterMs });
  workers = new BellWorkers(connection, quickBells, {
    ...{ failed, nowMs: () => Date.now() },
    answer: () => Promise.resolve({ kind: 'done' }),
  });
  workers.start();
}

afterEach(async () => {
  await workers.close();
  await connection.close();
  await redis.stop();
});

it.each([
  ['a server', () => RedisServer.start(), 'redis'],
  ['a node of a cluster', () => RedisServer.startCluster(), 'redis+cluster'],
])(
  'a connection to %s that came after a lost one is left alone: what watched the lost one has ended with it',
  async (_, start, scheme) => {
    const server = await start();
    await working(server, `${scheme}://127.0.0.1:${server.port}`);
    await setTimeout(1_000);
    await redis.kill();
    await redis.again();
    await setTimeout(4_000);
    told.length = 0;
    await setTimeout(2 * silentAfterMs);
    expect(told).toEqual([]);
  },
);
