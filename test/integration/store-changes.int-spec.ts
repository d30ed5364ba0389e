import pg from 'pg';
import type { Database } from '@cellrelay/adapter-postgres';
import type { ShipmentId } from '@cellrelay/kernel';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { note, opened, settled, shipmentId, transactionOf } from './store-fixtures.js';

let where: ThrowAwayDatabase;
let database: Database;

beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await opened(where.apiUrl);
});
afterAll(async () => {
  await database.close();
  await where.drop();
});

/** Follows the stream to its end, as a reader does. */
async function follow(from: string): Promise<{ seen: ShipmentId[]; cursor: string }> {
  const seen: ShipmentId[] = [];
  for (let cursor = from; ;) {
    const page = await database.changes.changesAfter(cursor, 2);
    if (!page.ok) throw new Error(page.error.sentence);
    const last = page.value.at(-1);
    if (last === undefined) return { seen, cursor };
    seen.push(...page.value.map((each) => each.shipment));
    cursor = last.cursor;
  }
}

/** Follows until so many changes were told: the server's own work on this database may hold them back for a moment. */
async function followFor(from: string, count: number): Promise<{ seen: ShipmentId[]; cursor: string }> {
  const all = await follow(from);
  while (all.seen.length < count) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const more = await follow(all.cursor);
    all.seen.push(...more.seen);
    all.cursor = more.cursor;
  }
  return all;
}

/** A transaction that has written a line to this shipment's log and is still open. */
async function heldOpen(shipment: ShipmentId, seq: number): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: where.apiUrl });
  await client.connect();
  await client.query('begin');
  await client.query(`insert into cellrelay.event (shipment, seq, text, hash) values ($1, $2, '{}', 'x')`, [
    shipment,
    seq,
  ]);
  return client;
}

describe('the live stream', () => {
  it('tells each shipment that moved once, with where it stands', async () => {
    const cursor = await settled(database);
    const [one, two] = [shipmentId(), shipmentId()];
    await note(database, one);
    await note(database, two);
    await note(database, one, { events: 2 });
    await settled(database);
    const page = await database.changes.changesAfter(cursor, 100);
    expect(page).toMatchObject({
      ok: true,
      value: [
        { shipment: two, revision: 1 },
        { shipment: one, revision: 3 },
      ],
    });
    expect(await follow(page.ok ? (page.value[0]?.cursor ?? '') : '')).toMatchObject({ seen: [one] });
  });

  it('never passes a transaction that is still open: its line is told when it has committed', async () => {
    const [slow, quick] = [shipmentId(), shipmentId()];
    await note(database, slow);
    const start = await settled(database);
    const open = await heldOpen(slow, 2);
    const mine = await open.query<{ tx: string }>('select pg_current_xact_id()::text as tx');
    await note(database, quick);
    const before = await follow(start);
    expect(before.seen).toEqual([]);
    expect(transactionOf(await database.changes.latestCursor())).toBeLessThan(BigInt(mine.rows[0]?.tx ?? '0'));
    await open.query('commit');
    await open.end();
    expect((await followFor(before.cursor, 2)).seen).toEqual([slow, quick]);
  });

  it('does not wait for a transaction of another database on the same server', async () => {
    const other = await throwAwayDatabase({ empty: true });
    const elsewhere = new pg.Client({ connectionString: other.ownerUrl });
    await elsewhere.connect();
    await elsewhere.query('begin');
    const held = await elsewhere.query<{ tx: string }>('select pg_current_xact_id()::text as tx');
    const start = await settled(database);
    const shipment = shipmentId();
    await note(database, shipment);
    expect((await followFor(start, 1)).seen).toEqual([shipment]);
    expect(transactionOf(await database.changes.latestCursor())).toBeGreaterThan(BigInt(held.rows[0]?.tx ?? '0'));
    await elsewhere.end();
    await other.drop();
  });

  it('looks again soon while a line may be held back: a rollback rings no bell', async () => {
    const [slow, quick] = [shipmentId(), shipmentId()];
    await note(database, slow);
    const start = await settled(database);
    const open = await heldOpen(slow, 2);
    await note(database, quick);
    let woken: () => void = () => undefined;
    const stop = database.changes.watch(() => woken());
    const began = performance.now();
    for (let looks = 0; looks < 5; looks++) {
      const news = new Promise<void>((resolve) => (woken = resolve));
      expect((await follow(start)).seen).toEqual([]);
      await news;
    }
    expect(performance.now() - began).toBeLessThan(2_500);
    await open.query('rollback');
    await open.end();
    expect((await followFor(start, 1)).seen).toEqual([quick]);
    stop();
  });

  it('control: by position alone the reader passes the open transaction, and its line is never told', async () => {
    const [slow, quick] = [shipmentId(), shipmentId()];
    await note(database, slow);
    const byPosition = async (from: string) =>
      (
        await database.pool.query<{ shipment: ShipmentId; position: string }>(
          'select shipment, position from cellrelay.event where position > $1 order by position',
          [from],
        )
      ).rows;
    const start = (await byPosition('0')).at(-1)?.position ?? '';
    const open = await heldOpen(slow, 2);
    await note(database, quick);
    const read = await byPosition(start);
    await open.query('commit');
    await open.end();
    const readAfter = await byPosition(read.at(-1)?.position ?? '');
    expect([...read, ...readAfter].map((row) => row.shipment)).toEqual([quick]);
  });

  it('loses nothing and tells nothing twice to a reader that goes on beside many writers', async () => {
    const shipments = Array.from({ length: 12 }, () => shipmentId());
    let cursor = await settled(database);
    const seen: ShipmentId[] = [];
    let writing = true;
    const reader = async (): Promise<void> => {
      while (writing) {
        const more = await follow(cursor);
        seen.push(...more.seen);
        cursor = more.cursor;
      }
    };
    const reading = reader();
    await Promise.all(shipments.map((each) => note(database, each)));
    writing = false;
    await reading;
    seen.push(...(await followFor(cursor, shipments.length - seen.length)).seen);
    await settled(database);
    expect([...seen].sort()).toEqual([...shipments].sort());
  });

  it.each(['', 'x', '1.2.3', '0.0', '1.2.3.4', `${'9'.repeat(19)}.1.1`])(
    'refuses "%s" for a cursor',
    async (cursor) => {
      expect(await database.changes.changesAfter(cursor, 10)).toMatchObject({
        ok: false,
        error: { code: 'cursor-unknown' },
      });
    },
  );

  it('wakes those who watch when another process commits, well before the next poll', async () => {
    const other = await opened(where.workerUrl);
    let woken: () => void = () => undefined;
    const stop = database.changes.watch(() => woken());
    const listening = async () =>
      (
        await database.pool.query(
          `select from pg_stat_activity where datname = $1 and query ilike 'listen%' and state = 'idle'`,
          [where.name],
        )
      ).rowCount;
    while ((await listening()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const began = performance.now();
    for (let commits = 0; commits < 5; commits++) {
      const news = new Promise<void>((resolve) => (woken = resolve));
      await note(other, shipmentId());
      await news;
    }
    // Polls alone come a second apart.
    expect(performance.now() - began).toBeLessThan(3_000);
    stop();
    await other.close();
  });
});
