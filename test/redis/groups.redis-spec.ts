import { bellsOnRedis, RedisUnfit } from '@cellrelay/adapter-bullmq';
import { bellContract, exampleShipment, issueAll, openShipment, proposePlan } from '@cellrelay/testkit';
import { createLogger } from '@cellrelay/platform';
import { noRelay } from '@cellrelay/use-cases';
import { openApiStack, openStack, type ApiStack } from '../../apps/ops/src/stack/open-stack.js';
import { BullmqUnderTest } from '../support/bells.js';
import { broughtNear } from '../support/brought-near.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { clusterOfThree, redisOverTls, watchedPair, type RedisGroup } from '../support/redis-groups.js';
import { startWorkerProcess } from '../support/worker-process.js';

const logger = createLogger({ level: 'error', form: 'json', write: () => undefined });
const script = { seed: 1, lines: [] };
const planned = broughtNear([openShipment(), proposePlan(1)], '2024-09-04', 100);
const groups: RedisGroup[] = [];
const bells: BullmqUnderTest[] = [];
const stacks: ApiStack[] = [];
const shipment = exampleShipment();
let where: ThrowAwayDatabase;

beforeEach(async () => (where = await throwAwayDatabase()));
afterEach(async () => {
  for (const each of stacks.splice(0)) await each.close();
  await where.drop();
});
afterAll(async () => {
  for (const each of bells) await each.close();
  for (const each of groups) await each.stop();
});

async function started<Group extends RedisGroup>(group: Promise<Group>): Promise<Group> {
  groups.push(await group);
  return group;
}

async function opened<Opened extends ApiStack>(stack: Promise<Opened>): Promise<Opened> {
  stacks.push(await stack);
  return stack;
}

/** Resolves when both seats are held; the test's own time bounds the wait. */
async function seatsHeld({ api }: ApiStack): Promise<void> {
  for (let held = 0; held < 2; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const bookings = (await api.shipments.load(shipment))?.stages['flight-booking'].bookings ?? [];
    held = bookings.filter(({ status }) => status === 'held').length;
  }
}

bellContract('BullMQ on a Redis cluster of three nodes', async () => {
  const cluster = await BullmqUnderTest.at((await started(clusterOfThree())).url);
  bells.push(cluster);
  return cluster;
});

it('a cluster of which one master would evict is refused', async () => {
  const { servers, url } = await started(clusterOfThree());
  for (const [index, server] of servers.entries()) {
    for (const [other, each] of servers.entries())
      await each.ask((client) =>
        client.config('SET', 'maxmemory-policy', other === index ? 'allkeys-lru' : 'noeviction'),
      );
    const refused = await bellsOnRedis(url, () => undefined).catch((error: unknown) => error);
    expect([server.port, refused]).toEqual([server.port, expect.any(RedisUnfit)]);
  }
});

it('bells ring on after the sentinels have made the replica the master', async () => {
  const { url, servers } = await started(watchedPair());
  const stack = await opened(openStack({ urls: where, redisUrl: url, logger, script, sweepEveryMs: 200 }));
  await servers[0]?.kill();
  await issueAll(stack.issue, shipment, planned);
  await seatsHeld(stack);
  const role = await servers[1]?.ask((client) => client.info('replication'));
  expect(role).toContain('role:master');
});

describe('a Redis behind TLS', () => {
  it('serves a worker that knows its authority', async () => {
    const { url, authority } = await started(redisOverTls());
    const api = await opened(openApiStack({ urls: where, logger, script, sweepEveryMs: null, after: noRelay }));
    const worker = await startWorkerProcess({
      DATABASE_URL: where.ownerUrl,
      REDIS_URL: url,
      NODE_EXTRA_CA_CERTS: authority,
    });
    await issueAll(api.issue, shipment, planned);
    await seatsHeld(api);
    expect(await worker.end()).toBe(0);
  });

  it('is refused by one that does not, with the reason', async () => {
    const { url } = await started(redisOverTls());
    const refused = await bellsOnRedis(url, () => undefined).catch((error: unknown) => String(error));
    expect(refused).toContain('self-signed certificate');
  });
});
