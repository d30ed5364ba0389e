import type pg from 'pg';
import { checkDatabaseName } from './database-name.js';
import { signInAsAdmin } from './sign-in.js';
import type { Secrets } from './secrets.js';

/** The roles the application signs in as. None is superuser, none passes row security, and only the owner changes tables (migrations). */
export const APPLICATION_ROLES = {
  owner: 'cellrelay_owner',
  api: 'cellrelay_api',
  worker: 'cellrelay_worker',
} as const;

/**
 * Sees to it that the roles are there with the data folder's passwords, and the database with its owner. Each step may be repeated, so a start that died among
 * them is made good by the next.
 *
 * @throws EmbeddedPostgresError `database-name-not-allowed`
 */
export async function ensureDatabase(port: number, secrets: Secrets, database: string): Promise<void> {
  checkDatabaseName(database);
  const admin = await signInAsAdmin(port, secrets.admin);
  try {
    await ensureRole(admin, APPLICATION_ROLES.owner, secrets.owner);
    await ensureRole(admin, APPLICATION_ROLES.api, secrets.api);
    await ensureRole(admin, APPLICATION_ROLES.worker, secrets.worker);
    const found = await admin.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) await admin.query(`create database ${database} owner ${APPLICATION_ROLES.owner}`);
    await openDatabaseToApplication(admin, database);
  } finally {
    await admin.end();
  }
}

/**
 * Lets the application's roles, and nobody else, connect to a database, and make temporary tables there: BullMQ adds jobs in bulk through one. A clone of
 * a database does not inherit this.
 */
export async function openDatabaseToApplication(admin: pg.Client, database: string): Promise<void> {
  checkDatabaseName(database);
  await admin.query(`revoke all on database ${database} from public`);
  await admin.query(
    `grant connect, temporary on database ${database} to ${APPLICATION_ROLES.api}, ${APPLICATION_ROLES.worker}`,
  );
}

/** The password is hexadecimal, made by us, and so needs no quoting. */
async function ensureRole(admin: pg.Client, role: string, password: string): Promise<void> {
  const found = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
  if (found.rowCount === 0) await admin.query(`create role ${role}`);
  await admin.query(
    `alter role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '${password}'`,
  );
}
