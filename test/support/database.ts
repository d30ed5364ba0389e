import { APPLICATION_ROLES, openDatabaseToApplication, type DatabaseUrls } from '@cellrelay/adapter-postgres';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { TEMPLATE } from './postgres.template.js';

/** A database of one spec file alone, on the server of this run. */
export interface ThrowAwayDatabase extends DatabaseUrls {
  readonly name: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * Makes a database for one spec file: a clone of the migrated template, or with `empty` one without any table. Needs the set-up of test/support/postgres.setup.mjs,
 * which the levels above unit have, or a `server` whose template was filled likewise; or a clone of another `template`, to which nobody is connected.
 */
export async function throwAwayDatabase({
  empty = false,
  server = ofTheRun(),
  template = TEMPLATE,
} = {}): Promise<ThrowAwayDatabase> {
  const name = `spec_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asSuperuser(server, async (admin) => {
    await admin.query(
      `create database ${name} owner ${APPLICATION_ROLES.owner} template ${empty ? 'template0' : template}`,
    );
    await openDatabaseToApplication(admin, name);
  });
  const drop = () =>
    asSuperuser(server, async (admin) => {
      await untilLeft(admin, name);
      await admin.query(`drop database if exists ${name} with (force)`);
    });
  return { ...named(server, name), name, drop };
}

/** A pool says that it has ended before the server has heard each goodbye: whoever is being let go is not cut off. Whoever stays for a second is. */
async function untilLeft(admin: pg.Client, name: string): Promise<void> {
  for (let look = 0; look < 20; look++) {
    const { rowCount } = await admin.query('select from pg_stat_activity where datname = $1 limit 1', [name]);
    if (rowCount === 0) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The addresses of the run's server, as the set-up left them. */
function ofTheRun(): DatabaseUrls {
  const said = process.env.CELLRELAY_TEST_DATABASE;
  if (said === undefined) throw new Error('This level of tests has no database: see test/support/postgres.setup.mjs.');
  return JSON.parse(said) as DatabaseUrls;
}

function named({ superuserUrl, ownerUrl, apiUrl, workerUrl }: DatabaseUrls, database: string): DatabaseUrls {
  return {
    superuserUrl: on(superuserUrl, database),
    ownerUrl: on(ownerUrl, database),
    apiUrl: on(apiUrl, database),
    workerUrl: on(workerUrl, database),
  };
}

function on(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

async function asSuperuser({ superuserUrl }: DatabaseUrls, use: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: on(superuserUrl, 'postgres') });
  await admin.connect();
  try {
    await use(admin);
  } finally {
    await admin.end();
  }
}
