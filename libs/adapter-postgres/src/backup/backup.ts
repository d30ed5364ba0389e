import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { inTransaction, withClient } from '../client.js';
import { textOf } from '../error-text.js';
import { comparedWithOurs, SchemaNewer } from '../setup/migrate.js';
import { seeingAll } from '../identities/behind-the-wall.js';
import { BackupError } from './backup-errors.js';
import { formatVersion, frame, frames, keptTables, type Header, type RowCounts, type TableEnd } from './format.js';
import type { KeptTable } from './kept-table.js';

/**
 * Writes everything that cannot be made again into one file, from one snapshot, beside live traffic. The file appears under its name when it is whole and on the disk;
 * only its owner may read it, for it holds password hashes and people's data. A database that is not migrated to this version yet is kept as it is.
 *
 * @returns how many rows of each table
 * @throws BackupError `file-exists`: nothing is overwritten; `not-the-owner`: a role that may not read all of it
 * @throws SchemaNewer: what a newer version has added would be left out in silence
 */
export async function backup(ownerUrl: string, file: string): Promise<RowCounts> {
  if (existsSync(file)) throw exists(file);
  const partial = `${file}.${process.pid}.partial`;
  try {
    const counts = await withClient(ownerUrl, (client) => writeSnapshot(client, partial)).catch(refusedPlainly);
    await onDisk(partial);
    // A link, unlike a renaming, fails when somebody made a file of that name meanwhile.
    await link(partial, file).catch((error: unknown) => {
      throw existsSync(file) ? exists(file) : error;
    });
    return counts;
  } finally {
    await rm(partial, { force: true });
  }
}

async function writeSnapshot(client: pg.Client, partial: string): Promise<RowCounts> {
  const counts: Record<string, number> = {};
  await inTransaction(client, 'begin isolation level repeatable read read only', async () => {
    await seeingAll(client);
    await pipeline(
      Readable.from(framesOf(client, counts)),
      createGzip(),
      createWriteStream(partial, { mode: 0o600, flags: 'wx' }),
    );
  });
  return counts;
}

async function* framesOf(client: pg.Client, counts: Record<string, number>): AsyncGenerator<Buffer> {
  const header = await headerFrom(client);
  yield frame(frames.header, JSON.stringify(header));
  for (const table of header.tables) {
    yield frame(frames.table, table.name);
    const hash = createHash('sha256');
    const rows = client.query(copyTo(copied(table)));
    for await (const chunk of rows) {
      hash.update(chunk as Buffer);
      yield frame(frames.data, chunk as Buffer);
    }
    // The rows end before PostgreSQL has said how many there were, which may come in a later packet: its next answer comes after that.
    await client.query('select');
    counts[table.name] = rows.rowCount;
    const end: TableEnd = { rows: rows.rowCount, sha256: hash.digest('hex') };
    yield frame(frames.end, JSON.stringify(end));
  }
  yield frame(frames.last, '');
}

/** By a question: a table that is in partitions is not copied by its name. */
function copied({ name, columns }: KeptTable): string {
  return `copy (select ${columns.join(', ')} from cellrelay.${name}) to stdout`;
}

async function headerFrom(client: pg.Client): Promise<Header & { readonly format: number }> {
  const found = await client.query<{ names: string[]; at: Date }>(
    'select array(select name::text from cellrelay.migration order by id) as names, cellrelay.wall_clock() as at',
  );
  const [row] = found.rows;
  if (row === undefined) throw new Error('PostgreSQL does not say which migrations have run');
  const { unknown } = comparedWithOurs(row.names);
  if (unknown.length > 0) throw new SchemaNewer(unknown);
  return { format: formatVersion, migrations: row.names, madeAt: row.at.toISOString(), tables: await keptNow(client) };
}

/** All columns that there are. PostgreSQL's information_schema shows only what the one who asks may use: a lesser role's backup would leave tables out in silence. */
const columnsThere = `
select relname || '.' || attname as name
from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
where nspname = 'cellrelay' and relkind in ('r', 'p') and attnum > 0 and not attisdropped`;

/** Of what is kept, what there is at this database's migrations. */
async function keptNow(client: pg.Client): Promise<readonly KeptTable[]> {
  const found = await client.query<{ name: string }>(columnsThere);
  const there = new Set(found.rows.map((row) => row.name));
  return keptTables
    .map(({ name, columns }) => ({ name, columns: columns.filter((column) => there.has(`${name}.${column}`)) }))
    .filter(({ columns }) => columns.length > 0);
}

async function onDisk(file: string): Promise<void> {
  const handle = await open(file, 'r');
  await handle.sync().finally(() => handle.close());
}

function refusedPlainly(cause: unknown): never {
  if (textOf(cause, 'code') !== '42501') throw cause;
  const said = textOf(cause, 'message');
  throw new BackupError(
    'not-the-owner',
    `Only the owner's role may make a backup; the one that was used may not read all of it (${said}). Nothing was written.`,
    { cause },
  );
}

function exists(file: string): BackupError {
  return new BackupError('file-exists', `${file} exists already. Nothing was written: name another file.`);
}
