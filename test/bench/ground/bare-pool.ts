import pg from 'pg';

/** The bare driver's own pool. A connection that breaks while idle says so here: at the end the server may go a moment before the last of them has closed. */
export function barePool(connectionString: string, max: number): pg.Pool {
  return new pg.Pool({ connectionString, max }).on('error', () => undefined);
}
