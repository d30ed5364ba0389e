import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { atTheEnd } from '../ground/undo.js';

/** The built program, as `npm start` runs it once everything is installed and built. */
const program = path.resolve('dist/apps/ops/src/main.js');
const atLatestMs = 90_000;

/** A running `npm start`. */
export interface ServerProcess {
  readonly pid: number;
  /** Where it answers. */
  readonly url: string;
  /** From the start of the process to the first page and readiness, in milliseconds. */
  readonly servedAfterMs: number;
  /** Asks it to end, and waits; resolves when it has ended, with how long that took. */
  stop(): Promise<number>;
}

/** Starts the program with these settings, which name its data folder or its database, and waits until both the page and readiness answer 200. */
export async function startServer(settings: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [program, 'start'], {
    env: { ...ownEnvironment(), ...settings, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = (): Promise<number> => stopChild(child, ended);
  atTheEnd(stop);
  const url = `http://127.0.0.1:${port}`;
  try {
    for (const at of ['/', '/health/ready']) await answers(child, `${url}${at}`);
    return { pid: pidOf(child), url, servedAfterMs: performance.now() - began, stop };
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}; it said:\n${said.join('')}`, { cause: error });
  }
}

/** None of the caller's settings: what is measured is the program's own default. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(CELLRELAY_|DATABASE_URL$|REDIS_URL$|NODE_OPTIONS$)/.test(name),
  );
  return Object.fromEntries(entries);
}

async function answers(child: ChildProcess, url: string): Promise<void> {
  const giveUpAt = performance.now() + atLatestMs;
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('the server ended by itself');
    const status = await statusOf(url);
    if (status === 200) return;
    if (status === 404) throw new Error(`there is nothing at ${url}`);
    await wait(10);
  }
  throw new Error(`${url} did not answer 200 within ${atLatestMs / 1_000} s`);
}

async function statusOf(url: string): Promise<number | null> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<number> {
  const began = performance.now();
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    const inTime = await Promise.race([ended.then(() => true), wait(20_000, false, { ref: false })]);
    if (!inTime) child.kill('SIGKILL');
    await ended;
  }
  return performance.now() - began;
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('the server could not be started');
  return pid;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
