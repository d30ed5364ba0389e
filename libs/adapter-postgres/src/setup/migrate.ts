import type { DataSource } from 'typeorm';
import { migrations } from '../migrations/all-migrations.js';
import { withClient } from '../client.js';
import { ownerDataSource } from './data-source.js';
import { grantStatements } from './grants.js';

/** Any number that nothing else in the database locks: two processes that start together migrate one after the other. */
const MIGRATION_LOCK = 7_203_511;

/**
 * Brings the database to this version, as its owner, and grants the application's roles what they need where those roles exist.
 * Safe to run at every start, by several processes at once; cut short, it leaves the database as it was.
 *
 * @param besides further set-up that two processes must not do at once: granting the same thing twice at a time is an error to PostgreSQL
 * @returns names of the migrations that ran now
 */
export async function migrate(
  ownerUrl: string,
  besides: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly string[]> {
  const dataSource = ownerDataSource(ownerUrl);
  await dataSource.initialize();
  try {
    return await underLock(dataSource, besides);
  } finally {
    await dataSource.destroy();
  }
}

async function underLock(dataSource: DataSource, besides: () => Promise<void>): Promise<readonly string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runner.query('create schema if not exists cellrelay');
    const ran = await dataSource.runMigrations({ transaction: 'all' });
    for (const statement of grantStatements) await runner.query(statement);
    await besides();
    return ran.map((each) => each.name);
  } finally {
    // The lock ends with the connection, which goes when the data source does.
    await runner.release();
  }
}

/** What the database is at, as read without TypeORM: names of the migrations that have run, oldest first. */
export async function migrationsOf(url: string): Promise<readonly string[]> {
  return withClient(url, async (client) => {
    const there = await client.query<{ there: boolean }>(
      `select to_regclass('cellrelay.migration') is not null as there`,
    );
    if (there.rows[0]?.there !== true) return [];
    const found = await client.query<{ name: string }>('select name from cellrelay.migration order by id');
    return found.rows.map((row) => row.name);
  });
}

/** Names of the migrations that this program brings, oldest first. */
export function knownMigrations(): readonly string[] {
  return migrations.map((each) => each.name);
}
