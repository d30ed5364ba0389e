import pg from 'pg';

/** How long a question that takes no time is waited for: on a line that has fallen silent the answer never comes. */
export const answersWithinMs = 5_000;

/**
 * A connection of its own for one piece of work, closed afterwards whatever happens. Set-up work may take long, so that a statement is waited for without end
 * unless told.
 */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
  { withinMs = 0 }: { readonly withinMs?: number } = {},
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'cellrelay set-up',
    connectionTimeoutMillis: withinMs || 10_000,
    query_timeout: withinMs,
    keepAlive: true,
  });
  // A connection that breaks between two queries says so here; the next query fails in any case.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Runs the work in one transaction: all of it happens, or none. */
export async function inTransaction<T>(client: pg.ClientBase, begin: string, work: () => Promise<T>): Promise<T> {
  await client.query(begin);
  try {
    const done = await work();
    await client.query('commit');
    return done;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
