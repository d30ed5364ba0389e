import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import {
  backup,
  BackupError,
  keptTables,
  leftOut,
  restore,
  verify,
  type Database,
  type VerifyWith,
} from '@cellrelay/adapter-postgres';
import type { ShipmentId } from '@cellrelay/kernel';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import {
  boardRow,
  chainHash,
  deadline,
  fold,
  fromNow,
  note,
  opened,
  owedBy,
  owing,
  settled,
} from './store-fixtures.js';

const how: VerifyWith = {
  ...{ chainHash, foldVersion: 1, fold, agendaOf: owedBy, scansOf: () => [] },
  rowOf: (_, state) => boardRow(state),
};

let where: ThrowAwayDatabase;
let database: Database;
let owner: pg.Pool;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cellrelay-backup-'));
  where = await throwAwayDatabase();
  database = await opened(where.apiUrl);
  owner = new pg.Pool({ connectionString: where.ownerUrl, max: 2 });
  owner.on('error', () => undefined);
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await where.drop();
  rmSync(folder, { recursive: true });
});

/** A shipment of three lines that owes two things. */
async function sound(): Promise<ShipmentId> {
  const [a, b] = [deadline('a', await fromNow(database, 60_000)), deadline('b', await fromNow(database, 120_000))];
  const { shipment } = await owing(database, [a, b]);
  await note(database, shipment, { events: 2, owes: [a, b], note: 'O\'Hare\t\\N "x" 北京 \u0000\n' });
  return shipment;
}

describe('verification', () => {
  it('finds nothing where nothing was touched, whatever has happened to the items', async () => {
    const shipment = await sound();
    await note(database, shipment, { owes: [], agenda: { closed: ['a', 'b'] } });
    for (let each = 0; each < 60; each += 1) await note(database, (await owing(database, [])).shipment);
    const found = await verify(owner, how);
    expect(found).toMatchObject({ differences: [], stale: 0 });
    expect(found.shipments).toBeGreaterThan(60);
    expect(found.events).toBeGreaterThan(found.shipments);
  });

  const tampering: readonly [string, string, object][] = [
    [
      'the text of a line',
      `update cellrelay.event set text = replace(text, 'a note', 'another') where shipment = $1 and seq = 1`,
      { what: 'log', at: '1' },
    ],
    [
      'the hash of a line',
      `update cellrelay.event set hash = repeat('0', 64) where shipment = $1 and seq = 2`,
      { what: 'log', at: '2' },
    ],
    [
      'a line taken out of the middle',
      'delete from cellrelay.event where shipment = $1 and seq = 2',
      { what: 'log', at: '3' },
    ],
    [
      'the last line taken off',
      'delete from cellrelay.event where shipment = $1 and seq = 3',
      { what: 'log', at: '3' },
    ],
    [
      'a line that is no JSON',
      `update cellrelay.event set text = 'x' where shipment = $1 and seq = 3`,
      { what: 'state', at: 'state' },
    ],
    [
      'the state',
      `update cellrelay.shipment set state = replace(state::text, 'Hare', 'Hase')::json where id = $1`,
      { what: 'state', at: 'state' },
    ],
    ['the revision', 'update cellrelay.shipment set revision = 9 where id = $1', { what: 'state', at: 'revision' }],
    ['the last hash', `update cellrelay.shipment set last_hash = 'x' where id = $1`, { what: 'log' }],
    [
      'when an item is due',
      `update cellrelay.agenda_item set due_at = due_at + interval '1 millisecond' where shipment = $1 and key = 'a'`,
      { what: 'agenda', at: 'a' },
    ],
    [
      'what an item says',
      `update cellrelay.agenda_item set obligation = '{}' where shipment = $1 and key = 'b'`,
      { what: 'agenda', at: 'b' },
    ],
    [
      'whose an item is',
      `update cellrelay.agenda_item set owner = 'courier' where shipment = $1 and key = 'b'`,
      { what: 'agenda', at: 'b' },
    ],
    [
      'an item closed that is still owed',
      `update cellrelay.agenda_item set closed_at = cellrelay.clock() where shipment = $1 and key = 'a'`,
      { what: 'agenda', at: 'a' },
    ],
    [
      'an item open that is not owed',
      `update cellrelay.agenda_item set key = 'c' where shipment = $1 and key = 'a'`,
      { what: 'agenda', at: 'c' },
    ],
    ['what the board shows', `update cellrelay.shipment set view = '{}' where id = $1`, { what: 'row', at: 'view' }],
    [
      'what the board sorts by',
      'update cellrelay.shipment set severity = 3 where id = $1',
      { what: 'row', at: 'severity' },
    ],
    [
      'when something is due next',
      'update cellrelay.shipment set next_due_at = null where id = $1',
      { what: 'row', at: 'nextDueAt' },
    ],
    [
      'what is searched',
      `update cellrelay.shipment set search_text = '' where id = $1`,
      { what: 'row', at: 'searchText' },
    ],
  ];

  it.each(tampering)('finds %s changed behind the application’s back', async (_, statement, difference) => {
    const shipment = await sound();
    const client = await owner.connect();
    try {
      await client.query('alter table cellrelay.event disable trigger append_only');
      expect((await client.query(statement, [shipment])).rowCount).toBe(1);
      const { differences } = await verify(owner, how);
      expect(differences).toContainEqual(expect.objectContaining({ shipment, ...difference }));
      expect(new Set(differences.map((each) => each.shipment))).toEqual(new Set([shipment]));
    } finally {
      await client.query('delete from cellrelay.agenda_item where shipment = $1', [shipment]);
      await client.query('delete from cellrelay.command_answer where shipment = $1', [shipment]);
      await client.query('delete from cellrelay.event where shipment = $1', [shipment]);
      await client.query('delete from cellrelay.shipment where id = $1', [shipment]);
      await client.query('alter table cellrelay.event enable always trigger append_only');
      client.release();
    }
  });

  it('checks the chain of a shipment whose state is of an older fold, and counts it', async () => {
    const shipment = await sound();
    await owner.query(`update cellrelay.shipment set fold_version = 0, state = '{}' where id = $1`, [shipment]);
    expect(await verify(owner, how)).toMatchObject({ stale: 1, differences: [] });
    await note(database, shipment, { agenda: { closed: ['a', 'b'] } });
    expect(await verify(owner, how)).toMatchObject({ stale: 0, differences: [] });
  });
});

describe('a backup', () => {
  const at = (name: string): string => path.join(folder, name);
  const tables = ['account', 'shipment', 'agenda_item', 'command_answer', 'maintenance', 'courier'];

  async function contents(pool: pg.Pool): Promise<unknown> {
    const all = await Promise.all(
      tables.map(async (table) => (await pool.query(`select * from cellrelay.${table} order by 1`)).rows as unknown),
    );
    return [
      ...all,
      (await pool.query('select shipment, seq, text, hash, position from cellrelay.event order by 1, 2')).rows,
    ];
  }

  async function emptyOne(): Promise<{ place: ThrowAwayDatabase; pool: pg.Pool; gone: () => Promise<void> }> {
    const place = await throwAwayDatabase();
    const pool = new pg.Pool({ connectionString: place.ownerUrl, max: 2 });
    // The database is dropped under connections that are still closing.
    pool.on('error', () => undefined);
    const gone = async (): Promise<void> => {
      await pool.end();
      await place.drop();
    };
    return { place, pool, gone };
  }

  beforeAll(async () => {
    await sound();
    const account = (await database.accounts.create('anna', 'hash'))!;
    await database.accounts.openSession(account, 'token', 60_000);
    await owner.query(
      `insert into cellrelay.courier (id, name, record, search_text, revision) values ('c-1', 'EXAMPLE', '{"id": "c-1"}', 'example', 3)`,
    );
  });

  it('restored into an empty database is the same, verifies, and works on', async () => {
    const counts = await backup(where.ownerUrl, at('whole'));
    expect(counts).toMatchObject({ account: 1, courier: 1 });
    expect(statSync(at('whole')).mode & 0o777).toBe(0o600);
    const { place, pool, gone } = await emptyOne();
    expect(await restore(place.ownerUrl, at('whole'))).toEqual(counts);
    expect(await contents(pool)).toEqual(await contents(owner));
    expect(await verify(pool, how)).toMatchObject({
      differences: [],
      shipments: counts.shipment,
      events: counts.event,
    });
    expect((await pool.query('select from cellrelay.session')).rowCount).toBe(0);
    const there = await opened(place.apiUrl);
    const cursor = await settled(there);
    const [known] = (await pool.query<{ id: ShipmentId }>('select id from cellrelay.shipment limit 1')).rows;
    await note(there, known?.id ?? ('' as ShipmentId));
    await owing(there, [deadline('new', await fromNow(there, 0))]);
    await settled(there);
    expect(await there.changes.changesAfter(cursor, 10)).toMatchObject({ value: [{ shipment: known?.id }, {}] });
    await there.close();
    await gone();
  });

  it('holds every column of every table but what is left out on purpose', async () => {
    const found = await owner.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
        where table_schema = 'cellrelay' and not (select relispartition from pg_class where oid = format('cellrelay.%I', table_name)::regclass)`,
    );
    const there = found.rows.filter(({ table }) => !leftOut.includes(table));
    const kept = keptTables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`));
    const wanted = there.map(({ table, column }) => `${table}.${column}`).filter((each) => !leftOut.includes(each));
    expect(kept.toSorted()).toEqual(wanted.toSorted());
  });

  it('is one moment, whatever is written meanwhile', async () => {
    let writing = true;
    const writer = (async () => {
      while (writing) await note(database, (await owing(database, [])).shipment);
    })();
    await backup(where.ownerUrl, at('busy'));
    writing = false;
    await writer;
    const { place, pool, gone } = await emptyOne();
    await restore(place.ownerUrl, at('busy'));
    expect((await verify(pool, how)).differences).toEqual([]);
    await gone();
  });

  it('overwrites nothing and leaves no half file', async () => {
    writeFileSync(at('taken'), 'mine');
    await expect(backup(where.ownerUrl, at('taken'))).rejects.toMatchObject({ code: 'file-exists' });
    expect(readFileSync(at('taken'), 'utf8')).toBe('mine');
  });

  it('is refused to a role that may not read all, as the worker’s may not', async () => {
    const failure: unknown = await backup(where.workerUrl, at('lesser')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BackupError);
    expect(failure).toMatchObject({
      code: 'not-the-owner',
      message: expect.stringContaining("Only the owner's role may make a backup"),
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('lesser'))).toEqual([]);
  });

  function flipped(whole: Buffer, at: number): Buffer {
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    return changed;
  }

  const damages: readonly [string, string, (whole: Buffer) => Buffer][] = [
    ['cut short by a byte', 'damaged', (whole) => whole.subarray(0, -1)],
    ['cut in the middle', 'damaged', (whole) => whole.subarray(0, whole.length >> 1)],
    ...[0.1, 0.3, 0.5, 0.7, 0.9].map((part): (typeof damages)[number] => [
      `with a bit changed after ${part * 100} % of it`,
      'damaged',
      (whole) => flipped(whole, Math.floor(whole.length * part)),
    ]),
    ['that is empty', 'damaged', () => Buffer.alloc(0)],
    ['that is something else', 'damaged', () => Buffer.from('a letter')],
  ];

  it.each(damages)('%s is refused, and the database stays empty', async (name, code, damage) => {
    writeFileSync(at(name), damage(readFileSync(at('whole'))));
    const { place, pool, gone } = await emptyOne();
    const failure: unknown = await restore(place.ownerUrl, at(name)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BackupError);
    expect(failure).toMatchObject({ code, message: expect.stringContaining('Nothing was changed') });
    expect(await contents(pool)).toEqual([...tables, 'event'].map(() => []));
    expect(await restore(place.ownerUrl, at('whole'))).toMatchObject({ account: 1 });
    await gone();
  });

  it('is not restored over anything, nor into another version', async () => {
    await expect(restore(where.ownerUrl, at('whole'))).rejects.toMatchObject({ code: 'not-empty' });
    const { place, pool, gone } = await emptyOne();
    await pool.query(`insert into cellrelay.migration (timestamp, name) values (1, 'Another1')`);
    await expect(restore(place.ownerUrl, at('whole'))).rejects.toMatchObject({ code: 'other-migrations' });
    await gone();
  });
});
