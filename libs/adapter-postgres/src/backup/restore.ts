import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { inTransaction, withClient } from '../client.js';
import { knownMigrations } from '../setup/migrate.js';
import { wallDown, wallUp } from '../identities/behind-the-wall.js';
import { BackupError } from './backup-errors.js';
import { frames, headerOf, parsed, tableEnd, type Header, type RowCounts } from './format.js';
import type { KeptTable } from './kept-table.js';
import { damaged, readFrames, type Frame } from './read-frames.js';

/**
 * The migrations that had run where a backup was made. Nothing is looked at but the file's beginning.
 *
 * @throws BackupError `not-a-backup`, `damaged`
 */
export async function migrationsIn(file: string): Promise<readonly string[]> {
  const reading = readFrames(file);
  try {
    return (await headerFrom(new FrameReader(file, reading))).migrations;
  } finally {
    await reading.return(undefined);
  }
}

/**
 * Brings a backup into a database that is at the same migrations and still empty, as one transaction: counts and sums are compared before it commits.
 * One of an earlier version goes into a database that was migrated as far as that version (`migrateTo`), and is migrated on from there.
 * To be followed by a verification, before anybody works with it.
 *
 * @returns how many rows of each table
 * @throws BackupError; whatever goes wrong, the database is as it was
 */
export async function restore(ownerUrl: string, file: string): Promise<RowCounts> {
  const reading = readFrames(file);
  try {
    return await withClient(ownerUrl, (client) =>
      inTransaction(client, 'begin', () => restoreFrom(new FrameReader(file, reading), client)),
    );
  } finally {
    await reading.return(undefined);
  }
}

/** Takes frames in the order in which they must come. */
class FrameReader {
  constructor(
    readonly file: string,
    private readonly reading: AsyncGenerator<Frame>,
  ) {}

  async next(): Promise<Frame> {
    const step = await this.reading.next();
    if (step.done === true) throw damaged(this.file, 'it was cut short');
    return step.value;
  }

  async expect(letter: string): Promise<Buffer> {
    const found = await this.next();
    if (found.letter !== letter) throw damaged(this.file, `${found.letter} stands where ${letter} should`);
    return found.payload;
  }

  async atEnd(): Promise<boolean> {
    return (await this.reading.next()).done === true;
  }
}

async function restoreFrom(reader: FrameReader, client: pg.Client): Promise<RowCounts> {
  const { migrations, tables } = await headerFrom(reader);
  await checkMigrations(migrations, client);
  const walled = await wallDown(client);
  await checkEmpty(client);
  const counts: Record<string, number> = {};
  for (const table of tables) counts[table.name] = await restoreTable(reader, client, table);
  await reader.expect(frames.last);
  if (!(await reader.atEnd())) throw damaged(reader.file, 'something follows its end');
  await wallUp(client, walled);
  await goOnCounting(client);
  return counts;
}

async function headerFrom(reader: FrameReader): Promise<Header> {
  const first = await reader.next();
  const told = first.letter === frames.header ? headerOf(first.payload.toString('utf8')) : undefined;
  if (told !== undefined) return told;
  throw new BackupError('not-a-backup', `${reader.file} is no backup that this version reads. Nothing was changed.`);
}

async function checkMigrations(made: readonly string[], client: pg.Client): Promise<void> {
  const known = knownMigrations();
  const last = made.at(-1) ?? 'none';
  if (made.some((name) => !known.includes(name)))
    throw otherMigrations(`A newer version made the backup (at ${last}): restore it with that one.`);
  const found = await client.query<{ name: string }>('select name::text from cellrelay.migration order by id');
  const here = found.rows.map((row) => row.name);
  if (here.join() === made.join()) return;
  throw otherMigrations(
    `The backup was made at ${last}, this database is at ${here.at(-1) ?? 'none'}. Restore it into a new database, which nothing has migrated yet.`,
  );
}

function otherMigrations(sentence: string): BackupError {
  return new BackupError('other-migrations', `${sentence} Nothing was changed.`);
}

/** Nobody may slip in between the look and the commit. */
async function checkEmpty(client: pg.Client): Promise<void> {
  const tables = await client.query<{ name: string }>(
    `select format('cellrelay.%I', tablename) as name from pg_tables where schemaname = 'cellrelay' and tablename <> 'migration' order by 1`,
  );
  const names = tables.rows.map((row) => row.name);
  await client.query(`lock table ${names.join(', ')} in exclusive mode`);
  // A worker that waits on the empty database beats already; what it is to go on from is the backup's.
  if (names.includes('cellrelay.bell_beat')) await client.query('delete from cellrelay.bell_beat');
  for (const name of names) {
    const found = await client.query(`select from ${name} limit 1`);
    if (found.rowCount === 0) continue;
    throw new BackupError(
      'not-empty',
      `${name} has rows already: a backup is restored into an empty database only. Nothing was changed.`,
    );
  }
}

async function restoreTable(reader: FrameReader, client: pg.Client, table: KeptTable): Promise<number> {
  const name = (await reader.expect(frames.table)).toString('utf8');
  if (name !== table.name) throw damaged(reader.file, `table ${name} stands where ${table.name} should`);
  const into = client.query(copyFrom(`copy cellrelay.${table.name} (${table.columns.join(', ')}) from stdin`));
  let ended: Buffer | undefined;
  const hash = createHash('sha256');
  const rows = async function* (): AsyncGenerator<Buffer> {
    for (let next = await reader.next(); ; next = await reader.next()) {
      if (next.letter !== frames.data) {
        ended = next.letter === frames.end ? next.payload : undefined;
        return;
      }
      hash.update(next.payload);
      yield next.payload;
    }
  };
  await pipeline(Readable.from(rows(), { objectMode: true }), into).catch((error: unknown) => {
    throw error instanceof BackupError
      ? error
      : damaged(reader.file, `the rows of ${table.name} cannot be read`, error);
  });
  const told = tableEnd.safeParse(ended === undefined ? undefined : parsed(ended.toString('utf8')));
  if (!told.success || told.data.rows !== into.rowCount || told.data.sha256 !== hash.digest('hex')) {
    throw damaged(reader.file, `the rows of ${table.name} are not those that were written`);
  }
  return into.rowCount;
}

/** What each sequence counts. The one of positions counts lines of the log and of the maintenance alike. */
export const counted: readonly {
  readonly sequence: string;
  readonly columns: readonly (readonly [string, string])[];
}[] = [
  { sequence: 'policy_position_seq', columns: [['policy', 'position']] },
  { sequence: 'past_total_id_seq', columns: [['past_total', 'id']] },
  { sequence: 'downtime_id_seq', columns: [['downtime', 'id']] },
  { sequence: 'delivery_id_seq', columns: [['delivery', 'id']] },
  { sequence: 'alert_notice_id_seq', columns: [['alert_notice', 'id']] },
  { sequence: 'agenda_item_id_seq', columns: [['agenda_item', 'id']] },
  {
    sequence: 'event_position_seq',
    columns: [
      ['event', 'position'],
      ['maintenance', 'position'],
    ],
  },
];

/** New rows are numbered after the restored ones, by those sequences that there are at these migrations. */
async function goOnCounting(client: pg.Client): Promise<void> {
  for (const { sequence, columns } of counted) {
    const found = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
      `cellrelay.${sequence}`,
    ]);
    if (found.rows[0]?.there !== true) continue;
    const used = columns.map(([table, column]) => `select max(${column}) from cellrelay.${table}`).join(' union all ');
    await client.query(
      `select setval('cellrelay.${sequence}', greatest(1, coalesce(max(n), 0) + 1), false) from (${used}) as used(n)`,
    );
  }
}
