import { Worker } from 'node:worker_threads';
import { openPool, usualLimits, type Pool, type PoolLimits } from './pool.js';
import { startThread, type Order } from './thread.js';

const letter: Order = { template: '#set document(title: "a")\n#sys.inputs.data', data: 'said', atSeconds: 0 };
const wrong: Order = { ...letter, template: '#nobody-knows-this' };
/** Hears every order and answers none, as one would that is lost in its document. */
const silent = (): Worker =>
  new Worker("require('node:worker_threads').parentPort.on('message', () => {})", { eval: true });

describe('a pool', () => {
  let pool: Pool;
  let started: Worker[] = [];

  const open = (limits: Partial<PoolLimits>, ...first: readonly (() => Worker)[]): Pool => {
    started = [];
    const start = (): Worker => {
      const thread = (first[started.length] ?? startThread)();
      started.push(thread);
      return thread;
    };
    pool = openPool({ ...usualLimits, timeLimitMillis: 60_000, ...limits }, start);
    return pool;
  };

  afterEach(() => pool.close());

  it('starts no thread before there is something to set, and no more than it may', async () => {
    open({ threads: 2 });
    expect(started).toHaveLength(0);
    await Promise.all(Array.from({ length: 6 }, () => pool.set(letter)));
    expect(started).toHaveLength(2);
  });

  it('refuses what would wait behind too many, and sets those', async () => {
    open({ threads: 1, waiting: 2 });
    const taken = [letter, letter, letter].map((order) => pool.set(order));
    await expect(pool.set(letter)).rejects.toMatchObject({ reason: 'busy' });
    for (const pdf of await Promise.all(taken)) expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  });

  it('replaces a thread after so many documents', async () => {
    open({ threads: 1, documentsPerThread: 2 });
    for (let nth = 0; nth < 5; nth += 1) await pool.set(letter);
    expect(started).toHaveLength(3);
  });

  it('repeats no text of a document that it cannot set', async () => {
    open({ threads: 1 });
    const order = { ...letter, template: '#set document(title: "a")\n#sys.inputs.data', data: 'secret-\u{10FFFF}' };
    const said = await pool.set(order).catch((error: unknown) => String(error));
    expect(said).toMatch(/could not be displayed/);
    expect(said).not.toMatch(/secret|\u{10FFFF}/u);
  });

  it('says what is wrong with an order, and goes on with another thread', async () => {
    open({ threads: 1 });
    await expect(pool.set(wrong)).rejects.toMatchObject({
      reason: 'cannot-be-set',
      message: expect.stringContaining('unknown variable: nobody-knows-this') as string,
    });
    await pool.set(letter);
    expect(started).toHaveLength(2);
  });

  it('gives up what takes too long, and goes on with another thread', async () => {
    open({ threads: 1, timeLimitMillis: 200 }, silent, silent);
    const said = { reason: 'too-long', message: 'The paper was not set within 0.2 s' };
    await expect(pool.set(letter)).rejects.toMatchObject(said);
    await expect(pool.set(letter)).rejects.toMatchObject(said);
    expect(started).toHaveLength(2);
  });

  it('refuses what a thread took with it, and goes on', async () => {
    open({ threads: 1 }, silent);
    const lost = pool.set(letter);
    await started[0]?.terminate();
    await expect(lost).rejects.toMatchObject({
      reason: 'cannot-be-set',
      message: 'The paper was not set: its thread ended',
    });
    await expect(pool.set(letter)).resolves.toBeDefined();
  });

  it('sets nothing once it is closed, and leaves nobody waiting', async () => {
    open({ threads: 1 }, silent);
    const said = Promise.allSettled([letter, letter].map((order) => pool.set(order)));
    await pool.close();
    for (const { status } of await said) expect(status).toBe('rejected');
    await expect(pool.set(letter)).rejects.toMatchObject({ reason: 'closed' });
  });
});
