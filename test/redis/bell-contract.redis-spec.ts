import { bellContract } from '@cellrelay/testkit';
import { BullmqUnderTest } from '../support/bells.js';
import { clusterOfThree } from '../support/redis-groups.js';
import { RedisServer } from '../support/redis-server.js';

const servers: { stop(): Promise<void> }[] = [];
const bells: BullmqUnderTest[] = [];

async function under(url: string): Promise<BullmqUnderTest> {
  const opened = await BullmqUnderTest.at(url);
  bells.push(opened);
  return opened;
}

async function started<Server extends { stop(): Promise<void> }>(server: Promise<Server>): Promise<Server> {
  servers.push(await server);
  return server;
}

bellContract('BullMQ on Redis', async () => under((await started(RedisServer.start())).url));

bellContract('BullMQ on a Redis that a sentinel knows', async () => {
  const master = await started(RedisServer.start());
  const sentinel = await started(RedisServer.startSentinel(master));
  return under(`redis+sentinel://127.0.0.1:${sentinel.port}/relay`);
});

bellContract('BullMQ on a Redis cluster', async () => {
  const node = await started(RedisServer.startCluster());
  return under(`redis+cluster://127.0.0.1:${node.port}`);
});

bellContract('BullMQ on a Redis cluster of three nodes', async () => under((await started(clusterOfThree())).url));

afterAll(async () => {
  for (const each of bells) await each.close();
  for (const server of servers) await server.stop();
});
