import { spawn, type ChildProcess } from 'node:child_process';
import { request, type RequestOptions } from 'node:https';

/** `npm start -- --tls` in a process of its own, and what it said so far. */
export interface StartedOverTls {
  /** Resolves with the first group once it has said that. Rejects with all it said when it ends before. */
  heard(words: RegExp): Promise<string>;
  said(): string;
  /** Resolves with all it said, once it has ended by itself. */
  ended(): Promise<string>;
  /** Asks it to end; resolves with all it said, once nothing of it is left. */
  end(): Promise<string>;
}

export function startOverTls(data: string, env: Record<string, string> = {}): StartedOverTls {
  const { PATH, HOME } = process.env;
  const npm = spawn('npm', ['start', '--', '--tls'], {
    env: { PATH, HOME, CELLRELAY_DATA: data, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  const outputs = [npm.stdout, npm.stderr];
  for (const output of outputs) output.on('data', (chunk: Buffer) => (said += chunk.toString()));
  // A pipe closes when the last process that holds it has ended: npm, its shell and the server.
  const ended = Promise.all(outputs.map((output) => new Promise((resolve) => output.once('close', resolve))));
  return {
    said: () => said,
    heard: (words) =>
      new Promise((resolve, reject) => {
        const hear = (): void => {
          const found = words.exec(said);
          if (found !== null) resolve(found[1] ?? '');
        };
        for (const output of outputs) output.on('data', hear).once('close', () => reject(new Error(said)));
        hear();
      }),
    ended: () => ended.then(() => said),
    end: async () => {
      askToEnd(npm);
      await ended;
      return said;
    },
  };
}

function askToEnd(npm: ChildProcess): void {
  try {
    process.kill(-(npm.pid ?? 0), 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

export interface TlsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** Asks over TLS, trusting what `options.ca` says and nothing else where it says so. */
export function askOverTls(address: string, options: RequestOptions = {}, body?: unknown): Promise<TlsAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { agent: false, ...options }, (res) => {
      let text = '';
      res.on('data', (chunk: Buffer) => (text += chunk.toString()));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }));
    });
    // The error itself holds certificates that point at themselves, which no report of a test can print.
    asked.once('error', ({ code, message }: NodeJS.ErrnoException) => reject(new Error(`${code}: ${message}`)));
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
