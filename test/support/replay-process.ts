import { spawn } from 'node:child_process';
import path from 'node:path';
import type { DatabaseUrls } from '@cellrelay/adapter-postgres';
import type { FaultPoint } from '@cellrelay/use-cases';

/** Where a replay's process dies: the so-manieth time that it comes to a point, or the so-manieth statement that it sends. */
export interface Death {
  readonly at: FaultPoint | 'loaded' | 'written' | 'statement';
  readonly count: number;
}

export interface ReplayTask {
  readonly scenario: string;
  readonly urls: DatabaseUrls;
  readonly sweeps: boolean;
  readonly dies: Death | null;
}

export interface ReplayEnd {
  readonly killed: boolean;
  readonly code: number | null;
  readonly said: string;
}

const support = path.resolve('test/support');

/** Plays a scenario in a process of its own until it ends, by itself or as the task has it. */
export function replayInProcess({ urls, ...task }: ReplayTask): Promise<ReplayEnd> {
  const { superuserUrl, ownerUrl, apiUrl, workerUrl } = urls;
  const plain: ReplayTask = { ...task, urls: { superuserUrl, ownerUrl, apiUrl, workerUrl } };
  const child = spawn(process.execPath, ['--import', `${support}/typescript.mjs`, `${support}/replay-child.ts`], {
    env: { ...process.env, CELLRELAY_TEST_REPLAY: JSON.stringify(plain), NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ killed: signal === 'SIGKILL', code, said }));
  });
}
