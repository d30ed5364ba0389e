import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { endAbandonedServer } from '@cellrelay/adapter-postgres';

const here = import.meta.dirname;

/** What a start said: where it answers, or why it was refused. */
export interface Said {
  readonly how: string;
  readonly port: number;
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly apiUrl: string;
  readonly workerUrl: string;
  readonly code: string;
  readonly message: string;
}

/** A start in a process of its own. */
export interface Started {
  readonly child: ChildProcess;
  readonly said: Promise<Said>;
}

/** Folders made by one spec, and the processes started on them; `clear` leaves neither. */
export class EmbeddedPostgresProcesses {
  private readonly children: ChildProcess[] = [];
  private readonly folders: string[] = [];

  folder(): string {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'cellrelay launcher '));
    this.folders.push(folder);
    return folder;
  }

  /** In a process group of its own, as a terminal gives it one. `within` is a command line that runs the rest of its words. */
  start(folder: string, within: readonly string[] = []): Started {
    const child = path.join(here, 'embedded-postgres-child.ts');
    return this.spawned([...within, process.execPath, '--import', path.join(here, 'typescript.mjs'), child, folder]);
  }

  private spawned([command = '', ...args]: readonly string[]): Started {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    this.children.push(child);
    return { child, said: firstLine(child) };
  }

  /** A program that has nothing to do with any of this. */
  stranger(): ChildProcess {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore', detached: true });
    this.children.push(child);
    return child;
  }

  async clear(): Promise<void> {
    await Promise.all(this.children.map((child) => end(child, 'SIGKILL')));
    for (const folder of this.folders) {
      const left = await endAbandonedServer(folder, () => undefined);
      left.forEach((each) => rmSync(each, { recursive: true, force: true }));
    }
  }
}

/** Sends the signal to the whole process group, as Ctrl-C does, and waits for the end. Answers with the exit code. */
export async function end(child: ChildProcess, name: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const gone = once(child, 'exit');
    process.kill(-child.pid, name);
    await gone;
  }
  return child.exitCode;
}

/** Where the cluster of a data folder is. */
export function clusterIn(folder: string): string {
  return path.join(path.resolve(folder, readFileSync(path.join(folder, 'postgres-is-in'), 'utf8').trim()), 'cluster');
}

/** The number of the main process of the server in a data folder. */
export function mainProcessIn(folder: string): number {
  return Number.parseInt(readFileSync(path.join(clusterIn(folder), 'postmaster.pid'), 'utf8'), 10);
}

/** Asks one thing in one connection; tries again while the server is on its way back. */
export async function query(url: string, sql: string, tries = 1): Promise<readonly unknown[][]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const result = await client.query({ text: sql, rowMode: 'array' });
    return result.rows as unknown[][];
  } catch (error) {
    if (tries <= 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return query(url, sql, tries - 1);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function firstLine(child: ChildProcess): Promise<Said> {
  let [out, err] = ['', ''];
  child.stderr?.on('data', (part: Buffer) => (err += part.toString()));
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (part: Buffer) => {
      out += part.toString();
      if (out.includes('\n')) resolve(JSON.parse(out.slice(0, out.indexOf('\n'))) as Said);
    });
    child.once('exit', (code, name) => reject(new Error(`The start ended (${code ?? name}) and said: ${out} ${err}`)));
  });
}
