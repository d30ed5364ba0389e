import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { DatabaseUrls } from '@cellrelay/adapter-postgres';
import type { FaultPoint } from '@cellrelay/use-cases';
import { nodeWith, type Change } from '../../support/changed-sources.js';

/** One side of the software in a process of its own. */
export interface SideTask {
  readonly side: 'api' | 'worker';
  readonly urls: Pick<DatabaseUrls, 'apiUrl' | 'workerUrl'>;
  /** How many shipments the api opens, with two calls each. */
  readonly plans: number;
  /** Whether a worker looks for what the queue has lost. */
  readonly sweeps: boolean;
  /** Where it dies: the so-manieth time that it comes to a point. */
  readonly dies: { readonly at: FaultPoint; readonly count: number } | null;
  /** What is otherwise in its sources. */
  readonly changes: readonly Change[];
  /** A worker dies whenever it is about to ask a desk under this idempotency key. */
  readonly poison: string | null;
}

export interface SideProcess {
  /** Resolves when a line that begins so was said; rejects when the process ends before. */
  said(words: string): Promise<void>;
  /** The idempotency keys under which desks were asked, in that order. */
  effects(): readonly string[];
  /** How it ended: `SIGKILL`, or its exit code. */
  readonly ended: Promise<string>;
  kill(): Promise<void>;
}

const here = import.meta.dirname;

/** Starts one. */
export function startSide(task: Partial<SideTask> & Pick<SideTask, 'side' | 'urls'>): SideProcess {
  const { apiUrl, workerUrl } = task.urls;
  const whole: SideTask = {
    plans: 1,
    sweeps: true,
    dies: null,
    poison: null,
    changes: [],
    ...task,
    urls: { apiUrl, workerUrl },
  };
  const { imports, env } = nodeWith(whole.changes);
  const child = spawn(process.execPath, ['--no-warnings', ...imports, path.join(here, 'side-child.ts')], {
    env: { ...process.env, ...env, CELLRELAY_TEST_SIDE: JSON.stringify(whole), NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, errors] = ['', ''];
  const looks = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    looks.forEach((look) => look());
  });
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = (once(child, 'close') as Promise<[number | null, string | null]>).then(([code, by]) => by ?? `${code}`);
  const lines = (): readonly string[] => out.split('\n').slice(0, -1);
  return {
    said: (words) =>
      new Promise((resolve, reject) => {
        const look = (): void => (lines().some((line) => line.startsWith(words)) ? resolve() : undefined);
        looks.add(look);
        look();
        void ended.then((how) => reject(new Error(`ended (${how}) and said: ${out} ${errors}`)));
      }),
    effects: () => lines().flatMap((line) => (line.startsWith('effect ') ? [line.slice(7)] : [])),
    ended,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
