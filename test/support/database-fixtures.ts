import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backup, dumpSchema, openDatabase, startEmbeddedPostgres, type Database } from '@cellrelay/adapter-postgres';
import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { rehearsalDesks } from '@cellrelay/adapter-desks';
import { createLogger, createPasswords } from '@cellrelay/platform';
import { exampleShipment, issueAll, openShipment, proposePlan } from '@cellrelay/testkit';
import { playHistory, storeHistory, type LogEntry } from '@cellrelay/use-cases';
import { exampleScript, plantExamples } from '../../apps/ops/src/examples/plant-examples.js';
import { tripsInTheAir } from '../../apps/ops/src/examples/route.js';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { migrateAll } from '../../apps/ops/src/stack/migrate-all.js';
import { airports, holidays, openStack, type Stack } from '../../apps/ops/src/stack/open-stack.js';
import { tripUpTo } from '../e2e/support/example-trips.js';
import { broughtNear } from './brought-near.js';
import { dryRun } from './dry-world.js';
import { firstCoordinator } from './first-coordinator.js';
import { scenarioFiles, scenarioIn } from './scenarios.js';

/** The databases that earlier versions left behind, each as their own `ops backup` wrote it. The collection is only ever added to. */
const databasesFolder = path.resolve('test/fixtures/databases');

/** What a database held when it was left behind. */
export interface DatabaseTold {
  /** Names of the migrations that had run. */
  readonly migrations: readonly string[];
  readonly rows: Readonly<Record<string, number>>;
  /** SHA-256 over every line of every log, text and hash. */
  readonly logs: string;
  /** Shipments whose story goes on. */
  readonly live: number;
}

/** A database of the collection. */
export interface DatabaseFixture {
  readonly name: string;
  readonly backup: string;
  /** Its tables, as the version that left it wrote them down. */
  readonly schema: string;
  readonly told: DatabaseTold;
}

/** The whole collection, oldest first. */
export function databaseFixtures(): readonly DatabaseFixture[] {
  const names = readdirSync(databasesFolder).toSorted();
  return names.map((name) => {
    const at = (file: string): string => path.join(databasesFolder, name, file);
    return {
      name,
      backup: at('database.backup'),
      schema: readFileSync(at('schema.sql'), 'utf8'),
      told: JSON.parse(readFileSync(at('told.json'), 'utf8')) as DatabaseTold,
    };
  });
}

/** What a database holds now. */
export async function toldByDatabase({ pool }: Pick<Database, 'pool'>): Promise<Omit<DatabaseTold, 'rows'>> {
  const names = await pool.query<{ name: string }>('select name from cellrelay.migration order by id');
  const lines = await pool.query<{ text: string; hash: string }>(
    'select text, hash from cellrelay.event order by shipment, seq',
  );
  const live = await pool.query<{ count: number }>(
    'select count(*)::integer as count from cellrelay.shipment where live',
  );
  const logs = createHash('sha256');
  for (const { text, hash } of lines.rows) logs.update(`${text}\n${hash}\n`);
  return { migrations: names.rows.map((row) => row.name), logs: logs.digest('hex'), live: live.rows[0]?.count ?? 0 };
}

/**
 * Adds the database that this version leaves behind: everything is made by this version's own code, with its worker running, and written by its own
 * backup. A name that is there already is refused: what a version left is never made again.
 */
export async function writeDatabaseFixture(name: string): Promise<DatabaseTold> {
  const folder = path.join(databasesFolder, name);
  if (existsSync(folder)) throw new Error(`${folder} is there already: what a version left is never made again`);
  const temporary = mkdtempSync(path.join(tmpdir(), 'cellrelay-fixture-'));
  const server = await startEmbeddedPostgres({ dataFolder: path.join(temporary, 'data'), log: () => undefined });
  try {
    await migrateAll(server.ownerUrl);
    const logger = createLogger({ level: 'warn', form: 'json', write: (line) => process.stderr.write(line) });
    const stack = await openStack({ urls: server, logger, script: exampleScript, sweepEveryMs: 1_000 });
    await livedIn(stack).finally(() => stack.close());
    const database = await openDatabase({ url: server.ownerUrl, folding });
    const held = await toldByDatabase(database);
    await database.close();
    mkdirSync(folder, { recursive: true });
    const rows = await backup(server.ownerUrl, path.join(folder, 'database.backup'));
    writeFileSync(path.join(folder, 'schema.sql'), await dumpSchema(server.ownerUrl));
    const told = { ...held, rows };
    writeFileSync(path.join(folder, 'told.json'), `${JSON.stringify(told, null, 2)}\n`);
    return told;
  } finally {
    await server.stop();
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Some of everything: an account, ended shipments, examples at several points of their way, orders with calls at a person's desk. */
async function livedIn(stack: Stack): Promise<void> {
  const { api } = stack;
  const now = await api.clock.now();
  await firstCoordinator(api.accounts, createPasswords({ memoryKiB: 64, passes: 1 }));
  await ended(api);
  await plantExamples({ store: api.shipments, readings: api.readings, airports, holidays, now });
  await onTheirWay(api, now);
  const orders = [exampleShipment(901), exampleShipment(902)];
  for (const id of orders)
    await issueAll(stack.issue, id, broughtNear([openShipment(id), proposePlan(1)], '2024-09-04', 20));
  await registers(api);
  await allRung(stack);
}

/** A few whole histories, as this version plays its scenarios. */
async function ended({ shipments }: Database): Promise<void> {
  const wanted = /^(case-a-day-one-enough|cancelled-flight|case-b|case-d-frozen|corrected-collection-end)/;
  for (const file of scenarioFiles.filter((each) => wanted.test(path.basename(each)))) {
    const { log, shipment } = await dryRun(scenarioIn(file));
    const entries = log.map((line) => JSON.parse(line.text) as LogEntry);
    const stored = await storeHistory(shipments, { entries, shipment });
    if (stored.kind !== 'committed') throw new Error(`${file} was not stored: ${JSON.stringify(stored)}`);
  }
}

async function onTheirWay({ shipments }: Database, now: Instant): Promise<void> {
  const stops = ['OpenShipment', 'EndCollection', 'RecordCellCount', 'RecordSearchedByHand'] as const;
  const desks = rehearsalDesks(exampleScript, airports);
  for (const [number, route] of tripsInTheAir.entries()) {
    const upTo = stops[number % stops.length] ?? 'OpenShipment';
    const trip = tripUpTo(route, { collectionStartsAt: plusMinutes(now, -13 * 60), upTo });
    // The one of them that is an example already stays as it is.
    await storeHistory(shipments, await playHistory(trip.id, trip.steps, { desks, holidays }, now));
  }
}

/** What stands beside the shipments, where this version has a table for it. */
async function registers({ pool }: Database): Promise<void> {
  const there = async (table: string): Promise<boolean> =>
    (await pool.query(`select from pg_tables where schemaname = 'cellrelay' and tablename = $1`, [table])).rowCount ===
    1;
  if (await there('courier'))
    await pool.query(
      `insert into cellrelay.courier (id, name, record, search_text) values ('c-1', 'EXAMPLE courier', '{"id":"c-1","name":"EXAMPLE courier"}', 'example courier')`,
    );
  if (await there('past_total'))
    await pool.query(
      `insert into cellrelay.past_total (year, product, count, source, reason, by) values (2025, 'HPC, Apheresis', 7, 'EXAMPLE list', 'before this software', 'ops')`,
    );
}

async function allRung({ worker }: Stack): Promise<void> {
  while ((await worker.agenda.due({ fromMs: null, toMs: 0 }, 1)).length > 0)
    await new Promise((resolve) => setTimeout(resolve, 200));
}
