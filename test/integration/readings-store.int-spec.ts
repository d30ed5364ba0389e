import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { backup, removeExamples, restore, type Database } from '@cellrelay/adapter-postgres';
import type { Instant, ShipmentId } from '@cellrelay/kernel';
import { mostOfLogger, type KeptReadings } from '@cellrelay/use-cases';
import type { Reading } from '@cellrelay/viability';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { opened, shipmentId } from './store-fixtures.js';

/** Readings in their partitions: what is kept once, what is known, and what goes with a shipment. */

const startsAt = Date.parse('2026-11-30T22:00:00.000Z');
const hour = 3_600_000;

let where: ThrowAwayDatabase;
let database: Database;
let owner: pg.Pool;
beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await opened(where.apiUrl);
  owner = new pg.Pool({ connectionString: where.ownerUrl, max: 2 });
  owner.on('error', () => undefined);
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await where.drop();
});

/** One every half hour, over the turn of a month. */
function series(count: number, celsius = 4.2): readonly Reading[] {
  return Array.from({ length: count }, (_, index) => ({ atMillis: startsAt + index * (hour / 2), celsius }));
}

const always = { from: '2026-01-01T00:00:00.000Z' as Instant, to: '2028-01-01T00:00:00.000Z' as Instant };

/** All that a shipment has of those loggers. */
function allOf(shipment: ShipmentId, ...loggers: readonly string[]): Promise<ReadonlyMap<string, readonly Reading[]>> {
  const spans = loggers.map((logger) => ({ logger, ...always }));
  return database.readings.of(shipment, spans, mostOfLogger);
}

function keep(
  of: { readonly shipment: ShipmentId; readonly logger: string; readonly readings: readonly Reading[] },
  most = mostOfLogger,
): Promise<KeptReadings> {
  return database.readings.keep({ ...of, most });
}

function partitions(): Promise<readonly string[]> {
  return partitionsOn(owner);
}

async function partitionsOn(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'cellrelay.logger_reading'::regclass order by 1`,
  );
  return rows.map((row) => row.name.replace('cellrelay.', ''));
}

describe('readings', () => {
  it('lie in the partitions of their months, which whoever writes first makes, one ahead', async () => {
    const shipment = shipmentId();
    expect((await keep({ shipment, logger: 'L1', readings: series(8) })).known.size).toBe(0);
    expect(await partitions()).toEqual(['logger_reading_2026_11', 'logger_reading_2026_12', 'logger_reading_2027_01']);
    const counted = await owner.query('select from cellrelay.logger_reading_2026_11 where shipment = $1', [shipment]);
    expect(counted.rowCount).toBe(4);
  });

  it('are kept once: the same again is known, and another value at that instant is told and not taken', async () => {
    const shipment = shipmentId();
    await keep({ shipment, logger: 'L1', readings: series(3) });
    const other = [
      ...series(2),
      { atMillis: startsAt + 2 * (hour / 2), celsius: 9 },
      { atMillis: startsAt + 9 * hour, celsius: 5 },
    ];
    const { known } = await keep({ shipment, logger: 'L1', readings: other });
    expect([...known].toSorted(([a], [b]) => a - b)).toEqual([
      [startsAt, 4.2],
      [startsAt + hour / 2, 4.2],
      [startsAt + hour, 4.2],
    ]);
    const all = await allOf(shipment, 'L1');
    expect(all.get('L1')).toEqual([...series(3), { atMillis: startsAt + 9 * hour, celsius: 5 }]);
  });

  it('of two who write a month’s first one at once are both kept', async () => {
    const far = Date.parse('2027-05-31T23:59:00.000Z');
    const [shipment, pool] = [shipmentId(), await opened(where.apiUrl)];
    const one = (logger: string, on: Database) =>
      on.readings.keep({ shipment, logger, readings: [{ atMillis: far, celsius: 4 }], most: mostOfLogger });
    const loggers = ['A', 'B', 'C', 'D', 'E', 'F'];
    await Promise.all(loggers.map((logger, index) => one(logger, index % 2 === 0 ? database : pool)));
    await pool.close();
    expect([...(await allOf(shipment, ...loggers)).keys()]).toEqual(loggers);
  });

  it('are answered in the order of time, by logger, between two moments', async () => {
    const shipment = shipmentId();
    await keep({ shipment, logger: 'L2', readings: series(4).toReversed() });
    await keep({ shipment, logger: 'L1', readings: series(1) });
    const between = { from: '2026-11-30T22:30:00.000Z' as Instant, to: '2026-11-30T23:00:00.000Z' as Instant };
    const spans = ['L1', 'L2'].map((logger) => ({ logger, ...between }));
    expect([...(await database.readings.of(shipment, spans, 10))]).toEqual([['L2', series(4).slice(1, 3)]]);
    expect(await database.readings.last({ shipment, logger: 'L2' })).toEqual(series(4)[3]);
    expect(await database.readings.last({ shipment, logger: 'L9' })).toBeNull();
  });

  it('keep their milliseconds and their digits', async () => {
    const shipment = shipmentId();
    const readings = [1, 7, 123, 999].map((ms) => ({ atMillis: startsAt + ms, celsius: -196.15 + ms / 10 }));
    await keep({ shipment, logger: 'L1', readings });
    expect((await allOf(shipment, 'L1')).get('L1')).toEqual(readings);
    expect((await keep({ shipment, logger: 'L1', readings })).known.size).toBe(4);
  });
});

describe('readings of several spans', () => {
  const half = hour / 2;
  const spanOf = (logger: string, first: number, last: number) => {
    const at = (nth: number) => new Date(startsAt + nth * half).toISOString() as Instant;
    return { logger, from: at(first), to: at(last) };
  };

  it('are each there once, also where spans touch, and none between them', async () => {
    const shipment = shipmentId();
    for (const logger of ['L1', 'L2']) await keep({ shipment, logger, readings: series(8) });
    const spans = [spanOf('L1', 0, 2), spanOf('L1', 2, 3), spanOf('L1', 6, 6), spanOf('L2', 7, 20)];
    const all = series(8);
    expect([...(await database.readings.of(shipment, spans, 100))]).toEqual([
      ['L1', [...all.slice(0, 4), all[6]]],
      ['L2', [all[7]]],
    ]);
  });

  it('are the first of each logger, and no more than are asked for', async () => {
    const shipment = shipmentId();
    for (const logger of ['L1', 'L2']) await keep({ shipment, logger, readings: series(8) });
    const found = await database.readings.of(shipment, [spanOf('L1', 0, 9), spanOf('L2', 4, 9)], 3);
    expect([...found]).toEqual([
      ['L1', series(8).slice(0, 3)],
      ['L2', series(8).slice(4, 7)],
    ]);
  });
});

describe('readings of a logger beyond what is kept of one', () => {
  it('are not kept, the latest of a batch; what stands is known, and there is room for no other', async () => {
    const of = { shipment: shipmentId(), logger: 'L1' };
    const instants = (kept: KeptReadings) => [[...kept.known.keys()], [...kept.over]];
    const at = series(9).map(({ atMillis }) => atMillis);
    expect(instants(await keep({ ...of, readings: series(4) }, 6))).toEqual([[], []]);
    const wanted = { ...of, readings: series(9), most: 6 };
    const foreseen = await database.readings.foresee(wanted);
    expect(instants(foreseen)).toEqual([at.slice(0, 4), at.slice(6)]);
    expect(await database.readings.keep(wanted)).toEqual(foreseen);
    expect(instants(await keep({ ...of, readings: series(9) }, 6))).toEqual([at.slice(0, 6), at.slice(6)]);
    expect((await allOf(of.shipment, 'L1')).get('L1')).toEqual(series(6));
    expect((await keep({ ...of, logger: 'L2', readings: series(9) }, 9)).over.size).toBe(0);
  });

  it('leave no mark where none of them was kept', async () => {
    const of = { shipment: shipmentId(), logger: 'L1' };
    await keep({ ...of, readings: series(2) }, 2);
    await database.readings.clear((await database.readings.mark(of.shipment))!);
    await keep({ ...of, readings: series(5) }, 2);
    expect(await database.readings.mark(of.shipment)).toBeNull();
  });

  it('are as many as the intake says, which is what one chart and one report read', async () => {
    const of = { shipment: shipmentId(), logger: 'L1' };
    const many = Array.from({ length: mostOfLogger + 5 }, (_, nth) => ({
      atMillis: startsAt + nth * 1_000,
      celsius: 4,
    }));
    for (let from = 0; from < mostOfLogger; from += 10_000)
      await keep({ ...of, readings: many.slice(from, from + 10_000) });
    expect((await keep({ ...of, readings: many.slice(mostOfLogger) })).over.size).toBe(5);
    expect((await allOf(of.shipment, 'L1')).get('L1')).toHaveLength(mostOfLogger);
    // They weigh on what follows, and prove nothing there.
    await owner.query('delete from cellrelay.logger_reading where shipment = $1', [of.shipment]);
  });
});

describe('the mark of a shipment whose readings are not worked out', () => {
  it('comes with what is new, and with nothing that was known', async () => {
    const shipment = shipmentId();
    await keep({ shipment, logger: 'L1', readings: series(2) });
    const mark = await database.readings.mark(shipment);
    expect(mark).toMatchObject({ shipment, tries: 0 });
    await database.readings.clear(mark!);
    await keep({ shipment, logger: 'L1', readings: series(2) });
    expect(await database.readings.mark(shipment)).toBeNull();
  });

  it('stays where readings have come since it was read', async () => {
    const shipment = shipmentId();
    await keep({ shipment, logger: 'L1', readings: series(1) });
    const read = (await database.readings.mark(shipment))!;
    await keep({ shipment, logger: 'L1', readings: series(2) });
    await database.readings.clear(read);
    const stands = await database.readings.mark(shipment);
    expect(stands).toMatchObject({ shipment, tries: 0 });
    expect(stands?.revision).not.toBe(read.revision);
  });

  it('is found by whoever sweeps once nobody is at work on it, and waits where it was put off', async () => {
    const shipment = shipmentId();
    await keep({ shipment, logger: 'L1', readings: series(1) });
    const worker = await opened(where.workerUrl);
    const found = async (idleMs: number) =>
      (await worker.readings.marked(idleMs, 100)).filter((mark) => mark.shipment === shipment);
    expect(await found(60_000)).toEqual([]);
    const [mark] = await found(0);
    expect(mark).toMatchObject({ tries: 0 });
    await worker.readings.putOff(mark!, 60_000);
    expect(await found(0)).toEqual([]);
    expect(await worker.readings.mark(shipment)).toMatchObject({ tries: 1 });
    await keep({ shipment, logger: 'L1', readings: series(2) });
    expect(await found(0)).toMatchObject([{ tries: 0 }]);
    await worker.close();
  });
});

describe('what is kept', () => {
  it('goes into a backup with its months and its marks, and comes back into partitions', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'cellrelay-readings-'));
    const file = path.join(folder, 'backup');
    const place = await throwAwayDatabase();
    const pool = new pg.Pool({ connectionString: place.ownerUrl, max: 1 });
    pool.on('error', () => undefined);
    const counts = await backup(where.ownerUrl, file);
    expect(counts.logger_reading).toBeGreaterThan(0);
    expect(await restore(place.ownerUrl, file)).toEqual(counts);
    expect(await partitionsOn(pool)).toEqual(await partitions());
    const text = 'select * from cellrelay.logger_reading order by shipment, logger, at';
    expect((await pool.query(text)).rows).toEqual((await owner.query(text)).rows);
    await pool.end();
    await place.drop();
    rmSync(folder, { recursive: true });
  });

  it('goes with an example that is removed, and with nothing else', async () => {
    const [example, real] = [shipmentId(), shipmentId()];
    await owner.query(
      `insert into cellrelay.shipment (id, revision, last_hash, fold_version, state, live, example, reference, severity, search_text, view, created_at, updated_at)
       values ($1, 0, 'x', 1, '{}', true, true, 'EXAMPLE', 0, '', '{}', now(), now())`,
      [example],
    );
    for (const shipment of [example, real]) await keep({ shipment, logger: 'L1', readings: series(2) });
    expect(await removeExamples(database.pool, 'anna')).toEqual([example]);
    expect((await allOf(example, 'L1')).size).toBe(0);
    expect(await database.readings.mark(example)).toBeNull();
    expect((await allOf(real, 'L1')).get('L1')).toHaveLength(2);
  });

  it('is changed and deleted by nobody who serves', async () => {
    const shipment = shipmentId();
    await keep({ shipment, logger: 'L1', readings: series(1) });
    for (const text of ['update cellrelay.logger_reading set celsius = 4', 'delete from cellrelay.logger_reading'])
      await expect(database.pool.query(text)).rejects.toMatchObject({ code: '42501' });
  });
});
