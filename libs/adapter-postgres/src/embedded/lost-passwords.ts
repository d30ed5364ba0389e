import { spawnSync } from 'node:child_process';
import { program } from './binaries.js';
import { EmbeddedPostgresError } from './embedded-errors.js';
import { type Home } from './home.js';
import { ADMIN_ROLE } from './init-cluster.js';
import { invoke, PLAIN_ENVIRONMENT } from './run-as.js';

/**
 * Gives the superuser the password that the data folder names, by PostgreSQL's single-user mode: needed when that file was lost and made anew. Whoever may do
 * this owns the data's files already. The server must not be running.
 *
 * @throws EmbeddedPostgresError `start-failed`
 */
export function resetAdminPassword(home: Home, password: string, log: (line: string) => void): void {
  log('The passwords in the data folder are not those of its database: the database is given new ones.');
  const { command, args, user } = invoke(home.runners.server, program(home.binaries, 'postgres'), [
    '--single',
    '-D',
    home.cluster,
    '-j',
    'postgres',
  ]);
  const done = spawnSync(command, args, {
    ...user,
    env: PLAIN_ENVIRONMENT,
    cwd: '/',
    encoding: 'utf8',
    // In this mode (-j) a statement ends at a semicolon and an empty line. The password is hexadecimal.
    input: `alter role ${ADMIN_ROLE} password '${password}';\n\n`,
  });
  if (done.status === 0 && !done.stderr.includes('ERROR:')) return;
  throw new EmbeddedPostgresError(
    'start-failed',
    `The passwords of the database could not be set anew: ${done.stderr.trim().slice(-600)}`,
  );
}
