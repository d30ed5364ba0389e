import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'cellrelay-by-npm-'));
let npm: ChildProcess;

afterAll(() => {
  try {
    // Whatever is left of it, where the test failed.
    process.kill(-(npm.pid ?? 0), 'SIGTERM');
  } catch {
    // Nothing is.
  }
  rmSync(folder, { recursive: true, force: true });
});

it('npm start ends in order when npm is asked to end by its own id, as whoever put it in the background does', async () => {
  const { PATH, HOME } = process.env;
  npm = spawn('npm', ['start'], {
    env: { PATH, HOME, CELLRELAY_DATA: path.join(folder, 'data'), PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  const outputs = [npm.stdout!, npm.stderr!];
  const heard = (words: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const hear = (): void => (words.test(said) ? resolve(said) : undefined);
      for (const output of outputs) output.on('data', hear).once('close', () => reject(new Error(said)));
      hear();
    });
  for (const output of outputs) output.on('data', (chunk: Buffer) => (said += chunk.toString()));
  // A pipe closes when the last process that holds it has ended: npm, its shell and the server.
  const allEnded = Promise.all(outputs.map((output) => new Promise((resolve) => output.once('close', resolve))));
  const address = /CellRelay is at (\S+)/.exec(await heard(/CellRelay is at \S+/))?.[1] ?? '';
  expect((await fetch(`${address}/health/live`)).status).toBe(200);
  npm.kill('SIGTERM');
  await heard(/Ending\./);
  await allEnded;
  await expect(fetch(`${address}/health/live`)).rejects.toThrow();
}, 60_000);
