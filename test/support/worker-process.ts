import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { nodeWith, type Change } from './changed-sources.js';

/** A worker in a process of its own, as `ops worker` runs it. */
export interface WorkerProcess {
  /** Asks it to end, as a deployment does. Resolves with its exit code. */
  end(): Promise<number | null>;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** Holds it where it is, as a machine that sleeps does, and lets it go on. */
  hold(): void;
  goOn(): void;
  /** What it has said so far. */
  output(): string;
}

/** Starts one on these servers, and waits until it answers bells. */
export async function startWorkerProcess(
  settings: {
    readonly DATABASE_URL: string;
    readonly REDIS_URL?: string;
    readonly NODE_EXTRA_CA_CERTS?: string;
    readonly CELLRELAY_WATCH_PORT?: string;
    readonly SMTP_URL?: string;
    readonly CELLRELAY_MAIL_FROM?: string;
    readonly CELLRELAY_HEARTBEAT_URL?: string;
    readonly CELLRELAY_HEARTBEAT_SECONDS?: string;
  },
  changes: readonly Change[] = [],
): Promise<WorkerProcess> {
  const { PATH, HOME } = process.env;
  const { imports, env } = nodeWith(changes);
  const child = spawn(process.execPath, ['--no-warnings', ...imports, 'apps/ops/src/main.ts', 'worker'], {
    env: { PATH, HOME, ...env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close') as Promise<[number | null]>;
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('answers bells')) resolve();
    });
    void closed.then(() => reject(new Error(`the worker ended, and said: ${output}`)));
  });
  const ended = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    const [code] = await closed;
    return code;
  };
  return {
    end: () => ended('SIGTERM'),
    kill: async () => void (await ended('SIGKILL')),
    hold: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    output: () => output,
  };
}
