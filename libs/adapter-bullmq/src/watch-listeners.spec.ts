import { EventEmitter } from 'node:events';
import { pause } from '@cellrelay/platform';
import type pg from 'pg';
import { watchListeners } from './watch-listeners.js';

const everyMs = 20;
/** Some eight looks. */
const whileMs = 8 * everyMs;

/** A client as far as it is watched: what it is asked it answers, or never does. */
class Client extends EventEmitter {
  readyForQuery = true;
  asked = 0;
  readonly errors: unknown[] = [];

  constructor(private readonly answers: boolean) {
    super();
    this.on('error', (error) => this.errors.push(error));
  }

  query(): Promise<void> {
    this.asked += 1;
    return this.answers ? Promise.resolve() : Promise.reject(new Error('Query read timeout'));
  }

  listens(): this {
    return this.on('notification', () => undefined);
  }

  busy(): this {
    this.readyForQuery = false;
    return this;
  }
}

/** Watches it, out of the pool, for some looks, and then some more after it was given back. */
async function watched(client: Client): Promise<Client> {
  const pool = new EventEmitter();
  watchListeners(pool as unknown as pg.Pool, everyMs);
  pool.emit('acquire', client);
  await pause(whileMs);
  pool.emit('release', undefined, client);
  const { asked } = client;
  await pause(3 * everyMs);
  expect(client.asked).toBe(asked);
  return client;
}

describe('a connection out of the pool', () => {
  it('that listens is asked again and again, and left alone while it answers', async () => {
    const { asked, errors } = await watched(new Client(true).listens());
    expect(asked).toBeGreaterThan(1);
    expect(errors).toEqual([]);
  });

  it('that listens and does not answer is told of as broken', async () => {
    expect((await watched(new Client(false).listens())).errors.map(String)).toContain('Error: Query read timeout');
  });

  it('that does not listen is not asked, however long it is out', async () => {
    expect((await watched(new Client(false))).asked).toBe(0);
  });

  it('that is at a statement for a while is not asked, and not broken for it', async () => {
    const client = new Client(false).busy();
    void pause(2.5 * everyMs).then(() => (client.readyForQuery = true));
    expect(await watched(client)).toMatchObject({ asked: 0, errors: [] });
  });

  it('that never comes to the end of a statement is told of as broken, unasked', async () => {
    const { asked, errors } = await watched(new Client(false).busy());
    expect(asked).toBe(0);
    expect(String(errors[0])).toContain('longer than one may last');
  });
});
