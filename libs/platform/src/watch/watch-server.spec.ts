import { connect } from 'node:net';
import type { HealthChecks } from '../health/health.js';
import { openWatchServer, type WatchServer } from './watch-server.js';

const fine: HealthChecks = { database: () => Promise.resolve({ ok: true, says: 'answers' }) };
const anywhere = { host: '127.0.0.1', port: 0 };
let open: WatchServer[] = [];

afterEach(async () => {
  await Promise.all(open.map((server) => server.close()));
  open = [];
});

async function serving(health: () => HealthChecks = () => fine, figures = 'a 1\n'): Promise<string> {
  const server = await openWatchServer(anywhere, {
    figures: () => (figures === 'none' ? Promise.reject(new Error('ZZ-TELLTALE')) : page(figures)),
    health,
  });
  open.push(server);
  return server.url;
}

const page = (text: string) => Promise.resolve({ type: 'text/plain; version=0.0.4', text });

describe('the port for monitors', () => {
  it('tells the figures, whether the process lives, and whether it is ready', async () => {
    const url = await serving();
    const figures = await fetch(`${url}/metrics`);
    expect([figures.status, figures.headers.get('content-type'), await figures.text()]).toEqual([
      200,
      'text/plain; version=0.0.4',
      'a 1\n',
    ]);
    expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ status: 'live' });
    const ready = await fetch(`${url}/health/ready?from=docker`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, parts: { database: { ok: true, says: 'answers' } } },
    ]);
  });

  it('asks anew each time what readiness is by now', async () => {
    let ok = false;
    const url = await serving(() => ({ process: () => Promise.resolve({ ok, says: 'is starting' }) }));
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
    ok = true;
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it('tells nothing of what broke inside, and nothing else', async () => {
    const url = await serving(undefined, 'none');
    const broken = await fetch(`${url}/metrics`);
    expect([broken.status, await broken.text()]).toEqual([500, 'This could not be answered.\n']);
    for (const path of ['/', '/api/v1/session', '/toString', '/__proto__'])
      expect((await fetch(`${url}${path}`)).status).toBe(404);
    const written = await fetch(`${url}/metrics`, { method: 'POST', body: 'x' });
    expect([written.status, written.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await (await fetch(`${url}/health/live`, { method: 'HEAD' })).text()).toBe('');
  });

  it('is exactly the one that was named: a taken one is told of, with the setting to change', async () => {
    const port = Number(new URL(await serving()).port);
    await expect(
      openWatchServer({ host: '127.0.0.1', port }, { figures: () => page(''), health: () => fine }),
    ).rejects.toThrow(
      `The watch port ${port} cannot be opened on 127.0.0.1: something else listens there. Name another in CELLRELAY_WATCH_PORT.`,
    );
    await expect(
      openWatchServer({ host: '203.0.113.7', port }, { figures: () => page(''), health: () => fine }),
    ).rejects.toThrow(/Name another in CELLRELAY_WATCH_HOST\.$/);
  });

  it('closes at once, whoever is still connected', async () => {
    const url = await serving();
    const held = connect(Number(new URL(url).port), '127.0.0.1');
    await new Promise((resolve) => held.once('connect', resolve));
    const gone = new Promise((resolve) => held.once('close', resolve));
    held.on('error', () => undefined);
    await open[0]!.close();
    await gone;
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });
});
