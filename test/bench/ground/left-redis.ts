import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Redis } from 'ioredis';

interface Note {
  readonly pid: number;
  readonly dir: string;
}

/** Notes in the run's folder which Redis is its own, for whoever clears up after a run that was killed. */
export async function noteRedis(folder: string, client: Redis): Promise<void> {
  const pid = Number(/^process_id:(\d+)/m.exec(await client.info('server'))?.[1]);
  const [, dir] = (await client.config('GET', 'dir')) as [string, string];
  writeFileSync(path.join(folder, `${pid}.redis.json`), JSON.stringify({ pid, dir } satisfies Note));
}

/** Ends each Redis that a run has left, if that process is still one, and removes its folder. */
export function endLeftRedis(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.redis.json')) end(path.join(folder, name));
  }
}

function end(note: string): void {
  const { pid, dir } = JSON.parse(readFileSync(note, 'utf8')) as Note;
  if (isRedis(pid)) process.kill(pid, 'SIGKILL');
  rmSync(dir, { recursive: true, force: true });
  rmSync(note);
}

function isRedis(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('redis-server');
  } catch {
    return false;
  }
}
