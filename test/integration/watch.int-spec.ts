import { createServer, type AddressInfo } from 'node:net';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { opsProcess, type OpsProcess } from '../support/ops-process.js';

const patience = 60_000;
/** So long an answer of the database is shown again. */
const keptMs = 5_100;
let own: ThrowAwayDatabase;
const running: OpsProcess[] = [];

beforeAll(async () => void (own = await throwAwayDatabase()));
afterAll(async () => {
  await Promise.all(running.map((each) => each.end()));
  await own.drop();
});

function started(name: string, settings: Readonly<Record<string, string>> = {}): OpsProcess {
  const one = opsProcess(name, { DATABASE_URL: own.ownerUrl, PORT: '0', CELLRELAY_WATCH_PORT: '0', ...settings });
  running.push(one);
  return one;
}

/** Where a process is watched, as its log says. */
async function watchedAt(one: OpsProcess): Promise<string> {
  const found = await one.said(/"event":"watched","url":"([^"]+)"/);
  return found[1]!;
}

async function ready(url: string): Promise<{ readonly status: number; readonly parts: Record<string, unknown> }> {
  const answer = await fetch(`${url}/health/ready`);
  return { status: answer.status, parts: ((await answer.json()) as { parts: Record<string, unknown> }).parts };
}

describe('the port for monitors', () => {
  it.each([
    ['start', /CellRelay is at/, ['database', 'migrations', 'queue', 'worker', 'clock']],
    ['api', /CellRelay is at/, ['database', 'migrations', 'clock']],
    ['worker', /answers bells/, ['database', 'migrations', 'queue', 'sweep', 'bells', 'clock']],
  ])(
    'of ops %s tells figures and readiness of its own parts, and is gone when the process has ended',
    async (name, up, parts) => {
      const one = started(name);
      const url = await watchedAt(one);
      await one.said(up);
      expect(await ready(url)).toMatchObject({ status: 200, parts: expect.anything() });
      expect(Object.keys((await ready(url)).parts)).toEqual(parts);
      expect((await fetch(`${url}/health/live`)).status).toBe(200);
      expect(await (await fetch(`${url}/metrics`)).text()).toContain('\nprocess_resident_memory_bytes ');
      expect(await one.end()).toBe(0);
      await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    },
    patience,
  );

  it(
    'that is taken ends the start with one sentence, before anything else is begun',
    async () => {
      const holder = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => holder.once('listening', resolve));
      const { port } = holder.address() as AddressInfo;
      // Nobody answers at that database: were it asked before, it would be what is told of.
      const one = started('worker', {
        CELLRELAY_WATCH_PORT: String(port),
        DATABASE_URL: 'postgresql://u:TELLTALE@127.0.0.1:9/d',
      });
      expect(await one.ended).toBe(1);
      expect(one.output()).toMatch(new RegExp(`^The watch port ${port} cannot be opened on 127\\.0\\.0\\.1: `, 'm'));
      expect(one.output()).not.toMatch(/^\s+at |TELLTALE/m);
      holder.close();
    },
    patience,
  );

  it(
    'tells that the database is gone, in time, with what it knows by itself',
    async () => {
      const gone = await throwAwayDatabase();
      const one = started('worker', { DATABASE_URL: gone.ownerUrl });
      const url = await watchedAt(one);
      await one.said(/answers bells/);
      const figures = async () => (await fetch(`${url}/metrics`)).text();
      expect(await figures()).toContain('cellrelay_up{part="database"} 1');
      await gone.drop();
      await new Promise((resolve) => setTimeout(resolve, keptMs));
      const began = Date.now();
      const away = await figures();
      expect(Date.now() - began).toBeLessThan(4_000);
      expect(away).toContain('cellrelay_up{part="database"} 0');
      expect(away).not.toMatch(/^cellrelay_agenda_items\{state="overdue"/m);
      expect(away).toMatch(/^cellrelay_sweep_last_look_seconds\{side="worker"\} [\d.]+$/m);
      expect((await ready(url)).status).toBe(503);
      expect((await fetch(`${url}/health/live`)).status).toBe(200);
      await one.end();
    },
    patience,
  );

  it(
    'is not there unless it is asked for',
    async () => {
      const one = started('worker', { CELLRELAY_WATCH_PORT: '' });
      await one.said(/answers bells/);
      expect(one.output()).not.toContain('"watched"');
      expect(await one.end()).toBe(0);
    },
    patience,
  );
});
