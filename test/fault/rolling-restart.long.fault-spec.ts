import { setTimeout } from 'node:timers/promises';
import type { ShipmentId } from '@cellrelay/kernel';
import { openApiStack, type ApiStack } from '../../apps/ops/src/stack/open-stack.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { RedisServer } from '../support/redis-server.js';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.js';
import { callsOfPlan, planShipments, recorded, seatsHeld } from './support/seats.js';
import { stackOn } from './support/stacks.js';

let where: ThrowAwayDatabase;
let redis: RedisServer;
let api: ApiStack;
const workers: WorkerProcess[] = [];

beforeEach(async () => {
  [where, redis] = await Promise.all([throwAwayDatabase(), RedisServer.start()]);
  api = await openApiStack(stackOn(where, [], { redisUrl: redis.url }));
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

/** How often the seats of each were recorded as held. */
async function heldEvents(ids: readonly ShipmentId[]): Promise<readonly number[]> {
  const logs = await Promise.all(ids.map((id) => recorded(api.api.pool, id)));
  return logs.map((log) => log['SeatsHeld'] ?? 0);
}

it('workers come, go and die, and every call is made and recorded once', async () => {
  const [first, second] = [await worker(), await worker()];
  const early = await planShipments(api.issue, 8);
  expect(await first.end()).toBe(0);
  await worker();
  const meanwhile = await planShipments(api.issue, 8, 9);
  await second.kill();
  const all = [...early, ...meanwhile, ...(await planShipments(api.issue, 4, 17))];
  await seatsHeld(api.api.shipments, all);
  expect(await heldEvents(all)).toEqual(Array.from({ length: 20 }, () => callsOfPlan));
}, 180_000);

it('without a worker nothing is called, the control: the bells hang', async () => {
  const ids = await planShipments(api.issue, 2);
  await setTimeout(2_000);
  expect(await heldEvents(ids)).toEqual([0, 0]);
  expect(await api.bell.waiting()).toBeGreaterThan(0);
});
