import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { redisProgram } from '../ground/backends.js';

const settingNames = [
  ...['fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'shared_buffers', 'max_connections'],
  'jit',
];

/** What the figures were taken on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  /** Load of the last minute before the run: above 0.5 others were at work too. */
  readonly loadBefore: number;
}

export function machineOf(): Machine {
  const [first] = os.cpus();
  return {
    cpu: first?.model.trim() ?? 'unknown',
    cores: os.cpus().length,
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    loadBefore: os.loadavg()[0] ?? Number.NaN,
  };
}

/** What was measured, by version. */
export async function versionsOf(client: pg.ClientBase): Promise<Readonly<Record<string, string>>> {
  const server = await client.query<{ server_version: string }>('show server_version');
  return {
    cellrelay: versionIn(path.resolve('package.json')),
    node: process.versions.node,
    postgresql: server.rows[0]?.server_version ?? 'unknown',
    redis: redisVersion(),
    bullmq: versionOf('bullmq'),
    pg: versionOf('pg'),
    'pg-boss': versionOf('pg-boss'),
    'graphile-worker': versionOf('graphile-worker'),
  };
}

function redisVersion(): string {
  const { stdout } = spawnSync(redisProgram, ['--version'], { encoding: 'utf8' });
  return /v=(\S+)/.exec(stdout ?? '')?.[1] ?? 'not installed';
}

function versionOf(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  const folder = path.join('node_modules', name);
  return versionIn(path.join(entry.slice(0, entry.lastIndexOf(folder)), folder, 'package.json'));
}

function versionIn(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** The server's settings that a figure hangs on, as the server says them. */
export async function settingsOf(client: pg.ClientBase): Promise<Readonly<Record<string, string>>> {
  const found = await client.query<{ name: string; value: string }>(
    'select name, current_setting(name) as value from pg_settings where name = any ($1) order by name',
    [settingNames],
  );
  return Object.fromEntries(found.rows.map(({ name, value }) => [name, value]));
}
