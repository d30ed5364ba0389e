import type pg from 'pg';

/** Of pg's client, which says so of itself in this field alone: whether it is at no statement. */
export type WatchedClient = pg.PoolClient & { readonly readyForQuery?: boolean | null };

/** Longer at statements than that, and the server's own limit for one has passed as well. */
const mostBusyLooks = 3;

/**
 * A connection that merely listens waits for good when the other side has forgotten it: a proxy or a firewall takes what is sent and says nothing, and the bells
 * of others are heard of only when the worker's own next one is due. So each that listens is asked something now and then; one that does not answer is told of as
 * broken, and BullMQ listens on another. One that is at a statement is left alone, for a question would wait behind it and break it; unless it is found so again
 * and again, as when the line fell silent under the statement that makes it listen.
 */
export function watchListeners(pool: pg.Pool, askEveryMs: number): void {
  const looking = new Map<pg.PoolClient, NodeJS.Timeout>();
  const back = (client: pg.PoolClient): void => {
    clearInterval(looking.get(client));
    looking.delete(client);
  };
  pool.on('acquire', (client) => {
    back(client);
    looking.set(client, setInterval(looksAt(client, askEveryMs), askEveryMs).unref());
  });
  pool.on('release', (_error, client) => back(client));
  pool.on('remove', back);
}

/** A look at one client; it remembers how often in a row it found it at a statement. */
function looksAt(client: WatchedClient, askEveryMs: number): () => void {
  let busy = 0;
  return () => {
    busy = client.readyForQuery === true ? 0 : busy + 1;
    if (busy > mostBusyLooks) broken(client, new Error('it has been at a statement for longer than one may last'));
    else if (busy === 0 && client.listenerCount('notification') > 0) void ask(client, askEveryMs);
  };
}

async function ask(client: WatchedClient, withinMs: number): Promise<void> {
  const question = { text: 'select', query_timeout: withinMs };
  try {
    await client.query(question);
  } catch (error) {
    broken(client, error);
  }
}

/** Whoever listens on it hears of that; a client that nobody listens to for errors has one who waits for its statement. */
function broken(client: WatchedClient, error: unknown): void {
  if (client.listenerCount('error') > 0) client.emit('error', error);
}
