import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endAbandonedServer } from '@cellrelay/adapter-postgres';
import { endLeftRedis } from './left-redis.js';

const base = path.join(os.tmpdir(), `cellrelay-bench-${process.getuid?.() ?? 'user'}`);
const silent = (): void => undefined;

/** A temporary folder for this run. What runs that were killed have left there is ended and removed; one that lives is left alone. */
export async function benchFolder(): Promise<string> {
  mkdirSync(base, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(base)) await clearDead(path.join(base, name));
  return mkdtempSync(path.join(base, `${process.pid}-`));
}

/** Ends what still runs on the data folders of a run, and removes them. */
export async function removeFolder(folder: string): Promise<void> {
  endLeftRedis(folder);
  for (const name of readdirSync(folder)) await clearDataFolder(path.join(folder, name));
  rmSync(folder, { recursive: true, force: true });
}

async function clearDead(folder: string): Promise<void> {
  if (!lives(Number(path.basename(folder).split('-')[0]))) await removeFolder(folder);
}

/** The folders of the server may lie elsewhere than the data folder: what is answered is all of them. */
async function clearDataFolder(folder: string): Promise<void> {
  for (const each of await endAbandonedServer(folder, silent)) rmSync(each, { recursive: true, force: true });
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
