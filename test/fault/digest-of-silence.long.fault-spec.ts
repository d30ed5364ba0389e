import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, RedisServer } from '../support/redis-server.js';
import { eventually, WithoutBells } from '../support/without-bells.js';

let world: WithoutBells;
beforeEach(async () => (world = await WithoutBells.open()));
afterEach(() => world.close());

describe('after two hours without bells', () => {
  it('two workers that start at once ring everything once, say how late, and leave one digest of all of it', async () => {
    const ids = await world.forTwoHours();
    const fell = await world.unanswered();
    expect(fell).toBeGreaterThanOrEqual(ids.length);
    await Promise.all([world.worker(), world.worker()]);
    await world.over();
    await world.expectOneDigest(ids, fell);
    const { questions } = world.api;
    const [log, page] = await Promise.all([questions.log(ids[0]!, 0, 500), questions.shipment(ids[0]!)]);
    expect(log?.items.find(({ data }) => data['key'] === 'count-due/1')?.says).toMatch(/It rang 1 h 4\d min late\.$/);
    expect(page?.alertsFull.find(({ wrong }) => wrong.startsWith('No count'))?.late).toMatch(/^1 h 4\d min$/);
  }, 90_000);

  it('it all rings without the beat too, alert by alert, and nobody is told that nobody was called: the control', async () => {
    const ids = await world.forTwoHours();
    await world.owner.query('delete from cellrelay.bell_beat');
    await world.worker();
    await eventually(async () => (await world.unanswered()) === 0);
    expect(await world.countsRung(ids)).toEqual(ids.map(() => 1));
    expect(await world.digests()).toEqual([]);
    const raised = `text like '%"AlertRaised"%' and text like '%overdue/count-due/1%'`;
    expect(await world.rows('event', raised)).toBe(ids.length);
  }, 60_000);
});

it('a short restart is no downtime', async () => {
  await (await world.worker()).kill();
  await world.worker();
  const fresh = `beat_at > cellrelay.wall_clock() - interval '2 seconds'`;
  await eventually(async () => (await world.rows('bell_beat', fresh)) === 1);
  expect(await world.rows('downtime')).toBe(0);
}, 60_000);

/** What a monitor outside has heard. */
class Monitor {
  heard = 0;
  private readonly server = createServer((_, res) => {
    this.heard += 1;
    res.end('OK');
  });

  async open(): Promise<{ readonly CELLRELAY_HEARTBEAT_URL: string; readonly CELLRELAY_HEARTBEAT_SECONDS: string }> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    return {
      CELLRELAY_HEARTBEAT_URL: `http://127.0.0.1:${port}/ping/TELLTALE`,
      CELLRELAY_HEARTBEAT_SECONDS: '1',
    };
  }

  hears(more: number): Promise<void> {
    const wanted = this.heard + more;
    return eventually(() => this.heard >= wanted);
  }

  async expectSilence(ms: number): Promise<void> {
    const before = this.heard;
    await pause(ms);
    expect(this.heard).toBe(before);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

describe('a worker’s heartbeat to a monitor outside', () => {
  let monitor: Monitor;
  beforeEach(() => (monitor = new Monitor()));
  afterEach(() => monitor.close());

  it('comes while bells are answered, ceases while the sweep cannot look, and comes again', async () => {
    const worker = await world.worker(await monitor.open());
    await monitor.hears(2);
    const client = await world.owner.connect();
    await client.query('begin');
    await client.query('lock table cellrelay.agenda_item in access exclusive mode');
    await eventually(() => worker.output().includes('heartbeat-not-sent'));
    await monitor.expectSilence(3_000);
    await client.query('rollback');
    client.release();
    await monitor.hears(2);
    expect(worker.output()).not.toContain('TELLTALE');
  }, 90_000);

  it('ceases while Redis is away though nothing is due, as readiness and the beat do, and all come again', async () => {
    const redis = await RedisServer.start();
    const port = await freePort();
    const ready = async (): Promise<number> => (await fetch(`http://127.0.0.1:${port}/health/ready`)).status;
    const beatIs = (age: string): Promise<number> =>
      world.rows('bell_beat', `beat_at ${age} cellrelay.wall_clock() - interval '12 seconds'`);
    try {
      const heartbeat = await monitor.open();
      await world.worker({ ...heartbeat, REDIS_URL: redis.url, CELLRELAY_WATCH_PORT: String(port) });
      await monitor.hears(2);
      expect([await ready(), await world.rows('agenda_item')]).toEqual([200, 0]);
      await redis.kill();
      await eventually(async () => (await ready()) === 503);
      await pause(1_000);
      await monitor.expectSilence(3_000);
      await eventually(async () => (await beatIs('<')) === 1);
      await redis.again();
      await monitor.hears(2);
      await eventually(async () => (await beatIs('>')) === 1);
      expect(await ready()).toBe(200);
    } finally {
      await redis.stop();
    }
  }, 90_000);
});

it('a worker whose clock is five minutes off the database’s is refused before it answers a single bell', async () => {
  const ids = await world.forTwoHours();
  await world.clockAhead(300);
  await expect(world.worker()).rejects.toThrow(
    /clock is 30\d\.\d s ahead of this computer's\. More than 60 s is refused/,
  );
  expect(await world.countsRung(ids)).toEqual(ids.map(() => 0));
  expect(await world.rows('downtime')).toBe(0);
}, 60_000);
