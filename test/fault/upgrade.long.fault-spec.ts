import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  backup,
  dumpSchema,
  knownMigrations as migrationNames,
  migrateTo,
  openDatabase,
  restore,
  SchemaNewer,
  standingOf,
  verify,
  type Database,
} from '@cellrelay/adapter-postgres';
import { createLogger } from '@cellrelay/platform';
import pg from 'pg';
import { restoreFrom } from '../../apps/ops/src/commands/keep.js';
import { exampleScript } from '../../apps/ops/src/examples/plant-examples.js';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { migrateAll } from '../../apps/ops/src/stack/migrate-all.js';
import { openWorkerStack } from '../../apps/ops/src/stack/open-stack.js';
import { rederiveStale } from '../../apps/ops/src/stack/rederive-stale.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { databaseFixtures, toldByDatabase, type DatabaseFixture } from '../support/database-fixtures.js';
import { startWorkerProcess } from '../support/worker-process.js';

const fixtures = databaseFixtures();
const patience = 120_000;
const places: ThrowAwayDatabase[] = [];
let folder: string;
const pools: { end(): Promise<void> }[] = [];

beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'cellrelay-upgrade-'))));
afterEach(async () => {
  for (const each of pools.splice(0)) await each.end();
  for (const each of places.splice(0)) await each.drop();
  rmSync(folder, { recursive: true });
});

/** A database as an earlier version left it. */
async function leftBehind({ told, backup }: DatabaseFixture): Promise<ThrowAwayDatabase> {
  const place = await throwAwayDatabase({ empty: true });
  places.push(place);
  await migrateTo(place.ownerUrl, told.migrations);
  expect(await restore(place.ownerUrl, backup)).toEqual(told.rows);
  return place;
}

async function opened(url: string): Promise<Database> {
  const database = await openDatabase({ url, folding });
  pools.push({ end: () => database.close() });
  return database;
}

const broughtUp = (database: Database): Promise<number> =>
  rederiveStale(database, (shipment, error) => {
    throw new Error(`${shipment} was not derived anew`, { cause: error });
  });

/** What has been due for longer than a sweep needs, and was not answered. */
const unanswered = ({ agenda }: Database) => agenda.due({ fromMs: null, toMs: 0 }, 1_000);

async function asOwner(place: ThrowAwayDatabase, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: place.ownerUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const thirtyDaysLater = `create or replace function cellrelay.clock() returns timestamptz language sql volatile as $$ select clock_timestamp() + interval '30 days' $$`;

it.each(fixtures)(
  'a database that was left behind at $name comes to this version: nothing differs, its logs are as they were, all that falls due rings, and the board lists it',
  async (fixture) => {
    const place = await leftBehind(fixture);
    expect(withoutGrants(await dumpSchema(place.ownerUrl))).toBe(withoutGrants(fixture.schema));
    const { logs, live, migrations } = fixture.told;
    const database = await opened(place.ownerUrl);
    expect(await toldByDatabase(database)).toEqual({ logs, live, migrations });
    await migrateAll(place.ownerUrl);
    await broughtUp(database);
    expect(await verify(database.pool, derivations)).toMatchObject({ differences: [], stale: 0 });
    expect(await toldByDatabase(database)).toMatchObject({ logs, live });
    await asOwner(place, thirtyDaysLater);
    const due = await unanswered(database);
    expect(due.length).toBeGreaterThan(10);
    await answered(place, database);
    expect(
      await stillOpen(
        database,
        due.map(({ id }) => id),
      ),
    ).toEqual([]);
    expect(await liveButNotListed(database)).toEqual([]);
    expect(await verify(database.pool, derivations)).toMatchObject({ differences: [], stale: 0 });
  },
  patience,
);

/** Grants are given by each version anew. */
const withoutGrants = (schema: string): string => schema.split('-- Grants')[0] ?? '';

/** Shipments whose story goes on, and of which the board shows nothing that is owed. */
async function liveButNotListed({ pool, board }: Database): Promise<readonly string[]> {
  const items = await board.openItems({ tasks: true }, { cursor: null, limit: 1_000 });
  if (!items.ok) throw new Error(items.error.sentence);
  const listed = new Set<string>(items.value.items.map(({ shipment }) => shipment));
  const live = await pool.query<{ id: string }>('select id from cellrelay.shipment where live');
  expect(live.rows.length).toBeGreaterThan(0);
  return live.rows.map(({ id }) => id).filter((id) => !listed.has(id));
}

/** A worker answers until nothing is left to be answered. */
async function answered(place: ThrowAwayDatabase, database: Database): Promise<void> {
  const logger = createLogger({ level: 'warn', form: 'json', write: (line) => process.stderr.write(line) });
  const worker = await openWorkerStack({ urls: place, logger, script: exampleScript, sweepEveryMs: 200 });
  while ((await unanswered(database)).length > 0) await new Promise((resolve) => setTimeout(resolve, 100));
  await worker.close();
}

/** Those of the items that still ring, and those that were parked. */
async function stillOpen({ pool }: Database, ids: readonly string[]): Promise<readonly unknown[]> {
  const found = await pool.query<{ key: string }>(
    `select key, last_error from cellrelay.agenda_item where id = any($1::bigint[]) and closed_at is null
     and (parked_at is not null or (does <> 'stand' and due_at <= cellrelay.clock()))`,
    [ids],
  );
  return found.rows;
}

describe('without what brings it up to date', () => {
  const [oldest] = fixtures;
  if (oldest === undefined) throw new Error('the collection is empty');

  it(
    'what is due stays so, and verification counts what is of another release: the control',
    async () => {
      const place = await leftBehind(oldest);
      await migrateAll(place.ownerUrl);
      await asOwner(place, thirtyDaysLater);
      const database = await opened(place.workerUrl);
      expect((await unanswered(database)).length).toBeGreaterThan(10);
      expect(await verify(database.pool, derivations)).toMatchObject({ stale: oldest.told.rows['shipment'] });
    },
    patience,
  );

  it(
    'a worker does not start on it, and says which command is missing',
    async () => {
      const place = await leftBehind(oldest);
      const started = startWorkerProcess({ DATABASE_URL: place.ownerUrl });
      await expect(started).rejects.toThrow(/lacks \d+ migrations of this version: npm run ops -- migrate/);
    },
    patience,
  );
});

describe('a backup that an earlier version made', () => {
  const [oldest] = fixtures;

  it(
    'is restored by this one into a new database and brought to this version; one that was migrated already is refused',
    async () => {
      const place = await throwAwayDatabase({ empty: true });
      const migrated = await throwAwayDatabase();
      places.push(place, migrated);
      const file = oldest?.backup ?? '';
      expect(await restoreFrom(place.ownerUrl, file)).toEqual(oldest?.told.rows);
      expect(await standingOf(place.ownerUrl)).toEqual({ missing: [], unknown: [] });
      const { logs, live } = await toldByDatabase(await opened(place.apiUrl));
      expect(oldest?.told).toMatchObject({ logs, live });
      await expect(restoreFrom(migrated.ownerUrl, file)).rejects.toMatchObject({
        code: 'other-migrations',
        message: expect.stringContaining('into a new database'),
      });
    },
    patience,
  );

  it(
    'is refused where it is a newer version’s, and the database stays untouched',
    async () => {
      const [place, there] = [await throwAwayDatabase({ empty: true }), await throwAwayDatabase()];
      places.push(place, there);
      const file = path.join(folder, 'newer');
      await backup(there.ownerUrl, path.join(folder, 'ours'));
      const ours = gunzipSync(readFileSync(path.join(folder, 'ours'))).toString('latin1');
      const last = migrationNames().at(-1) ?? '';
      writeFileSync(file, gzipSync(Buffer.from(ours.replace(last, last.replace(/\d/g, '9')), 'latin1')));
      await expect(restoreFrom(place.ownerUrl, file)).rejects.toThrow(/newer version made the backup \(at \w+9{13}\)/);
      expect(await standingOf(place.ownerUrl)).toMatchObject({ missing: migrationNames() });
    },
    patience,
  );

  it(
    'is made by this one too, of a database that is not migrated yet; of one that a newer version has migrated none is made',
    async () => {
      if (oldest === undefined) throw new Error('the collection is empty');
      const [before, after] = [await leftBehind(oldest), await throwAwayDatabase({ empty: true })];
      places.push(after);
      const file = path.join(folder, 'before');
      expect(await backup(before.ownerUrl, file)).toEqual(oldest.told.rows);
      expect(await restoreFrom(after.ownerUrl, file)).toEqual(oldest.told.rows);
      expect(await toldByDatabase(await opened(after.ownerUrl))).toMatchObject({ logs: oldest.told.logs });
      await asOwner(before, newerMigration);
      await expect(backup(before.ownerUrl, path.join(folder, 'none'))).rejects.toBeInstanceOf(SchemaNewer);
      expect(readdirSync(folder)).not.toContain('none');
    },
    patience,
  );
});

const newerMigration = `insert into cellrelay.migration (timestamp, name) values (9999999999999, 'Newer9999999999999')`;

describe('a database that a newer version has migrated', () => {
  it(
    'is refused by everything that would migrate it or work on it, in a sentence, and stays as it is',
    async () => {
      const place = await throwAwayDatabase();
      places.push(place);
      await asOwner(place, newerMigration);
      await expect(migrateAll(place.ownerUrl)).rejects.toBeInstanceOf(SchemaNewer);
      const started = startWorkerProcess({ DATABASE_URL: place.ownerUrl });
      await expect(started).rejects.toThrow(/migrated by a newer version .*Newer9999999999999.*Nothing was changed/);
      expect(await standingOf(place.ownerUrl)).toEqual({ missing: [], unknown: ['Newer9999999999999'] });
    },
    patience,
  );
});
