import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  joinEmbeddedPostgres,
  migrateTo,
  openDatabase,
  restore,
  startEmbeddedPostgres,
  verify,
} from '@cellrelay/adapter-postgres';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { databaseFixtures, toldByDatabase } from '../support/database-fixtures.js';

const [oldest] = databaseFixtures();
if (oldest === undefined) throw new Error('the collection is empty');
const log = (): void => undefined;
let folder: string;

beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'cellrelay-folder-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start` on that folder, until it is ready, and its end. Answers what it said. */
async function startOnce(dataFolder: string): Promise<string> {
  const { PATH, HOME } = process.env;
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--import', './test/support/typescript.mjs', 'apps/ops/src/main.ts', 'start'],
    { env: { PATH, HOME, CELLRELAY_DATA: dataFolder, PORT: '0' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const closed = once(child, 'close') as Promise<[number | null]>;
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (output += chunk.toString()));
  const address = async (): Promise<string> => {
    for (;;) {
      const found = /CellRelay is at (\S+)/.exec(output)?.[1];
      if (found !== undefined) return found;
      if (child.exitCode !== null) throw new Error(`it ended, and said: ${output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const url = await address();
  while ((await fetch(`${url}/health/ready`)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 200));
  child.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
  return output;
}

it('a data folder of the first version is taken over by npm start: its account, its logs, everything that fell due meanwhile', async () => {
  const dataFolder = path.join(folder, 'data');
  const earlier = await startEmbeddedPostgres({ dataFolder, log });
  await migrateTo(earlier.ownerUrl, oldest.told.migrations);
  await restore(earlier.ownerUrl, oldest.backup);
  await earlier.stop();
  const output = await startOnce(dataFolder);
  expect(output).toContain('Sign in as before');
  expect(output).toMatch(/shipments-rederived.*"count":\d+|shipments-rederived count=\d+/);
  const server = await joinEmbeddedPostgres({ dataFolder, log });
  const database = await openDatabase({ url: server.ownerUrl, folding });
  const lines = await database.pool.query<{ count: number }>('select count(*)::integer as count from cellrelay.event');
  expect(lines.rows[0]?.count).toBeGreaterThanOrEqual(oldest.told.rows['event'] ?? 0);
  expect((await toldByDatabase(database)).live).toBeGreaterThan(0);
  expect(await verify(database.pool, derivations)).toMatchObject({ differences: [], stale: 0 });
  await database.close();
  await server.stop();
}, 180_000);
