import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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

describe('a worker’s heartbeat to a monitor outside', () => {
  it('comes while bells are answered, ceases while the sweep cannot look, and comes again', async () => {
    let heard = 0;
    const monitor = createServer((_, res) => {
      heard += 1;
      res.end('OK');
    });
    await new Promise<void>((resolve) => monitor.listen(0, '127.0.0.1', resolve));
    const { port } = monitor.address() as AddressInfo;
    const worker = await world.worker({
      CELLRELAY_HEARTBEAT_URL: `http://127.0.0.1:${port}/ping/TELLTALE`,
      CELLRELAY_HEARTBEAT_SECONDS: '1',
    });
    const hears = (more: number): Promise<void> => {
      const wanted = heard + more;
      return eventually(() => heard >= wanted);
    };
    await hears(2);
    const client = await world.owner.connect();
    await client.query('begin');
    await client.query('lock table cellrelay.agenda_item in access exclusive mode');
    await eventually(() => worker.output().includes('heartbeat-not-sent'));
    const before = heard;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(heard).toBe(before);
    await client.query('rollback');
    client.release();
    await hears(2);
    expect(worker.output()).not.toContain('TELLTALE');
    monitor.closeAllConnections();
    await new Promise((resolve) => monitor.close(resolve));
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
