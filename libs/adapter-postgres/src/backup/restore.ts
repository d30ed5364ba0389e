import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { inTransaction, withClient } from '../client.js';
import { BackupError } from './backup-errors.js';
import { frames, header, keptTables, tableEnd, type RowCounts } from './format.js';
import { damaged, readFrames, type Frame } from './read-frames.js';

/**
 * Brings a backup into a database that was migrated to the same migrations and is still empty, as one transaction: counts and sums are compared before it commits.
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
  await checkHeader(reader, client);
  await checkEmpty(client);
  const counts: Record<string, number> = {};
  for (const table of keptTables) counts[table.name] = await restoreTable(reader, client, table);
  await reader.expect(frames.last);
  if (!(await reader.atEnd())) throw damaged(reader.file, 'something follows its end');
  await goOnCounting(client);
  return counts;
}

async function checkHeader(reader: FrameReader, client: pg.Client): Promise<void> {
  const first = await reader.next();
  const told = first.letter === frames.header ? header.safeParse(parsed(first.payload)) : undefined;
  if (told?.success !== true)
    throw new BackupError('not-a-backup', `${reader.file} is no backup that this version reads. Nothing was changed.`);
  const found = await client.query<{ name: string }>('select name::text from cellrelay.migration order by id');
  const here = found.rows.map((row) => row.name);
  if (here.join() === told.data.migrations.join()) return;
  throw new BackupError(
    'other-migrations',
    `The backup was made at ${told.data.migrations.at(-1) ?? 'none'}, this database is at ${here.at(-1) ?? 'none'}. ` +
      'Restore it with the version that made it, then migrate. Nothing was changed.',
  );
}

/** Nobody may slip in between the look and the commit. */
async function checkEmpty(client: pg.Client): Promise<void> {
  const names = [...keptTables.map((table) => `cellrelay.${table.name}`), 'cellrelay.session'];
  await client.query(`lock table ${names.join(', ')} in exclusive mode`);
  // A worker that waits on the empty database beats already; what it is to go on from is the backup's.
  await client.query('delete from cellrelay.bell_beat');
  for (const name of names) {
    const found = await client.query(`select from ${name} limit 1`);
    if (found.rowCount === 0) continue;
    throw new BackupError(
      'not-empty',
      `${name} has rows already: a backup is restored into an empty database only. Nothing was changed.`,
    );
  }
}

async function restoreTable(
  reader: FrameReader,
  client: pg.Client,
  table: { readonly name: string; readonly columns: string },
): Promise<number> {
  const name = (await reader.expect(frames.table)).toString('utf8');
  if (name !== table.name) throw damaged(reader.file, `table ${name} stands where ${table.name} should`);
  const into = client.query(copyFrom(`copy cellrelay.${table.name} (${table.columns}) from stdin`));
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
  const told = tableEnd.safeParse(ended === undefined ? undefined : parsed(ended));
  if (!told.success || told.data.rows !== into.rowCount || told.data.sha256 !== hash.digest('hex')) {
    throw damaged(reader.file, `the rows of ${table.name} are not those that were written`);
  }
  return into.rowCount;
}

function parsed(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** New rows are numbered after the restored ones; the one sequence counts lines of the log and of the maintenance alike. */
async function goOnCounting(client: pg.Client): Promise<void> {
  const next = (sequence: string, from: string): string =>
    `select setval('cellrelay.${sequence}', greatest(1, coalesce(max(n), 0) + 1), false) from (${from}) as used(n)`;
  await client.query(next('policy_position_seq', 'select max(position) from cellrelay.policy'));
  await client.query(next('past_total_id_seq', 'select max(id) from cellrelay.past_total'));
  await client.query(next('downtime_id_seq', 'select max(id) from cellrelay.downtime'));
  await client.query(next('agenda_item_id_seq', 'select max(id) from cellrelay.agenda_item'));
  await client.query(
    next(
      'event_position_seq',
      'select max(position) from cellrelay.event union all select max(position) from cellrelay.maintenance',
    ),
  );
}
