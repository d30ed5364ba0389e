import { EventEmitter, once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { BellWorkers, BullmqBell, bellsOnRedis, type BellConnection } from '@cellrelay/adapter-bullmq';
import type { Instant } from '@cellrelay/kernel';
import type { BellAnswer } from '@cellrelay/use-cases';
import { quickBells } from '../support/bells.js';
import { RedisServer } from '../support/redis-server.js';

const closeMs = 1_500;
let redis: RedisServer;
let connection: BellConnection;

async function working(answer: () => Promise<BellAnswer>): Promise<BellWorkers> {
  redis = await RedisServer.start();
  connection = await bellsOnRedis(redis.url, () => undefined);
  const parts = { answer, failed: () => undefined, nowMs: () => Date.now() };
  const workers = new BellWorkers(connection, { ...quickBells, closeMs }, parts);
  workers.start();
  return workers;
}

/** How long it took; 20 s if it did not come to an end. */
async function tookMs(work: Promise<unknown>): Promise<number> {
  const began = performance.now();
  await Promise.race([work, setTimeout(20_000, undefined, { ref: false })]);
  return performance.now() - began;
}

afterEach(async () => {
  await connection.close();
  await redis.stop();
});

describe('workers that are asked to end while Redis is away', () => {
  it('end at once when they wait for a bell: between two tries to connect as well', async () => {
    const workers = await working(() => Promise.resolve({ kind: 'done' }));
    await setTimeout(500);
    await redis.kill();
    await setTimeout(1_000);
    expect(await tookMs(workers.close())).toBeLessThan(closeMs);
  });

  it('do not wait for good to give back what they were answering', async () => {
    const seat = new EventEmitter();
    const begun = once(seat, 'begun');
    const workers = await working(async () => {
      seat.emit('begun');
      await once(seat, 'done');
      return { kind: 'done' };
    });
    const request = {
      id: '1',
      revision: 1,
      stage: 'order',
      does: 'ring',
      dueAt: '2026-01-01T00:00:00.000Z' as Instant,
    };
    await new BullmqBell(connection).arm([{ ...request, waitMs: 0 } as never]);
    await begun;
    await redis.kill();
    seat.emit('done');
    await setTimeout(300);
    const took = await tookMs(workers.close());
    expect(took).toBeGreaterThan(closeMs - 100);
    expect(took).toBeLessThan(10_000);
  });
});
