import pg from 'pg';
import type { Database } from '@cellrelay/adapter-postgres';
import type { CommitOutcome } from '@cellrelay/use-cases';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { commandKey, commitOf, opened, shipmentId, type Told } from './store-fixtures.js';

/** What no test of one process can see: orders of one unit that meet in the database, and one that is written while the other's shipment ends. */

let where: ThrowAwayDatabase;
let databases: readonly Database[];

beforeAll(async () => {
  where = await throwAwayDatabase();
  databases = await Promise.all([opened(where.apiUrl), opened(where.workerUrl)]);
});
afterAll(async () => {
  await Promise.all(databases.map((each) => each.close()));
  await where.drop();
});

function write(database: Database, shipment: ReturnType<typeof shipmentId>, row: Told['row']): Promise<CommitOutcome> {
  return database.shipments.commit(commandKey(shipment), (loaded) => ({
    ok: true,
    commit: commitOf(shipment, loaded, { row }),
  }));
}

const holdersOf = async (unit: string) =>
  (await databases[0]!.pool.query('select live from cellrelay.shipment where unit = $1', [unit])).rows;

it('a unit that many order at once, from two processes, goes to one of them', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, (_, index) => write(databases[index % 2]!, shipmentId(), { unit: 'U-1' })),
  );
  expect(outcomes.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
  const refused = outcomes.flatMap((each) => (each.kind === 'refused' ? [each.refusal.code] : []));
  expect(refused).toEqual(Array.from({ length: 11 }, () => 'unit-ordered-already'));
  expect(await holdersOf('U-1')).toEqual([{ live: true }]);
});

it('a refused order leaves nothing, and its connection usable', async () => {
  const [first, second] = [shipmentId(), shipmentId()];
  await write(databases[0]!, first, { unit: 'U-2' });
  const key = commandKey(second);
  const order = () =>
    databases[0]!.shipments.commit(key, (loaded) => ({
      ok: true,
      commit: commitOf(second, loaded, { row: { unit: 'U-2' } }),
    }));
  expect(await order()).toMatchObject({ kind: 'refused', refusal: { sentence: expect.stringContaining('REF 1') } });
  expect(await databases[0]!.shipments.log(second, 0, 10)).toEqual([]);
  await write(databases[1]!, first, { unit: null, live: false });
  expect(await order()).toMatchObject({ kind: 'committed' });
});

/** Orders the unit while a shipment that has it is being written as ended, by a transaction that commits only once the order waits for it. */
async function orderedWhileItEnds(unit: string, infused: boolean): Promise<CommitOutcome> {
  const first = shipmentId();
  await write(databases[0]!, first, { unit });
  const ending = new pg.Client({ connectionString: where.workerUrl });
  await ending.connect();
  try {
    await ending.query('begin');
    const text = `update cellrelay.shipment set live = false, unit = ${infused ? 'unit' : 'null'} where id = $1`;
    await ending.query(text, [first]);
    const ordered = write(databases[1]!, shipmentId(), { unit });
    await untilWaitedFor(ending);
    await ending.query('commit');
    return await ordered;
  } finally {
    await ending.end();
  }
}

async function untilWaitedFor(client: pg.Client): Promise<void> {
  const waiting = 'select from pg_locks where not granted and transactionid = pg_current_xact_id()::xid';
  while ((await client.query(waiting)).rowCount === 0) await new Promise((done) => setTimeout(done, 5));
}

it('a unit whose shipment ends at that moment is free', async () => {
  expect(await orderedWhileItEnds('U-3', false)).toMatchObject({ kind: 'committed' });
});

it('a unit whose shipment ends at that moment with its infusion is not', async () => {
  expect(await orderedWhileItEnds('U-4', true)).toMatchObject({ kind: 'refused', refusal: { code: 'unit-used-up' } });
});

it('what is said of an ended shipment is taken, whoever has ordered its unit since', async () => {
  const [first, second] = [shipmentId(), shipmentId()];
  await write(databases[0]!, first, { unit: 'U-5' });
  await write(databases[0]!, first, { unit: null, live: false });
  expect(await write(databases[1]!, second, { unit: 'U-5' })).toMatchObject({ kind: 'committed' });
  expect(await write(databases[0]!, first, { unit: 'U-5', live: false })).toMatchObject({ kind: 'committed' });
  expect(await write(databases[1]!, second, { unit: 'U-5' })).toMatchObject({ kind: 'committed' });
});
