import pg from 'pg';
import { installReplayClock, removeExamples, setReplayClock, type Database } from '@cellrelay/adapter-postgres';
import type { Instant, ShipmentId } from '@cellrelay/kernel';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { deadline, everythingOf, fromNow, note, opened, owing, settled, shipmentId } from './store-fixtures.js';

let where: ThrowAwayDatabase;
let database: Database;
let owner: pg.Client;
let shipment: ShipmentId;

beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await opened(where.apiUrl);
  owner = new pg.Client({ connectionString: where.ownerUrl });
  await owner.connect();
  shipment = shipmentId();
  await note(database, shipment);
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await where.drop();
});

const changes = [
  `update cellrelay.event set text = '{}'`,
  `update cellrelay.event set hash = 'x' where seq = 1`,
  'delete from cellrelay.event',
  'truncate cellrelay.event',
  'truncate cellrelay.shipment cascade',
];

describe('the log', () => {
  it.each(['api', 'worker'] as const)('cannot be changed by the %s role, nor its guard taken off', async (role) => {
    const client = new pg.Client({ connectionString: role === 'api' ? where.apiUrl : where.workerUrl });
    await client.connect();
    const guard = [
      'alter table cellrelay.event disable trigger all',
      `set session_replication_role = replica`,
      `set role cellrelay_owner`,
    ];
    for (const statement of [...changes, ...guard])
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });

  it.each(changes)('is guarded against the owner as well: %s', async (statement) => {
    await expect(owner.query(statement)).rejects.toMatchObject({
      code: '23001',
      message: expect.stringContaining('append-only'),
    });
  });

  it('control: without the guard the owner changes it, so it is the guard that refuses', async () => {
    await owner.query('begin');
    await owner.query('alter table cellrelay.event disable trigger append_only');
    expect((await owner.query(`update cellrelay.event set text = '{}' where shipment = $1`, [shipment])).rowCount).toBe(
      1,
    );
    await owner.query('rollback');
  });

  it('is not opened by the setting that the removal of examples makes', async () => {
    await owner.query('begin');
    await owner.query(`select set_config('cellrelay.removing_examples', 'yes', true)`);
    await expect(owner.query('delete from cellrelay.event where shipment = $1', [shipment])).rejects.toMatchObject({
      code: '23001',
    });
    await owner.query('rollback');
  });
});

describe('the roles', () => {
  it('are no superusers and pass no row security by', async () => {
    const found = await owner.query<{ rolname: string }>(
      `select rolname from pg_roles where rolname like 'cellrelay\\_%' and rolname <> 'cellrelay_admin' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
    );
    expect(found.rows).toEqual([]);
  });

  it.each([
    `update cellrelay.shipment set example = true`,
    `update cellrelay.agenda_item set shipment = gen_random_uuid()`,
    `update cellrelay.command_answer set answer = '{}'`,
    `create table cellrelay.mine (a int)`,
    `create table public.mine (a int)`,
    `create or replace function cellrelay.clock() returns timestamptz language sql as 'select now()'`,
    `insert into cellrelay.maintenance (what, shipment, by) values ('x', gen_random_uuid(), 'x')`,
  ])('the api role may not: %s', async (statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('the worker role sees of accounts whose they are, nothing that anybody signs in by, and no session', async () => {
    const worker = await opened(where.workerUrl);
    for (const hidden of [
      'name from cellrelay.account',
      'password_hash from cellrelay.account',
      'from cellrelay.session',
    ])
      await expect(worker.pool.query(`select ${hidden}`)).rejects.toMatchObject({ code: '42501' });
    await expect(removeExamples(worker.pool, 'worker')).rejects.toMatchObject({ code: '42501' });
    await worker.close();
  });
});

describe('examples', () => {
  it('are removed whole, with a line for each; real shipments stay as they were', async () => {
    const real = await owing(database, [deadline('a', await fromNow(database, 60_000))]);
    const example = await owing(database, [deadline('a', await fromNow(database, 60_000))], { row: { example: true } });
    const before = await everythingOf(database, real.shipment);
    const cursor = await settled(database);
    expect(await removeExamples(database.pool, 'anna')).toEqual([example.shipment]);
    expect(await everythingOf(database, example.shipment)).toEqual({ events: [], states: [], items: [], answers: [] });
    expect(await everythingOf(database, real.shipment)).toEqual(before);
    expect((await database.pool.query('select what, shipment, by from cellrelay.maintenance')).rows).toEqual([
      { what: 'example-removed', shipment: example.shipment, by: 'anna' },
    ]);
    await expect(owner.query('delete from cellrelay.maintenance')).rejects.toMatchObject({ code: '23001' });
    await settled(database);
    expect(await database.changes.changesAfter(cursor, 10)).toMatchObject({
      ok: true,
      value: [{ shipment: example.shipment, revision: null }],
    });
    expect(await removeExamples(database.pool, 'anna')).toEqual([]);
  });

  it('a shipment neither becomes one nor ceases to be one', async () => {
    await expect(note(database, shipment, { row: { example: true } })).rejects.toThrow('cannot become an example');
    expect((await database.shipments.load(shipment))?.revision).toBe(1);
  });
});

describe('the clock of a replay', () => {
  it('is refused where there are shipments', async () => {
    await expect(installReplayClock(where.ownerUrl, '2026-11-22T08:00:00.000Z' as Instant)).rejects.toThrow(
      'holds shipments',
    );
    expect(Math.abs(Date.parse(await database.clock.now()) - Date.now())).toBeLessThan(5_000);
  });

  it('stands still, jumps forward only, and decides what is due; leases run by the wall', async () => {
    const replay = await throwAwayDatabase();
    const [start, later, evenLater] = ['01', '02', '03'].map((day) => `2030-01-${day}T00:00:00.000Z` as Instant) as [
      Instant,
      Instant,
      Instant,
    ];
    const clock = await installReplayClock(replay.ownerUrl, start);
    const worker = await opened(replay.workerUrl);
    const { ids } = await owing(worker, [deadline('a', later)]);
    expect(await worker.agenda.lease(ids.get('a') ?? '', 1)).toEqual({
      kind: 'early',
      dueAt: later,
      waitMs: 86_400_000,
    });
    await clock.set(later);
    expect(await worker.clock.now()).toBe(later);
    expect(await worker.agenda.lease(ids.get('a') ?? '', 1)).toMatchObject({ kind: 'leased', now: later });
    const lease = await worker.pool.query('select lease_until < $1 as by_the_wall from cellrelay.agenda_item', [start]);
    expect(lease.rows).toEqual([{ by_the_wall: true }]);
    await expect(clock.set(start)).rejects.toThrow('cannot be put back');
    await setReplayClock(replay.ownerUrl, evenLater);
    expect(await clock.now()).toBe(evenLater);
    await clock.close();
    await worker.close();
    await replay.drop();
  });
});
