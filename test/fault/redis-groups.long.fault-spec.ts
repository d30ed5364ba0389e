import { setTimeout } from 'node:timers/promises';
import { bellsOnRedis, RedisUnfit } from '@cellrelay/adapter-bullmq';
import { noRelay } from '@cellrelay/use-cases';
import { openApiStack, openStack, type ApiStack } from '../../apps/ops/src/stack/open-stack.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { clusterOfThree, redisOverTls, watchedPair, type RedisGroup } from '../support/redis-groups.js';
import { startWorkerProcess } from '../support/worker-process.js';
import { heldSeats, planShipments, seatsHeld } from './support/seats.js';
import { stackOn } from './support/stacks.js';

const groups: RedisGroup[] = [];
const stacks: ApiStack[] = [];
let where: ThrowAwayDatabase;

beforeEach(async () => (where = await throwAwayDatabase()));
afterEach(async () => {
  for (const each of stacks.splice(0)) await each.close();
  await where.drop();
  for (const each of groups.splice(0)) await each.stop();
});

async function started<Group extends RedisGroup>(group: Promise<Group>): Promise<Group> {
  groups.push(await group);
  return group;
}

async function opened<Opened extends ApiStack>(stack: Promise<Opened>): Promise<Opened> {
  stacks.push(await stack);
  return stack;
}

describe('the master of Redis dies under a sentinel', () => {
  it('and bells ring on where its replica is the master', async () => {
    const { url, servers } = await started(watchedPair());
    const stack = await opened(openStack(stackOn(where, [], { redisUrl: url })));
    await servers[0]?.kill();
    await planShipments(stack.issue, 1);
    await seatsHeld(stack.api.shipments);
    const role = await servers[1]?.ask((client) => client.info('replication'));
    expect(role).toContain('role:master');
  });

  it('and whoever knows its address alone is silent, the control', async () => {
    const { servers } = await started(watchedPair());
    const [master, replica] = servers;
    const stack = await opened(openStack(stackOn(where, [], { redisUrl: master?.url ?? '' })));
    await master?.kill();
    await planShipments(stack.issue, 1);
    let role = '';
    while (!role.includes('role:master')) role = (await replica?.ask((client) => client.info('replication'))) ?? '';
    await setTimeout(2_000);
    expect(await heldSeats(stack.api.shipments)).toBe(0);
  });
});

it('a cluster is refused whichever of its masters would evict, and taken when none would', async () => {
  const { servers, url } = await started(clusterOfThree());
  for (const [index] of servers.entries()) {
    for (const [other, each] of servers.entries())
      await each.ask((client) =>
        client.config('SET', 'maxmemory-policy', other === index ? 'allkeys-lru' : 'noeviction'),
      );
    const refused = await bellsOnRedis(url, () => undefined).catch((error: unknown) => error);
    expect([index, refused]).toEqual([index, expect.any(RedisUnfit)]);
  }
  for (const each of servers) await each.ask((client) => client.config('SET', 'maxmemory-policy', 'noeviction'));
  await (await bellsOnRedis(url, () => undefined)).close();
});

describe('a Redis behind TLS', () => {
  it('serves a worker that knows its authority', async () => {
    const { url, authority } = await started(redisOverTls());
    const api = await opened(openApiStack(stackOn(where, [], { sweepEveryMs: null, after: noRelay })));
    const worker = await startWorkerProcess({
      DATABASE_URL: where.ownerUrl,
      REDIS_URL: url,
      NODE_EXTRA_CA_CERTS: authority,
    });
    await planShipments(api.issue, 1);
    await seatsHeld(api.api.shipments);
    expect(await worker.end()).toBe(0);
  });

  it('is refused by one that does not, with the reason', async () => {
    const { url } = await started(redisOverTls());
    const refused = await bellsOnRedis(url, () => undefined).catch((error: unknown) => String(error));
    expect(refused).toContain('self-signed certificate');
  });
});
