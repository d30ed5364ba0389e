import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { program } from './binaries.js';
import { type Home } from './home.js';
import { titleOf } from './processes.js';
import { invoke, PLAIN_ENVIRONMENT } from './run-as.js';

/** A server just launched: perhaps not yet listening, perhaps dead already. */
export interface Launched {
  readonly pid: number | undefined;
  /** True once it has ended. */
  readonly ended: () => boolean;
  /** What it wrote into its log since. */
  readonly said: () => string;
}

/** Settings of the packaged server by name, as PostgreSQL knows them. */
export type ServerSettings = Readonly<Record<string, string>>;

const LOG_TURNED_OVER_AT_BYTES = 8 * 1024 * 1024;

/**
 * Launches the server on 127.0.0.1 only, without a socket file, in a session of its own: Ctrl-C in the terminal reaches the application alone, which stops the server
 * when it has itself finished.
 */
export function launch(home: Home, port: number, settings: ServerSettings): Launched {
  const from = turnOver(home.logFile);
  const { command, args, user } = invoke(
    home.runners.server,
    program(home.binaries, 'postgres'),
    argumentsFor(home, port, settings),
  );
  const fd = openSync(home.logFile, 'a', 0o600);
  let ended = false;
  const child = spawn(command, args, {
    ...user,
    env: PLAIN_ENVIRONMENT,
    cwd: '/',
    detached: true,
    stdio: ['ignore', fd, fd],
  });
  closeSync(fd);
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  child.unref();
  return {
    pid: child.pid,
    ended: () => ended,
    said: () => readFileSync(home.logFile).subarray(from).toString('utf8').trim(),
  };
}

function argumentsFor(home: Home, port: number, settings: ServerSettings): string[] {
  const all: ServerSettings = { max_connections: '100', ...settings, ...fixedSettings(home, port) };
  return ['-D', home.cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/** What no caller may change: where it listens, how it is recognised, and that a commit is on the disk. */
function fixedSettings(home: Home, port: number): ServerSettings {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    cluster_name: titleOf(home.cluster),
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
}

/** Keeps the log and the one before it. @returns where this start's part begins, in bytes */
function turnOver(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LOG_TURNED_OVER_AT_BYTES) return size;
  renameSync(file, `${file}.1`);
  return 0;
}
