import { setTimeout } from 'node:timers/promises';
import { rehearsalDesks } from '@cellrelay/adapter-desks';
import { openDatabase, verify, type Database } from '@cellrelay/adapter-postgres';
import { exampleShipment } from '@cellrelay/testkit';
import { IssueCommand, noRelay } from '@cellrelay/use-cases';
import pg from 'pg';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { airports, openWorkerStack, type WorkerStack } from '../../apps/ops/src/stack/open-stack.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { RedisServer } from '../support/redis-server.js';
import { eventually } from './support/eventually.js';
import { callsOfPlan, planShipments } from './support/seats.js';
import { stackOn } from './support/stacks.js';

/** Some seven items of each shipment are due at once. 10,000 is the same with `CELLRELAY_TEST_MANY=1430`. */
const shipments = Number(process.env.CELLRELAY_TEST_MANY ?? 30);
const poolSize = 8;

let where: ThrowAwayDatabase;
let database: Database;
let workers: readonly WorkerStack[] = [];
let asked: string[] = [];

beforeEach(async () => {
  [workers, asked] = [[], []];
  where = await throwAwayDatabase();
  database = await openDatabase({ url: where.workerUrl, folding });
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.close()));
  await database.close();
  await where.drop();
});

const p99 = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length * 0.99)] ?? 0;
const due = () => database.agenda.due({ fromMs: null, toMs: 0 }, 100_000);

/** How many items somebody is at. */
async function leased(): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(
    'select count(*)::integer as count from cellrelay.agenda_item where closed_at is null and lease_until is not null',
  );
  return rows[0]?.count ?? 0;
}

/** Desks that note under which key they were asked to hold seats, and take so long. */
const slowDesks = (forMs: number) =>
  rehearsalDesks({ seed: 1, lines: [] }, airports).map((desk) => ({
    ...desk,
    call: async (call: Parameters<typeof desk.call>[0]) => {
      if (call.kind === 'hold-seats') asked.push(call.idempotencyKey);
      await setTimeout(forMs);
      return desk.call(call);
    },
  }));

/** How often seats were recorded as held, by each bell that was answered and of each shipment. */
async function timesHeld(): Promise<{ readonly byBell: readonly number[]; readonly byShipment: readonly number[] }> {
  const times = async (by: string): Promise<readonly number[]> => {
    const { rows } = await database.pool.query<{ count: number }>(
      `select count(*)::integer as count from cellrelay.event where text::json -> 'event' ->> 'type' = 'SeatsHeld' group by ${by}`,
    );
    return rows.map(({ count }) => count);
  };
  return { byBell: await times(`text::json ->> 'commandId'`), byShipment: await times('shipment') };
}

const onceEach = (count: number) => ({
  byBell: Array.from({ length: callsOfPlan * count }, () => 1),
  byShipment: Array.from({ length: count }, () => callsOfPlan),
});

it('items that are due in one second all ring, once each, while questions are answered and pools keep their size', async () => {
  await planShipments(new IssueCommand(database.shipments, noRelay), shipments);
  const first = await due();
  expect(first.length).toBeGreaterThan(5 * shipments);
  const began = performance.now();
  const options = stackOn(where, [], { poolSize, sweepEveryMs: 1_000, rehearsal: slowDesks(0) });
  workers = [await openWorkerStack(options), await openWorkerStack(options)];
  const answers: number[] = [];
  let connections = 0;
  await eventually(async () => {
    const asked = performance.now();
    await database.shipments.load(exampleShipment());
    answers.push(performance.now() - asked);
    const found = await database.pool.query<{ count: number }>(
      `select count(*)::integer as count from pg_stat_activity where datname = current_database()`,
    );
    connections = Math.max(connections, found.rows[0]?.count ?? 0);
    return (await due()).length === 0 && (await leased()) === 0;
  });
  const seconds = (performance.now() - began) / 1_000;
  const rate = `${first.length} items in ${seconds.toFixed(1)} s, a question's p99 ${p99(answers).toFixed(0)} ms, ${connections} connections`;
  if (process.env.CELLRELAY_TEST_MANY !== undefined) process.stderr.write(`${rate}\n`);
  // Two pools for each worker, and the asker's own.
  expect(connections).toBeLessThanOrEqual(2 * 2 * poolSize + 10);
  expect(p99(answers)).toBeLessThan(1_000);
  expect(await timesHeld()).toEqual(onceEach(shipments));
  expect(asked).toHaveLength(callsOfPlan * shipments);
  expect(new Set(asked).size).toBe(asked.length);
  expect((await verify(database.pool, derivations)).differences).toEqual([]);
}, 300_000);

it('not all of them ring where half were hung and nobody sweeps, the control', async () => {
  await planShipments(new IssueCommand(database.shipments, noRelay), shipments);
  const calls = (await due()).filter(({ stage, does }) => stage === 'flight-booking' && does === 'call');
  workers = [await openWorkerStack(stackOn(where, [], { sweepEveryMs: null, after: noRelay }))];
  await workers[0]!.bell.arm(calls.slice(0, shipments));
  const rung = async (): Promise<number> => (await timesHeld()).byBell.length;
  await eventually(async () => (await rung()) === shipments);
  await setTimeout(2_000);
  expect(await rung()).toBe(shipments);
  expect(await timesHeld()).not.toEqual(onceEach(shipments));
}, 300_000);

describe('two workers, each with a queue of its own in which all of it hangs,', () => {
  let redis: RedisServer;
  beforeEach(async () => (redis = await RedisServer.start()));
  // Workers wait for it: they are closed before it goes.
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    workers = [];
    await redis.stop();
  });

  /** Sweeps of both hang every item; a desk takes long enough for the second to come while the first is at it. */
  async function bothRing(): Promise<void> {
    await planShipments(new IssueCommand(database.shipments, noRelay), shipments);
    const options = stackOn(where, [], { poolSize, rehearsal: slowDesks(200) });
    workers = await Promise.all([openWorkerStack(options), openWorkerStack({ ...options, redisUrl: redis.url })]);
    await eventually(async () => (await timesHeld()).byBell.length === callsOfPlan * shipments);
  }

  it('ask a desk once for each: the lease decides', async () => {
    await bothRing();
    expect(asked.toSorted()).toEqual([...new Set(asked)].sort());
    expect(await timesHeld()).toEqual(onceEach(shipments));
  }, 300_000);

  it('ask it twice where a lease is no obstacle, the control; what they record is recorded once even so', async () => {
    await leasesForAnybody();
    await bothRing();
    expect(asked.length).toBeGreaterThan(new Set(asked).size);
    expect(await timesHeld()).toEqual(onceEach(shipments));
  }, 300_000);
});

/** From now on a lease that was taken keeps nobody away. */
async function leasesForAnybody(): Promise<void> {
  const owner = new pg.Client({ connectionString: where.ownerUrl });
  await owner.connect();
  await owner.query(
    `create function cellrelay.for_anybody() returns trigger language plpgsql as 'begin new.lease_until := null; return new; end'`,
  );
  await owner.query(
    'create trigger for_anybody before update on cellrelay.agenda_item for each row execute function cellrelay.for_anybody()',
  );
  await owner.end();
}

it('a look takes no more than its batch, whatever is due: the control is that there is more', async () => {
  await planShipments(new IssueCommand(database.shipments, noRelay), shipments);
  const half = await database.agenda.due({ fromMs: null, toMs: 0 }, 100);
  expect(half).toHaveLength(100);
  expect((await due()).length).toBeGreaterThan(half.length);
});
