import { exampleShipment, issueAll, openShipment, proposePlan } from '@cellrelay/testkit';
import type { ShipmentId } from '@cellrelay/kernel';
import { createLogger } from '@cellrelay/platform';
import { openApiStack, type ApiStack } from '../../apps/ops/src/stack/open-stack.js';
import { broughtNear } from '../support/brought-near.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { RedisServer } from '../support/redis-server.js';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.js';

let where: ThrowAwayDatabase;
let redis: RedisServer;
let api: ApiStack;
const workers: WorkerProcess[] = [];
let opened = 0;

beforeEach(async () => {
  [where, redis] = await Promise.all([throwAwayDatabase(), RedisServer.start()]);
  const logger = createLogger({ level: 'error', form: 'json', write: (line) => process.stderr.write(line) });
  api = await openApiStack({
    urls: where,
    redisUrl: redis.url,
    logger,
    script: { seed: 1, lines: [] },
    sweepEveryMs: null,
  });
});
afterEach(async () => {
  for (const each of workers.splice(0)) await each.kill();
  await api.close();
  await Promise.all([where.drop(), redis.stop()]);
});

async function worker(): Promise<WorkerProcess> {
  const started = await startWorkerProcess({ DATABASE_URL: where.ownerUrl, REDIS_URL: redis.url });
  workers.push(started);
  return started;
}

/** Opens so many shipments, each with two calls for seats that are due at once. */
async function plan(count: number): Promise<readonly ShipmentId[]> {
  const ids = Array.from({ length: count }, () => exampleShipment((opened += 1)));
  for (const id of ids)
    await issueAll(api.issue, id, broughtNear([openShipment(id), proposePlan(1)], '2024-09-04', 100));
  return ids;
}

/** How often each of a shipment's seats was recorded as held. */
async function heldEvents(id: ShipmentId): Promise<number> {
  const found = await api.api.pool.query<{ count: number }>(
    `select count(*)::integer as count from cellrelay.event where shipment = $1 and text like '%"type":"SeatsHeld"%'`,
    [id],
  );
  return found.rows[0]?.count ?? 0;
}

async function allHeld(ids: readonly ShipmentId[]): Promise<void> {
  for (const id of ids) while ((await heldEvents(id)) < 2) await new Promise((resolve) => setTimeout(resolve, 50));
}

it('workers come, go and die, and every call is made and recorded once', async () => {
  const [first, second] = [await worker(), await worker()];
  const early = await plan(8);
  expect(await first.end()).toBe(0);
  await worker();
  const meanwhile = await plan(8);
  await second.kill();
  const late = await plan(4);
  const all = [...early, ...meanwhile, ...late];
  await allHeld(all);
  expect(new Set(all).size).toBe(20);
  expect(await Promise.all(all.map(heldEvents))).toEqual(all.map(() => 2));
}, 180_000);

it('without a worker nothing is called: the control', async () => {
  const ids = await plan(2);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(await Promise.all(ids.map(heldEvents))).toEqual([0, 0]);
  expect(await api.bell.waiting()).toBeGreaterThan(0);
});
