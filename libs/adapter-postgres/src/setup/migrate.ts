import type pg from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { migrations } from '../migrations/all-migrations.js';
import { answersWithinMs, withClient } from '../client.js';
import { ownerDataSource } from './data-source.js';
import { grantStatements } from './grants.js';

/** Any number that nothing else in the database locks: two processes that start together migrate one after the other. */
const MIGRATION_LOCK = 7_203_511;

/** A database that a newer version has migrated: this one does not know what it would break there. */
export class SchemaNewer extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `The database was migrated by a newer version of CellRelay: this one does not know ${unknown.join(', ')}. Nothing was changed. ` +
        'Run that version again; or restore a backup from before its migration into a new database, and run this one on that.',
    );
    this.name = 'SchemaNewer';
  }
}

/**
 * Brings the database to this version, as its owner, and grants the application's roles what they need where those roles exist.
 * Safe to run at every start, by several processes at once; cut short, it leaves the database as it was.
 *
 * @param besides further set-up that two processes must not do at once: granting the same thing twice at a time is an error to PostgreSQL
 * @returns names of the migrations that ran now
 * @throws SchemaNewer
 */
export async function migrate(
  ownerUrl: string,
  besides: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly string[]> {
  return locked(ownerDataSource(ownerUrl), async (runner, run) => {
    const ran = await run();
    for (const statement of grantStatements) await runner.query(statement);
    await besides();
    return ran;
  });
}

/**
 * Brings a database as far as these migrations and no further, for a backup that was made there; one that is further already stays as it is. Nothing is granted:
 * `migrate` follows. Where one of them is not known to this version nothing is done.
 */
export async function migrateTo(ownerUrl: string, names: readonly string[]): Promise<void> {
  if (comparedWithOurs(names).unknown.length > 0) return;
  const wanted = migrations.filter((each) => names.includes(each.name));
  await locked(ownerDataSource(ownerUrl, wanted), (_runner, run) => run());
}

async function locked<T>(
  dataSource: DataSource,
  work: (runner: QueryRunner, run: () => Promise<readonly string[]>) => Promise<T>,
): Promise<T> {
  await dataSource.initialize();
  try {
    const runner = dataSource.createQueryRunner();
    try {
      await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await refuseNewer(runner);
      await runner.query('create schema if not exists cellrelay');
      return await work(runner, async () =>
        (await dataSource.runMigrations({ transaction: 'all' })).map((each) => each.name),
      );
    } finally {
      // The lock ends with the connection, which goes when the data source does.
      await runner.release();
    }
  } finally {
    await dataSource.destroy();
  }
}

async function refuseNewer(runner: QueryRunner): Promise<void> {
  const ran = await ranOn((text) => runner.query(text) as Promise<readonly Record<string, unknown>[]>);
  const { unknown } = comparedWithOurs(ran);
  if (unknown.length > 0) throw new SchemaNewer(unknown);
}

/** How a database stands to this version. */
export interface Standing {
  /** Migrations of this version that the database has not had. */
  readonly missing: readonly string[];
  /** Migrations that the database has had and this version does not know: a newer one's. */
  readonly unknown: readonly string[];
}

/** How the database stands to this version, by the migrations that have run: asked on a pool that there is, or on a connection of its own. */
export async function standingOf(where: string | pg.Pool): Promise<Standing> {
  return comparedWithOurs(typeof where === 'string' ? await migrationsOf(where) : await migrationsBy(where));
}

/** How migrations that ran stand to those of this version. */
export function comparedWithOurs(ran: readonly string[]): Standing {
  const known = knownMigrations();
  return {
    missing: known.filter((name) => !ran.includes(name)),
    unknown: ran.filter((name) => !known.includes(name)),
  };
}

/** What the database is at, as read without TypeORM: names of the migrations that have run, oldest first. */
export function migrationsOf(url: string): Promise<readonly string[]> {
  return withClient(url, migrationsBy, { withinMs: answersWithinMs });
}

function migrationsBy(asked: pg.ClientBase | pg.Pool): Promise<readonly string[]> {
  return ranOn(async (text) => (await asked.query<Record<string, unknown>>(text)).rows);
}

async function ranOn(ask: (text: string) => Promise<readonly Record<string, unknown>[]>): Promise<readonly string[]> {
  const [there] = await ask(`select to_regclass('cellrelay.migration') is not null as there`);
  if (there?.['there'] !== true) return [];
  return (await ask('select name from cellrelay.migration order by id')).map((row) => String(row['name']));
}

/** Names of the migrations that this program brings, oldest first. */
export function knownMigrations(): readonly string[] {
  return migrations.map((each) => each.name);
}
