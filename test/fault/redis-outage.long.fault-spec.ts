import { setTimeout } from 'node:timers/promises';
import { RedisUnfit, bellsOnRedis } from '@cellrelay/adapter-bullmq';
import { noRelay } from '@cellrelay/use-cases';
import { openStack, type Stack, type StackOptions } from '../../apps/ops/src/stack/open-stack.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { RedisServer } from '../support/redis-server.js';
import { callsOfPlan, heldSeats, planShipments, seatsHeld as allHeld } from './support/seats.js';
import { stackOn } from './support/stacks.js';

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

async function opened(more: Partial<StackOptions> = {}): Promise<void> {
  stack = await openStack(stackOn(where, told, { redisUrl: redis.url, ...more }));
}

const unswept = { sweepEveryMs: null };
const plan = () => planShipments(stack.issue, 1);
const held = () => heldSeats(stack.api.shipments);
const seatsHeld = () => allHeld(stack.api.shipments);

/** Long enough for the sweep to come by ten times, and for a bell to ring many times over. */
const whileMs = 2_000;

/** Long enough to lose the bells before one rings. */
const hungForMs = 1_000;

describe('bells in Redis', () => {
  it('ring through the relay alone when nothing is lost', async () => {
    await opened(unswept);
    await plan();
    await seatsHeld();
  });

  it('are rung by the sweep when Redis was emptied', async () => {
    await opened({ after: noRelay });
    await redis.ask((client) => client.flushall());
    await plan();
    await redis.ask((client) => client.flushall());
    await seatsHeld();
  });

  it.each([
    ['ring all the same', 'was not', (): Promise<unknown> => Promise.resolve(), callsOfPlan],
    ['stay silent', 'was', () => redis.ask((client) => client.flushall()), 0],
  ])('%s when Redis %s emptied while they hung and nobody sweeps, the control', async (_, __, lose, count) => {
    await opened({ ...unswept, after: noRelay });
    await plan();
    const due = await stack.worker.agenda.due({ fromMs: null, toMs: 0 }, 100);
    await stack.bell.arm(due.map((bell) => ({ ...bell, waitMs: hungForMs })));
    expect(await stack.bell.waiting()).toBe(due.length);
    await lose();
    await setTimeout(hungForMs + whileMs);
    expect(await held()).toBe(count);
  });

  it('ring after Redis was killed and came back empty; what was commanded meanwhile is committed at once', async () => {
    await opened();
    await redis.kill();
    const began = performance.now();
    await plan();
    expect(performance.now() - began).toBeLessThan(9_000);
    expect(await held()).toBe(0);
    expect(told.join()).toContain('bells-unreachable');
    await redis.again();
    await seatsHeld();
  });

  it('ring after Redis was silent for longer than anybody waits for it', async () => {
    await opened();
    redis.hold();
    await plan();
    expect(await held()).toBe(0);
    redis.letGo();
    await seatsHeld();
  });

  it('ring after Redis had no memory left', async () => {
    await opened();
    await redis.ask((client) => client.config('SET', 'maxmemory', '1'));
    await plan();
    expect(await held()).toBe(0);
    expect(told.join()).toContain('OOM');
    await redis.ask((client) => client.config('SET', 'maxmemory', '0'));
    await seatsHeld();
  });
});

describe('without the sweep, the control,', () => {
  it.each([
    ['silent', () => Promise.resolve(redis.hold()), () => Promise.resolve(redis.letGo())],
    ['killed', () => redis.kill(), () => redis.again()],
    [
      'without memory',
      () => redis.ask((client) => client.config('SET', 'maxmemory', '1')),
      () => redis.ask((client) => client.config('SET', 'maxmemory', '0')),
    ],
  ])('what was commanded while Redis was %s stays silent after it is well again', async (_, ill, well) => {
    await opened(unswept);
    await ill();
    await plan();
    await well();
    await setTimeout(whileMs);
    expect(await held()).toBe(0);
  });
});

describe('a Redis that is not fit', () => {
  const start = async (url: string): Promise<unknown> => {
    await opened(unswept);
    return bellsOnRedis(url, () => undefined).catch((error: unknown) => error);
  };

  it('throws bells away: refused, with what is wanted', async () => {
    await redis.ask((client) => client.config('SET', 'maxmemory-policy', 'allkeys-lru'));
    const refused = await bellsOnRedis(redis.url, () => undefined).catch((error: unknown) => error);
    await redis.ask((client) => client.config('SET', 'maxmemory-policy', 'noeviction'));
    await opened(unswept);
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
