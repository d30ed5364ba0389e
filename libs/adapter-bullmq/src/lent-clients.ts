import type pg from 'pg';
import type { WatchedClient } from './watch-listeners.js';

const lookEveryMs = 100;

/**
 * Watches over the clients that a pool lends to BullMQ 6.7, which holds some of them with nobody listening for errors: a connection that the server ends in that moment would
 * end the process. It loses others for good when it closes while one is made anew, and a pool waits for those at its end without end.
 */
export class LentClients {
  private readonly lent = new Set<WatchedClient>();
  private readonly ended = new WeakSet<WatchedClient>();

  constructor(private readonly pool: pg.Pool) {
    pool.on('connect', (client) => heardForGood(client, () => this.ended.add(client)));
    pool.on('acquire', (client) => this.lent.add(client));
    pool.on('release', (_error, client) => this.lent.delete(client));
    pool.on('remove', (client) => this.lent.delete(client));
  }

  /** Ends the pool. To be called when nobody works with it any more: what is lent still, and at no statement or at one that nobody answers any more, is taken back. */
  async end(): Promise<void> {
    // The pool is done before the server has heard each goodbye: what breaks from here on is missed by nobody.
    this.pool.removeAllListeners('error').on('error', () => undefined);
    const ended = this.pool.end();
    let before = new Set<WatchedClient>();
    const look = setInterval(() => {
      const idle = [...this.lent].filter((client) => client.readyForQuery === true || this.ended.has(client));
      idle.filter((client) => before.has(client)).forEach((client) => client.release(true));
      before = new Set(idle);
    }, lookEveryMs);
    await ended.finally(() => clearInterval(look));
  }
}

/** What matters of a client's error is an error of its statement too, or its pool's. Whoever forgets all listeners means their own. */
function heardForGood(client: pg.PoolClient, ended: () => void): void {
  const hear = (): typeof client => client.on('error', () => undefined).on('end', ended);
  const forget = client.removeAllListeners.bind(client);
  hear();
  client.removeAllListeners = (name) => {
    forget(name);
    return hear();
  };
}
