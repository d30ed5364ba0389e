import { setTimeout } from 'node:timers/promises';
import { BellWorkers, BullmqBell, bellsOnPostgres, type BellConnection } from '@cellrelay/adapter-bullmq';
import type { Instant } from '@cellrelay/kernel';
import { exampleShipment, issueOne } from '@cellrelay/testkit';
import { noRelay, type BellRequest } from '@cellrelay/use-cases';
import { Redis } from 'ioredis';
import pg from 'pg';
import { openApiStack, openWorkerStack } from '../../apps/ops/src/stack/open-stack.js';
import { quickBells } from '../support/bells.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { RedisServer } from '../support/redis-server.js';
import { eventually, timed } from './support/eventually.js';
import { lineTo, type Line } from './support/line.js';
import { planShipments, plannedShipment, recorded, seatsHeld } from './support/seats.js';
import { soon, stackOn } from './support/stacks.js';

/** In use it is 35 s (20 s to a Redis). */
const silentAfterMs = 2_000;
/** Longer than anything watched takes here to find out, and to try again. */
const boundMs = 20_000;
/** Nobody watches: as good as never. */
const never = 3_600_000;

let where: ThrowAwayDatabase;
const closings: (() => unknown)[] = [];

beforeEach(async () => (where = await throwAwayDatabase()));
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
  await where.drop();
});

async function line(url: string): Promise<Line> {
  const laid = await lineTo(url);
  closings.push(() => laid.close());
  return laid;
}

function closed<T extends { close(): unknown }>(opened: T): T {
  closings.push(() => opened.close());
  return opened;
}

/** What a promise has come to after that long: not even a failure, if it is half-open for good. */
function after<T>(ms: number, promise: Promise<T>): Promise<T | 'nothing'> {
  return Promise.race([promise, setTimeout(ms, 'nothing' as const)]);
}

describe('a line to PostgreSQL that falls silent', () => {
  it('holds a command no longer than its bound, and lets it act once when it is served anew', async () => {
    const to = await line(where.apiUrl);
    const { issue, api } = closed(
      await openApiStack(stackOn({ ...where, apiUrl: to.url }, [], { silentAfterMs, after: noRelay })),
    );
    const [open, plan] = plannedShipment();
    await issueOne(issue, exampleShipment(), open!, 'open');
    to.fallSilent();
    const sent = timed(() => issueOne(issue, exampleShipment(), plan!, 'plan'));
    await setTimeout(silentAfterMs / 2);
    to.serveAnew();
    const { ms, came } = await sent;
    expect(came).toMatchObject({ kind: 'accepted' });
    expect(ms).toBeLessThan(boundMs);
    expect(await recorded(api.pool, exampleShipment())).toMatchObject({ PlanProposed: 1 });
  });

  it.each(['at work', 'at its very start'])('keeps no bell of a worker %s from ringing', async (when) => {
    const to = await line(where.workerUrl);
    const { issue, api } = closed(await openApiStack(stackOn(where, [], { after: noRelay })));
    closed(await openWorkerStack(stackOn({ ...where, workerUrl: to.url }, [], { ...soon, silentAfterMs })));
    if (when === 'at work') await setTimeout(1_500);
    to.fallSilent();
    await planShipments(issue, 1);
    await setTimeout(silentAfterMs);
    to.serveAnew();
    const { ms } = await timed(() => seatsHeld(api.shipments));
    expect(ms).toBeLessThan(boundMs);
  });

  it('is waited for without end by a client that does not watch, the control', async () => {
    const to = await line(where.workerUrl);
    const client = new pg.Client({ connectionString: to.url, keepAlive: true, statement_timeout: silentAfterMs });
    client.on('error', () => undefined);
    await client.connect();
    to.fallSilent();
    const asked = client.query('select 1').catch(() => 'failed');
    to.serveAnew();
    expect(await after(3 * silentAfterMs, asked)).toBe('nothing');
  });
});

const bellFor = (id: string, waitMs: number): BellRequest => ({
  ...{ id, waitMs, revision: 1, stage: 'cell-count', does: 'ring' },
  dueAt: '2024-08-12T14:30:00.000Z' as Instant,
});

/** A worker over a line that falls silent while it waits for a bell that is far away; then one is hung that is due at once. Answers with how long it took to be heard. */
async function heardAfterSilence(over: BellConnection, direct: BellConnection, to: Line): Promise<number | 'nothing'> {
  const rang = new Set<string>();
  const workers = new BellWorkers(over, quickBells, {
    answer: (id) => {
      rang.add(id);
      return Promise.resolve({ kind: 'done' });
    },
    failed: () => undefined,
    nowMs: () => Date.now(),
  });
  const bell = new BullmqBell(direct);
  await bell.arm([bellFor('far', 600_000), bellFor('first', 0)]);
  workers.start();
  await eventually(() => Promise.resolve(rang.has('first')));
  await setTimeout(500);
  to.fallSilent();
  to.serveAnew();
  await bell.arm([bellFor('second', 0)]);
  const { ms } = await timed(() =>
    after(
      boundMs,
      eventually(() => Promise.resolve(rang.has('second'))),
    ),
  );
  closings.push(
    () => after(1_000, workers.close()),
    () => bell.close(),
    // Cut, it leads nowhere any more; silent, it would hold whoever waits for it.
    () => to.close(),
  );
  return rang.has('second') ? ms : 'nothing';
}

describe('a worker that listens on a line that falls silent', () => {
  const onPostgres = (url: string, ms: number) =>
    closed(bellsOnPostgres(url, { poolSize: 6, failed: () => undefined, silentAfterMs: ms }));

  it('hears the next bell within its bound', async () => {
    const to = await line(where.workerUrl);
    const heard = await heardAfterSilence(onPostgres(to.url, silentAfterMs), onPostgres(where.workerUrl, never), to);
    expect(heard).toBeLessThan(boundMs);
  });

  it('hears it when the far one is due, the control: where nobody watches', async () => {
    const to = await line(where.workerUrl);
    const heard = await heardAfterSilence(onPostgres(to.url, never), onPostgres(where.workerUrl, never), to);
    expect(heard).toBe('nothing');
  });
});

describe('a line to Redis that falls silent', () => {
  let redis: RedisServer;
  beforeAll(async () => (redis = await RedisServer.start()));
  afterAll(() => redis.stop());

  /** Longer than a worker blocks when no bell is hung: five seconds. */
  const redisSilentAfterMs = 6_000;

  it('keeps no bell from ringing: commands are committed, and worker and sweep go on over new connections', async () => {
    const to = await line(redis.url);
    const { issue, api } = closed(await openApiStack(stackOn(where, [], { after: noRelay })));
    const options = stackOn(where, [], { ...soon, redisUrl: to.url, silentAfterMs: redisSilentAfterMs });
    closed(await openWorkerStack(options));
    to.fallSilent();
    await planShipments(issue, 1);
    await setTimeout(500);
    to.serveAnew();
    const { ms } = await timed(() => seatsHeld(api.shipments));
    expect(ms).toBeLessThan(boundMs + redisSilentAfterMs);
  });

  it('is waited for without end by a client that does not watch, the control', async () => {
    const to = await line(redis.url);
    const client = new Redis(to.url, { keepAlive: 10_000, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    closings.push(() => client.disconnect());
    await client.ping();
    to.fallSilent();
    const asked = client.ping().catch(() => 'failed');
    to.serveAnew();
    expect(await after(2 * redisSilentAfterMs, asked)).toBe('nothing');
  });
});
