import { Cluster } from 'ioredis';
import { createRedisBackend, withBackend } from 'bullmq';
import { messageOf } from '@cellrelay/kernel';
import type { BellConnection, BellJob, BellQueue, QueueName } from './connection.js';
import { redisAddressOf, redisForms, type RedisAddress } from './redis-address.js';
import { redisClient, type RedisClient } from './redis-client.js';

/** BullMQ's constructors on Redis. */
export const onRedis = withBackend(createRedisBackend);

/**
 * All keys of one database's bells begin so: a job names an item by its number, and in another database, such as a restored one, that number is another item. Whoever
 * answered it there would put the bell off until that one is due. The braces keep the keys in one slot of a cluster, as BullMQ's scripts need.
 */
const prefixOf = (database: string): string => (database === '' ? '{cellrelay}' : `{cellrelay-${database}}`);

/** A server that has not answered for so long is taken for gone, unless told: twice as long as a worker blocks. */
const standardSilentAfterMs = 20_000;

/** Redis that bells must not hang in: it cannot be reached, or would throw bells away to make room. */
export class RedisUnfit extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'RedisUnfit';
  }
}

const reachedKeptMs = 60_000;

export interface RedisBells {
  /** Whose items ring here, by a name that no other database has: several may share a Redis. */
  readonly database?: string | undefined;
  /** A server that has not answered for so long is taken for gone; twice as long as a worker blocks, unless told. */
  readonly silentAfterMs?: number | undefined;
}

/**
 * Connects to Redis and proves it fit: reached, and with the eviction policy `noeviction`. Throws RedisUnfit with what is wrong and what is wanted,
 * and no password. A server that goes away later is waited for; meanwhile bells cannot be hung, and the sweep hangs them when it is back.
 */
export async function bellsOnRedis(
  url: string,
  failed: (error: unknown) => void,
  { database = '', silentAfterMs = standardSilentAfterMs }: RedisBells = {},
): Promise<BellConnection> {
  const prefix = prefixOf(database);
  const address = redisAddressOf(url);
  if (address === undefined)
    throw new RedisUnfit(`REDIS_URL has none of the forms ${redisForms.join('; ')} (rediss for TLS).`);
  let heard: unknown;
  const telling = (error: unknown): void => {
    heard = error;
    failed(error);
  };
  const hanging = redisClient(address, 'fails-fast', { failed: telling, silentAfterMs });
  const clients = [hanging];
  const close = (): Promise<void> => {
    clients.forEach((client) => client.disconnect());
    return Promise.resolve();
  };
  try {
    await proveFit(hanging, address, () => heard);
    // Not before: given up in the midst of shaking hands over TLS, a client may fail with nobody listening.
    const answering = redisClient(address, 'waits', { failed, silentAfterMs });
    clients.push(answering);
    // A queue whose first look fails would stay broken for good: none is given out before that look.
    const queues = await openQueues({ connection: hanging, prefix }, failed);
    return {
      queue: (name) => queues[name],
      worker: (name, answer, options, toldOf) =>
        new onRedis.Worker<BellJob, void>(name, answer, { ...options, connection: answering, prefix })
          .on('error', toldOf)
          .on('failed', (_job, error) => toldOf(error)),
      reach: () => written(hanging, prefix),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A server that is away, is no master any more, or has no memory left says so to a write. What is written goes by itself, and lies where the queues' keys lie. */
async function written(client: RedisClient, prefix: string): Promise<void> {
  await client.set(`${prefix}:reached`, '1', 'PX', reachedKeptMs);
}

async function openQueues(
  reach: { readonly connection: RedisClient; readonly prefix: string },
  failed: (error: unknown) => void,
): Promise<Readonly<Record<QueueName, BellQueue>>> {
  const open = async (name: QueueName): Promise<BellQueue> => {
    const queue = new onRedis.Queue<BellJob>(name, reach).on('error', failed);
    await queue.waitUntilReady();
    return queue;
  };
  return { bells: await open('bells'), outbound: await open('outbound') };
}

/** The client says of a connection only that it is closed; why is what was heard of it before. */
async function proveFit(client: RedisClient, address: RedisAddress, heard: () => unknown): Promise<void> {
  const where = saidOf(address);
  await client.connect().catch((error: unknown) => {
    const why = heard() ?? error;
    throw new RedisUnfit(`Redis at ${where} cannot be reached: ${messageOf(why)}`);
  });
  // Any master of a cluster may come to hold the bells.
  const masters = client instanceof Cluster ? client.nodes('master') : [client];
  for (const master of masters) {
    const policy = /^maxmemory_policy:(\S+)/m.exec(await master.info('memory'))?.[1];
    if (policy !== 'noeviction')
      throw new RedisUnfit(
        `Redis at ${where} has the eviction policy ${policy ?? 'unknown'} and would throw bells away when memory is short: set maxmemory-policy to noeviction.`,
      );
  }
}

/** The address without names and passwords. */
function saidOf(address: RedisAddress): string {
  const nodes = address.form === 'single' ? [address.node] : address.nodes;
  return nodes.map(({ host, port }) => `${host}:${port}`).join(', ');
}
