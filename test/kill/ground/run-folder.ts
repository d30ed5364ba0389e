import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endAbandonedServer } from '@cellrelay/adapter-postgres';

const base = path.join(os.tmpdir(), `cellrelay-kill-${process.getuid?.() ?? 'user'}`);

/** A temporary folder for the data folders of this run. What runs that were killed have left is ended and removed; one that lives is left alone. */
export async function runFolder(): Promise<string> {
  mkdirSync(base, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(base)) if (!lives(Number(name.split('-')[0]))) await removeRun(path.join(base, name));
  return mkdtempSync(path.join(base, `${process.pid}-`));
}

/** Ends what still runs on the data folders of a run, and removes them. */
export async function removeRun(folder: string): Promise<void> {
  for (const name of readdirSync(folder))
    for (const each of await endAbandonedServer(path.join(folder, name), () => undefined))
      rmSync(each, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
