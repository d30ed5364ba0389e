import { spawnSync } from 'node:child_process';
import os from 'node:os';
import { program, type Binaries } from './binaries.js';
import { readIfThere } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-errors.js';

/** As whom a packaged program is run: PostgreSQL refuses root, and initdb refuses a user that has no name. */
export type RunAs =
  | { readonly kind: 'self' }
  /** In a user namespace where this same user is seen under another number: files stay its own, and no folder needs to be opened to others. */
  | { readonly kind: 'namespace'; readonly uid: number }
  /** As `nobody`, who can only reach folders that are open to all. */
  | { readonly kind: 'nobody' };

/** What runs the server and what runs initdb: they differ for a user without a name, whom only initdb refuses. */
export interface Runners {
  readonly server: RunAs;
  readonly init: RunAs;
}

const NOBODY = 65534;

/** Nothing of the caller's surroundings (PGDATA, PGPORT, LD_*) may steer the server. */
export const PLAIN_ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** A command line, and for `nobody` the user to run it as. */
export interface Invocation {
  readonly command: string;
  readonly args: readonly string[];
  readonly user: { readonly uid?: number; readonly gid?: number };
}

/** How to run a program as this user. */
export function invoke(as: RunAs, command: string, args: readonly string[]): Invocation {
  if (as.kind === 'self') return { command, args, user: {} };
  if (as.kind === 'nobody') return { command, args, user: { uid: NOBODY, gid: NOBODY } };
  return {
    command: 'unshare',
    args: ['--user', `--map-user=${as.uid}`, `--map-group=${as.uid}`, command, ...args],
    user: {},
  };
}

/** The number that files made by such a run carry outside. Undefined where the system has no such numbers. */
export function ownerOfFiles(as: RunAs): number | undefined {
  return as.kind === 'nobody' ? NOBODY : process.getuid?.();
}

/**
 * Chooses by trying, not by guessing: root is given a user namespace, else `nobody`; everybody else runs as themselves, and initdb of a nameless user in a
 * namespace that lends it a name.
 *
 * @throws EmbeddedPostgresError `user-without-a-name`, `refused-as-root`, `binaries-do-not-run`
 */
export function chooseRunners(binaries: Binaries): Runners {
  const lent: RunAs = { kind: 'namespace', uid: aNamedUser() };
  if (process.getuid?.() === 0) return bothAs(runs(lent, 'true') ? lent : nobodyIfAllowed());
  mustRun(binaries);
  if (hasName()) return bothAs({ kind: 'self' });
  if (runs(lent, 'true')) return { server: { kind: 'self' }, init: lent };
  throw new EmbeddedPostgresError(
    'user-without-a-name',
    `User ${process.getuid?.()} has no entry in /etc/passwd, which PostgreSQL's initdb asks for, and user namespaces (unshare --user) are refused here. ` +
      'Add an entry, start as a user that has one, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

function bothAs(as: RunAs): Runners {
  return { server: as, init: as };
}

function nobodyIfAllowed(): RunAs {
  if (runs({ kind: 'nobody' }, 'true')) return { kind: 'nobody' };
  throw new EmbeddedPostgresError(
    'refused-as-root',
    'PostgreSQL does not run as root, and here root may neither open a user namespace (unshare --user) nor become another user. ' +
      'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** Whether a command can be run so at all. */
export function runs(as: RunAs, command: string, args: readonly string[] = []): boolean {
  const { command: file, args: all, user } = invoke(as, command, args);
  return spawnSync(file, all, { ...user, env: PLAIN_ENVIRONMENT, cwd: '/', stdio: 'ignore' }).status === 0;
}

function mustRun(binaries: Binaries): void {
  const postgres = program(binaries, 'postgres');
  const tried = spawnSync(postgres, ['--version'], { env: PLAIN_ENVIRONMENT, cwd: '/', encoding: 'utf8' });
  if (tried.status === 0) return;
  const why = tried.error?.message ?? tried.stderr.trim();
  throw new EmbeddedPostgresError(
    'binaries-do-not-run',
    `The packaged PostgreSQL (${postgres}) does not run here: ${why}`,
  );
}

function hasName(): boolean {
  try {
    return os.userInfo().username !== '';
  } catch {
    return false;
  }
}

/** The number of some user other than root that has a name; `nobody` last, for the kernel shows every unmapped owner under that number. */
function aNamedUser(): number {
  const numbers = (readIfThere('/etc/passwd') ?? '')
    .split('\n')
    .map((line) => Number.parseInt(line.split(':')[2] ?? '', 10))
    .filter((uid) => uid > 0 && uid < NOBODY);
  return numbers[0] ?? NOBODY;
}
