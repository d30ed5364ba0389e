import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { RedisAddress } from './redis-address.js';

export type RedisClient = Redis | Cluster;

/** How patient a client's commands are. Whoever hangs a bell has committed already and must not be held; a worker waits for Redis as long as it takes. */
export type Patience = 'fails-fast' | 'waits';

const patience: Readonly<Record<Patience, RedisOptions>> = {
  'fails-fast': { lazyConnect: true, maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: 10_000 },
  // Connects by itself, and so do its copies on which workers block: one that had to be asked could fail for good.
  waits: { maxRetriesPerRequest: null },
};

const connectWithinMs = 10_000;
const longestPauseMs = 2_000;

/** Tries for good, ever two seconds at most apart: bells are late by no more than that when the server is back. */
function pauseMs(tries: number): number {
  return Math.min(tries * 100, longestPauseMs);
}

/** What a client is told of its connection. */
export interface RedisWatch {
  readonly failed: (error: unknown) => void;
  /** A connection on which an answer is waited for longer leads nowhere: it is made anew. Workers block for ten seconds at most. */
  readonly silentAfterMs: number;
}

/** A client that connects again after every loss; one that fails fast connects first when asked to. What breaks is told to `failed`. */
export function redisClient(address: RedisAddress, how: Patience, watch: RedisWatch): RedisClient {
  const options: RedisOptions = {
    ...patience[how],
    socketTimeout: watch.silentAfterMs,
    connectTimeout: connectWithinMs,
    retryStrategy: pauseMs,
    keepAlive: 10_000,
    connectionName: 'cellrelay-bells',
    ...(address.tls ? { tls: {} } : {}),
    ...(address.username === null ? {} : { username: address.username }),
    ...(address.password === null ? {} : { password: address.password }),
  };
  const client = connectedTo(address, options);
  client.on('error', watch.failed);
  return client instanceof Redis ? mended(client) : client;
}

/** What ioredis 5.11 leaves undone, for a client and for the copies of it on which workers block. */
function mended(client: Redis): Redis {
  withoutOldTimers(client);
  endsBetweenTries(client);
  const duplicate = client.duplicate.bind(client);
  client.duplicate = (override) => mended(duplicate(override));
  return client;
}

/**
 * Told to disconnect between two tries to connect, a client stays there for good: what it was asked is never answered, and whoever waits for its end, as a worker
 * that closes does, waits in vain. So it begins a try, which is broken off, and that ends it.
 */
function endsBetweenTries(client: Redis): void {
  const disconnect = client.disconnect.bind(client);
  client.disconnect = (reconnect) => {
    if (reconnect !== true && client.status === 'reconnecting') void client.connect().catch(() => undefined);
    disconnect(reconnect);
  };
}

/**
 * A connection that is lost while an answer is owed leaves its socketTimeout running, which then breaks the healthy connection that came after it: the timer ends with
 * its connection.
 */
function withoutOldTimers(client: Redis): void {
  const timed = client as unknown as { socketTimeoutTimer: NodeJS.Timeout | undefined };
  client.on('close', () => {
    clearTimeout(timed.socketTimeoutTimer);
    timed.socketTimeoutTimer = undefined;
  });
}

function connectedTo(address: RedisAddress, options: RedisOptions): RedisClient {
  switch (address.form) {
    case 'single':
      return new Redis({ ...options, ...address.node, db: address.db });
    case 'sentinel':
      return new Redis({
        ...options,
        sentinels: [...address.nodes],
        name: address.master,
        db: address.db,
        sentinelRetryStrategy: pauseMs,
        ...(address.tls ? { enableTLSForSentinelMode: true } : {}),
      });
    case 'cluster': {
      const { retryStrategy, lazyConnect, enableOfflineQueue, ...redisOptions } = options;
      return new Cluster([...address.nodes], {
        redisOptions,
        clusterRetryStrategy: pauseMs,
        lazyConnect: lazyConnect ?? false,
        enableOfflineQueue: enableOfflineQueue ?? true,
      });
    }
  }
}
