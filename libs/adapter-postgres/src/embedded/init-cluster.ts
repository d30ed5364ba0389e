import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { program } from './binaries.js';
import { syncFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-errors.js';
import { handOver, type Home } from './home.js';
import { makersOf, signal } from './processes.js';
import { invoke, PLAIN_ENVIRONMENT } from './run-as.js';
import { until } from './waiting.js';

/** The superuser of the packaged server: for the launcher, backups and tests; the application signs in as others. */
export const ADMIN_ROLE = 'cellrelay_admin';

/** What is being made: `making-x.cluster`, and beside it initdb's `.password` and `.output`. */
const MAKING = 'making-';
const CLEARED_WITHIN_MS = 15_000;

/**
 * Sees to it that the cluster is there and of our version, making it when it is not. It is made under another name and renamed when whole: one that was cut short
 * is recognised by its name, and one under the right name is never removed.
 *
 * @returns whether it was made now
 * @throws EmbeddedPostgresError `initdb-failed`, `data-incomplete`, `data-of-another-version`
 */
export async function ensureCluster(home: Home, adminPassword: string): Promise<boolean> {
  await clearHalfMade(home.folder);
  if (existsSync(home.cluster)) {
    checkVersion(home);
    return false;
  }
  const making = path.join(home.folder, MAKING + randomBytes(6).toString('hex'));
  await initdb(home, making, adminPassword);
  renameSync(`${making}.cluster`, home.cluster);
  syncFolder(home.folder);
  await clearHalfMade(home.folder);
  return true;
}

/** The initdb of a start that was killed may still be at work: it is ended first, or it would go on writing into what is removed. */
async function clearHalfMade(folder: string): Promise<void> {
  for (const name of readdirSync(folder).filter((each) => each.startsWith(MAKING))) {
    const half = path.join(folder, name);
    if (await until(() => endMakers(half) && removed(half), CLEARED_WITHIN_MS)) continue;
    throw new EmbeddedPostgresError(
      'initdb-failed',
      `${half}, left by a start that was killed, cannot be removed. Remove it by hand.`,
    );
  }
}

/** initdb leads a process group; the server it runs for a while does not name the folder, and goes with the group. */
function endMakers(half: string): boolean {
  const makers = makersOf(half);
  makers.forEach((pid) => signal(-pid, 'SIGKILL'));
  return makers.length === 0;
}

/** Fails while something killed a moment ago still writes there. */
function removed(half: string): boolean {
  try {
    rmSync(half, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

function checkVersion(home: Home): void {
  const file = path.join(home.cluster, 'PG_VERSION');
  if (!existsSync(file)) {
    throw new EmbeddedPostgresError(
      'data-incomplete',
      `${home.cluster} is no whole database (PG_VERSION is missing). Nothing was touched: bring it back, or move it away.`,
    );
  }
  const major = readFileSync(file, 'utf8').trim();
  if (major === String(home.binaries.major)) return;
  throw new EmbeddedPostgresError(
    'data-of-another-version',
    `The database in ${home.cluster} was made by PostgreSQL ${major}; the packaged one is ${home.binaries.major} and cannot read it. Nothing was touched. ` +
      'Run the version of CellRelay that made it, back it up there, and restore the backup here into a new data folder.',
  );
}

async function initdb(home: Home, making: string, adminPassword: string): Promise<void> {
  const passwordFile = `${making}.password`;
  try {
    writeFileSync(passwordFile, `${adminPassword}\n`, { mode: 0o600, flag: 'wx' });
    handOver(home.runners.init, passwordFile);
    await run(home, making, [
      '-D',
      `${making}.cluster`,
      '-U',
      ADMIN_ROLE,
      `--pwfile=${passwordFile}`,
      ...SETTLED_AT_BIRTH,
    ]);
  } catch (error) {
    await clearHalfMade(home.folder);
    throw error;
  }
}

/**
 * PostgreSQL's own C.UTF-8: the same order and case rules on every system and with every C library, so that an index never goes wrong when the system is
 * updated. Passwords everywhere: on 127.0.0.1 every user of the machine may knock.
 */
const SETTLED_AT_BIRTH = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--auth=scram-sha-256',
  '--no-instructions',
] as const;

async function run(home: Home, making: string, args: readonly string[]): Promise<void> {
  const { command, args: all, user } = invoke(home.runners.init, program(home.binaries, 'initdb'), args);
  const output = `${making}.output`;
  // Into a file: a pipe would break when this process is killed, and end initdb but not the server that it runs.
  const fd = openSync(output, 'wx', 0o600);
  // In a session of its own: Ctrl-C in the terminal is for the application to answer.
  const child = spawn(command, all, {
    ...user,
    env: PLAIN_ENVIRONMENT,
    cwd: '/',
    detached: true,
    stdio: ['ignore', fd, fd],
  });
  closeSync(fd);
  const end = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, byWhat) => resolve(code === null ? String(byWhat) : String(code)));
  });
  if (end === '0') return;
  const said = readFileSync(output, 'utf8').trim().split('\n').slice(-5).join('\n');
  throw new EmbeddedPostgresError(
    'initdb-failed',
    `The database could not be made in ${home.folder} (initdb ended with ${end}): ${said}`,
  );
}
