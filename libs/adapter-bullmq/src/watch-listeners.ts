import type pg from 'pg';

/**
 * A connection that merely listens waits for good when the other side has forgotten it: a proxy or a firewall takes what is sent and says nothing, and the bells
 * of others are heard of only when the worker's own next one is due. So each that is out of the pool for long, as only those are that listen, is asked
 * something now and then; one that does not answer is told of as broken, and BullMQ listens on another.
 */
export function watchListeners(pool: pg.Pool, askEveryMs: number): void {
  const asking = new Map<pg.PoolClient, NodeJS.Timeout>();
  const back = (client: pg.PoolClient): void => {
    clearInterval(asking.get(client));
    asking.delete(client);
  };
  pool.on('acquire', (client) => {
    back(client);
    asking.set(client, setInterval(() => void ask(client, askEveryMs), askEveryMs).unref());
  });
  pool.on('release', (_error, client) => back(client));
  pool.on('remove', back);
}

async function ask(client: pg.PoolClient, withinMs: number): Promise<void> {
  const question = { text: 'select', query_timeout: withinMs };
  try {
    await client.query(question);
  } catch (error) {
    if (client.listenerCount('error') > 0) client.emit('error', error);
  }
}
