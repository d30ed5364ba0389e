import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { throwAwayDatabase } from '../support/database.js';

const patience = 60_000;
let folder: string;
let running: ChildProcess | undefined;

beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'cellrelay-start-'))));
afterAll(async () => {
  if (running?.exitCode === null && running.signalCode === null) {
    running.kill('SIGINT');
    await once(running, 'close');
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Start {
  readonly child: ChildProcess;
  /** Resolves with the whole output when a line of it holds this. */
  said(words: string): Promise<string>;
  output(): string;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

function start(settings: Readonly<Record<string, string>> = {}): Start {
  const { PATH, HOME } = process.env;
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--import', './test/support/typescript.mjs', 'apps/ops/src/main.ts', 'start'],
    {
      env: { PATH, HOME, CELLRELAY_DATA: path.join(folder, 'data'), PORT: '3970', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  running = child;
  let output = '';
  const waiting: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      waiting.forEach((look) => look());
    });
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  const said = (words: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => (output.includes(words) ? resolve(output) : undefined);
      waiting.push(look);
      look();
      void ended.then(() => reject(new Error(`ended, and said: ${output}`)));
    });
  return { child, said, ended, output: () => output };
}

const addressIn = (output: string): string => /CellRelay is at (\S+)/.exec(output)?.[1] ?? '';

/** As npm passes a Ctrl-C on that the terminal has sent already. */
function ctrlC({ child }: Start): void {
  child.kill('SIGINT');
  child.kill('SIGINT');
  setTimeout(() => child.kill('SIGINT'), 50);
}

async function expectKeys(folder: string, names: readonly RegExp[]): Promise<void> {
  for (let look = 0; look < 100 && readdirSync(folder).length < names.length; look++)
    await new Promise((done) => setTimeout(done, 100));
  expect(readdirSync(folder).sort()).toEqual(names.map((name) => expect.stringMatching(name)));
}

describe('npm start', () => {
  it(
    'shows the password, becomes ready with the examples rung, and one Ctrl-C that comes twice ends all of it in order',
    async () => {
      const first = start();
      const output = await first.said('CellRelay is at');
      expect(output).toMatch(/Sign in as {3}coordinator\nPassword {5}\S+/);
      expect(output).toMatch(/Sign in as {3}administrator\nPassword {5}\S+/);
      await untilReady(addressIn(output));
      // One side's for the example letter, which is written once the board is shown, and the one that exports are signed with.
      await expectKeys(path.join(folder, 'data', 'keys'), [
        /^identity-patient-1-[0-9a-f]{8}\.key$/,
        /^signing-[0-9a-f]{64}\.pem$/,
      ]);
      ctrlC(first);
      expect(await first.ended).toBe(0);
    },
    patience,
  );

  it(
    'goes on at its second start, on a database in which bells have rung, and shows no password again',
    async () => {
      const second = start();
      const output = await second.said('CellRelay is at');
      // Not adopted: the first start left no server running.
      expect(output).toContain('PostgreSQL of its own (started)');
      expect(output).toContain('Sign in as before');
      await untilReady(addressIn(output));
      ctrlC(second);
      expect(await second.ended).toBe(0);
    },
    patience,
  );

  it(
    'asked to end while it starts, it begins nothing more, shows no board, and leaves nothing running',
    async () => {
      const third = start();
      await third.said('PostgreSQL of its own (started)');
      ctrlC(third);
      expect(await third.ended).toBe(0);
      expect(third.output()).toContain('Ending.');
      expect(third.output()).not.toContain('CellRelay is at');
    },
    patience,
  );

  it.each([
    [
      'an address that is not this machine’s',
      { CELLRELAY_HOST: '203.0.113.7' },
      /^The web server cannot listen on 203\.0\.113\.7: .*CELLRELAY_HOST/m,
    ],
    [
      'a database that nobody answers at',
      { DATABASE_URL: 'postgresql://u:TELLTALE@127.0.0.1:9/d' },
      /^The database cannot be reached: .*ECONNREFUSED.*DATABASE_URL/m,
    ],
    ['a folder of somebody else', { CELLRELAY_DATA: '/etc' }, /^The data folder \/etc cannot be used: /m],
  ])(
    'with %s says one sentence and ends with 1',
    async (_, settings, sentence) => {
      const faulty = start(settings);
      expect(await faulty.ended).toBe(1);
      expect(faulty.output()).toMatch(sentence);
      expect(faulty.output()).not.toMatch(/^\s+at |TELLTALE/m);
    },
    patience,
  );
});

describe('npm start on a server of one’s own', () => {
  it(
    'runs as the one role that DATABASE_URL names, without examples',
    async () => {
      const own = await throwAwayDatabase({ empty: true });
      const external = start({ DATABASE_URL: own.ownerUrl });
      const output = await external.said('CellRelay is at');
      expect(output).toContain('from DATABASE_URL');
      expect(output).not.toContain('example-planted');
      await untilReady(addressIn(output));
      ctrlC(external);
      expect(await external.ended).toBe(0);
      await own.drop();
    },
    patience,
  );
});

async function untilReady(address: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
