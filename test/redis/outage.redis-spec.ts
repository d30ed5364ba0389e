import { RedisUnfit, bellsOnRedis } from '@cellrelay/adapter-bullmq';
import { exampleShipment, issueAll, openShipment, proposePlan } from '@cellrelay/testkit';
import { createLogger } from '@cellrelay/platform';
import { noRelay, type AfterCommit } from '@cellrelay/use-cases';
import { openStack, type Stack } from '../../apps/ops/src/stack/open-stack.js';
import { broughtNear } from '../support/brought-near.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { RedisServer } from '../support/redis-server.js';

const shipment = exampleShipment();
const told: string[] = [];
let where: ThrowAwayDatabase;
let redis: RedisServer;
let stack: Stack;

beforeEach(async () => {
  [where, redis] = await Promise.all([throwAwayDatabase(), RedisServer.start()]);
  told.length = 0;
});
afterEach(async () => {
  redis.letGo();
  await redis.again();
  await stack.close();
  await Promise.all([where.drop(), redis.stop()]);
});

async function opened(sweepEveryMs: number | null, after?: AfterCommit): Promise<void> {
  const logger = createLogger({ level: 'warn', form: 'json', write: (line) => told.push(line) });
  const script = { seed: 1, lines: [] };
  const more = after === undefined ? {} : { after };
  stack = await openStack({ urls: where, redisUrl: redis.url, logger, script, sweepEveryMs, ...more });
}

/** Two calls for seats, due at once. */
const plan = () => issueAll(stack.issue, shipment, broughtNear([openShipment(), proposePlan(1)], '2024-09-04', 100));

async function heldSeats(): Promise<number> {
  const bookings = (await stack.api.shipments.load(shipment))?.stages['flight-booking'].bookings ?? [];
  return bookings.filter((booking) => booking.status === 'held').length;
}

/** Resolves when both seats are held; the test's own time bounds the wait. */
async function seatsHeld(): Promise<void> {
  while ((await heldSeats()) < 2) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('bells in Redis', () => {
  it('ring through the relay alone when nothing is lost', async () => {
    await opened(null);
    await plan();
    await seatsHeld();
  });

  it('are rung by the sweep when Redis was emptied', async () => {
    await opened(200, noRelay);
    await redis.ask((client) => client.flushall());
    await plan();
    await redis.ask((client) => client.flushall());
    await seatsHeld();
  });

  it('stay silent when Redis was emptied and nobody sweeps', async () => {
    await opened(null, noRelay);
    await plan();
    await redis.ask((client) => client.flushall());
    expect([await stack.bell.waiting(), await heldSeats()]).toEqual([0, 0]);
  });

  it('ring after Redis was killed and came back empty; what was commanded meanwhile is committed at once', async () => {
    await opened(200);
    await redis.kill();
    const began = performance.now();
    await plan();
    expect(performance.now() - began).toBeLessThan(9_000);
    expect(await heldSeats()).toBe(0);
    expect(told.join()).toContain('bells-unreachable');
    await redis.again();
    await seatsHeld();
  });

  it('ring after Redis was silent for longer than anybody waits for it', async () => {
    await opened(200);
    redis.hold();
    await plan();
    expect(await heldSeats()).toBe(0);
    redis.letGo();
    await seatsHeld();
  });

  it('ring after Redis had no memory left', async () => {
    await opened(200);
    await redis.ask((client) => client.config('SET', 'maxmemory', '1'));
    await plan();
    expect(await heldSeats()).toBe(0);
    expect(told.join()).toContain('OOM');
    await redis.ask((client) => client.config('SET', 'maxmemory', '0'));
    await seatsHeld();
  });
});

describe('a Redis that is not fit', () => {
  const start = async (url: string): Promise<unknown> => {
    await opened(null);
    return bellsOnRedis(url, () => undefined).catch((error: unknown) => error);
  };

  it('throws bells away: refused, with what is wanted', async () => {
    await redis.ask((client) => client.config('SET', 'maxmemory-policy', 'allkeys-lru'));
    const refused = await bellsOnRedis(redis.url, () => undefined).catch((error: unknown) => error);
    await redis.ask((client) => client.config('SET', 'maxmemory-policy', 'noeviction'));
    await opened(null);
    expect(refused).toBeInstanceOf(RedisUnfit);
    expect(String(refused)).toContain('allkeys-lru');
    expect(String(refused)).toContain('noeviction');
  });

  it('is not there: refused, without the password', async () => {
    const refused = await start('redis://relay:ZZ-TELLTALE@127.0.0.1:1');
    expect(refused).toBeInstanceOf(RedisUnfit);
    expect(String(refused)).toContain('127.0.0.1:1');
    expect(String(refused)).not.toContain('TELLTALE');
  });

  it('has no address: refused, with the forms there are', async () => {
    expect(String(await start('localhost'))).toContain('redis+cluster://');
  });
});
