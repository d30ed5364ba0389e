import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { exampleShipment } from '@cellrelay/testkit';
import type { ShipmentId } from '@cellrelay/kernel';

/** `ops api` as a deployment runs it, in a process of its own, with somebody signed in. */
export interface ApiProcess {
  /** Sends a command as the board does. */
  post(name: string, body: object, how: PostHow): Promise<Answered>;
  get(path: string): Promise<Answered>;
  kill(): Promise<void>;
}

export interface PostHow {
  readonly key: string;
  readonly ifMatch?: number;
  readonly to?: ShipmentId;
}

export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly replayed: boolean;
  readonly ms: number;
}

/** A name and a password that a start has shown. */
export interface Account {
  readonly name: string;
  readonly password: string;
}

/** The environment of a program that inherits nothing of ours but where programs are. */
export function plainEnvironment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, ...more };
}

const program = ['--no-warnings', '--import', './test/support/typescript.mjs', 'apps/ops/src/main.ts'] as const;

/** Starts one. The first on a database shows an account, and those after it are told of that one. */
export async function startApiProcess(
  settings: { readonly DATABASE_URL: string; readonly REDIS_URL?: string },
  known?: Account,
): Promise<ApiProcess & { readonly account: Account }> {
  const child = spawn(process.execPath, [...program, 'api'], {
    env: plainEnvironment({ PORT: '0', CELLRELAY_LOG: 'json', ...settings }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Ctrl-C ends it')) resolve();
    });
    void closed.then(() => reject(new Error(`the api ended, and said: ${said}`)));
  });
  const url = /CellRelay is at (\S+)/.exec(said)?.[1] ?? '';
  const shown = { name: /Sign in as {3}(\S+)/.exec(said)?.[1], password: /Password {5}(\S+)/.exec(said)?.[1] };
  const account = known ?? { name: shown.name ?? '', password: shown.password ?? '' };
  const cookie = await signIn(url, account).catch((cause: unknown) => {
    throw new Error(`nobody could sign in; the api said: ${said}`, { cause });
  });
  return {
    account,
    post: (name, body, { key, ifMatch = 0, to = exampleShipment() }) =>
      answered(`${url}/api/v1/shipments/${to}/commands/${name}`, {
        method: 'POST',
        headers: { ...cookie, 'Content-Type': 'application/json', 'Idempotency-Key': key, 'If-Match': `"${ifMatch}"` },
        body: JSON.stringify(body),
      }),
    get: (path) => answered(`${url}${path}`, { headers: cookie }),
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

async function signIn(url: string, account: Account): Promise<Readonly<Record<string, string>>> {
  const headers = { Origin: url, 'Content-Type': 'application/json' };
  const answer = await fetch(`${url}/api/v1/session`, { method: 'POST', headers, body: JSON.stringify(account) });
  const [cookie = ''] = answer.headers.getSetCookie();
  if (!answer.ok || cookie === '') throw new Error(`not signed in: ${answer.status} ${await answer.text()}`);
  return { Cookie: cookie.split(';')[0] ?? '', Origin: url };
}

async function answered(url: string, init: RequestInit): Promise<Answered> {
  const began = performance.now();
  const answer = await fetch(url, init);
  const body = (await answer.json()) as Readonly<Record<string, unknown>>;
  const replayed = answer.headers.get('idempotent-replayed') === 'true';
  return { status: answer.status, body, replayed, ms: performance.now() - began };
}
