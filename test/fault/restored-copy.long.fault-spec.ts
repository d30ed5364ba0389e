import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BellWorkers, BullmqBell, bellsOnRedis, type BellConnection } from '@cellrelay/adapter-bullmq';
import { backup, identityOf, openDatabase, verify, type Database } from '@cellrelay/adapter-postgres';
import type { Instant } from '@cellrelay/kernel';
import { createLogger } from '@cellrelay/platform';
import { exampleShipment, issueAll, openShipment, proposePlan } from '@cellrelay/testkit';
import type { BellAnswer } from '@cellrelay/use-cases';
import { restoreFrom } from '../../apps/ops/src/commands/keep.js';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { openApiStack, openWorkerStack } from '../../apps/ops/src/stack/open-stack.js';
import { quickBells } from '../support/bells.js';
import { broughtNear } from '../support/brought-near.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { RedisServer } from '../support/redis-server.js';
import { startWorkerProcess } from '../support/worker-process.js';

const logger = createLogger({ level: 'error', form: 'json', write: (line) => process.stderr.write(line) });
const script = { seed: 1, lines: [] };
const closings: (() => Promise<unknown>)[] = [];
let redis: RedisServer;

beforeEach(async () => (redis = await RedisServer.start()));
afterEach(async () => {
  for (const close of closings.splice(0).toReversed()) await close();
  await redis.stop();
});

async function place(options?: { readonly empty: boolean }): Promise<ThrowAwayDatabase> {
  const made = await throwAwayDatabase(options);
  closings.push(() => made.drop());
  return made;
}

const on = (urls: ThrowAwayDatabase) => ({ urls, redisUrl: redis.url, logger, script, sweepEveryMs: 200 });
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** How often each seat that was asked for was recorded as held, by shipment: of one plan there are two. */
async function held({ pool }: Pick<Database, 'pool'>): Promise<readonly number[]> {
  const found = await pool.query<{ held: number }>(
    `select (select count(*)::integer from cellrelay.event e where e.shipment = s.id and text like '%"type":"SeatsHeld"%') as held
     from cellrelay.shipment s where exists
       (select from cellrelay.event e where e.shipment = s.id and text like '%"type":"PlanProposed"%')`,
  );
  return found.rows.map((row) => row.held);
}

async function allHeld(database: Pick<Database, 'pool'>): Promise<void> {
  while ((await held(database)).some((count) => count < 2)) await pause(100);
}

it('a backup beside api and worker is one moment; restored under another name its bells ring there on the same Redis, and everything is done once in either', async () => {
  const [here, there] = [await place(), await place({ empty: true })];
  const worker = await startWorkerProcess({ DATABASE_URL: here.ownerUrl, REDIS_URL: redis.url });
  closings.push(() => worker.kill());
  const api = await openApiStack(on(here));
  closings.push(() => api.close());
  const plan = async (number: number): Promise<void> => {
    const id = exampleShipment(number);
    await issueAll(api.issue, id, broughtNear([openShipment(id), proposePlan(1)], '2024-09-04', 100));
  };
  const folder = mkdtempSync(path.join(tmpdir(), 'cellrelay-copy-'));
  closings.push(() => Promise.resolve(rmSync(folder, { recursive: true })));
  for (const number of [1, 2, 3, 4]) await plan(number);
  const [kept] = await Promise.all([backup(here.ownerUrl, path.join(folder, 'file')), ...[5, 6, 7, 8, 9].map(plan)]);
  expect(await restoreFrom(there.ownerUrl, path.join(folder, 'file'))).toEqual(kept);
  const copy = await openDatabase({ url: there.ownerUrl, folding });
  closings.push(() => copy.close());
  expect(await verify(copy.pool, derivations)).toMatchObject({ differences: [], shipments: kept['shipment'] });
  const second = await openWorkerStack(on(there));
  closings.push(() => second.close());
  await Promise.all([allHeld(api.api), allHeld(copy)]);
  await pause(1_000);
  expect(new Set([...(await held(api.api)), ...(await held(copy))])).toEqual(new Set([2]));
  expect((await held(api.api)).length).toBe(9);
  for (const { pool } of [api.api, copy]) expect((await verify(pool, derivations)).differences).toEqual([]);
  const keys = await redis.ask((client) => client.keys('*'));
  const names = new Set(keys.map((key) => key.slice(0, key.indexOf('}') + 1)));
  const identities = [await identityOf(here.ownerUrl), await identityOf(there.ownerUrl)];
  expect([...names].toSorted()).toEqual(identities.map((identity) => `{cellrelay-${identity}}`).toSorted());
}, 180_000);

describe('a bell that hangs for an item of the same number in two databases on one Redis', () => {
  const fiveDaysMs = 5 * 86_400_000;
  const dueAt = '2024-08-12T14:30:00.000Z' as Instant;
  const hang = (bell: BullmqBell): Promise<void> =>
    bell.arm([{ id: '12', revision: 1, stage: 'order', does: 'ring', dueAt, waitMs: 0 }]);

  async function connected(database: string): Promise<BellConnection> {
    const connection = await bellsOnRedis(redis.url, () => undefined, { database });
    closings.push(() => connection.close());
    return connection;
  }

  /** Answers bells of a database, and tells of each. */
  function works(connection: BellConnection, answer: BellAnswer): { readonly rang: () => number } {
    let rang = 0;
    const workers = new BellWorkers(connection, quickBells, {
      answer: () => {
        rang += 1;
        return Promise.resolve(answer);
      },
      failed: () => undefined,
      nowMs: () => Date.now(),
    });
    workers.start();
    closings.push(() => workers.close());
    return { rang: () => rang };
  }

  /** The copy's worker is there first, and its item of that number is due in five days. */
  async function rung(here: string, there: string): Promise<number> {
    const copy = works(await connected(there), { kind: 'again', waitMs: fiveDaysMs });
    const connection = await connected(here);
    const bell = new BullmqBell(connection);
    closings.push(() => bell.close());
    await hang(bell);
    if (here === there) while (copy.rang() === 0) await pause(20);
    const ours = works(connection, { kind: 'done' });
    for (let look = 0; look < 20 && ours.rang() === 0; look += 1) {
      await pause(100);
      await hang(bell);
    }
    return ours.rang();
  }

  it('rings in its own, whatever the other answers', async () => {
    expect(await rung('1-100', '1-200')).toBeGreaterThan(0);
  });

  it('would be put off by the other until that one’s item is due, though it is hung again and again: the control', async () => {
    expect(await rung('', '')).toBe(0);
  });
});
