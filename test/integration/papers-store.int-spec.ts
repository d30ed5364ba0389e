import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Database } from '@cellrelay/adapter-postgres';
import type { LocalDate, ShipmentId } from '@cellrelay/kernel';
import { paperContract } from '@cellrelay/testkit';
import type { Loaded } from '@cellrelay/use-cases';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { commandKey, commitOf, opened, shipmentId, type Told } from './store-fixtures.js';

let where: ThrowAwayDatabase;
let api: Database;
let worker: Database;
let owner: pg.Pool;
let shipments: [ShipmentId, ShipmentId, ShipmentId];

beforeAll(async () => {
  where = await throwAwayDatabase();
  api = await opened(where.apiUrl);
  worker = await opened(where.workerUrl);
  owner = new pg.Pool({ connectionString: where.ownerUrl, max: 2 });
  owner.on('error', () => undefined);
  const [a, b, c] = [shipmentId(), shipmentId(), shipmentId()].sort() as [ShipmentId, ShipmentId, ShipmentId];
  shipments = [a, b, c];
  for (const shipment of shipments) await commit(shipment);
}, 120_000);
afterAll(async () => {
  await owner.end();
  await worker.close();
  await api.close();
  await where.drop();
});

const commit = (shipment: ShipmentId, told: Told = {}) =>
  api.shipments.commit(commandKey(shipment), (loaded: Loaded) => ({
    ok: true,
    commit: commitOf(shipment, loaded, told),
  }));

const by = { account: 'EXAMPLE coordinator', organisation: randomUUID() };
let entries = 0;
const confirm = () =>
  api.rules.confirm(by, {
    ...{ rule: 'us-value', version: (entries += 1), person: 'EXAMPLE Officer', source: 'EXAMPLE letter' },
    ...{ confirmedOn: '2026-11-26' as LocalDate, until: null, example: false },
  });

// Made by the API, looked at by the worker: each with its own role.
paperContract('PostgreSQL', () =>
  Promise.resolve({
    ...{ papers: api.papers, marks: worker.paperMarks, shipments },
    owe: async (shipment) => {
      await commit(shipment, { owesPapers: true });
    },
    enter: async () => {
      await confirm();
    },
  }),
);

describe('a mark', () => {
  it('is set by the commit that owes it, and by no other', async () => {
    const shipment = shipmentId();
    await commit(shipment);
    expect(await worker.paperMarks.mark(shipment)).toBeNull();
    await commit(shipment, { owesPapers: true });
    const mark = await worker.paperMarks.mark(shipment);
    expect(mark).toMatchObject({ shipment, tries: 0 });
    await commit(shipment);
    expect(await worker.paperMarks.mark(shipment)).toEqual(mark);
    await worker.paperMarks.clear(mark!);
  });

  it('that waits is told with how long it has, from when it was set on', async () => {
    const shipment = shipmentId();
    await commit(shipment, { owesPapers: true });
    await worker.paperMarks.putOff((await worker.paperMarks.mark(shipment))!, 3_600_000);
    await owner.query(`update cellrelay.paper_mark set marked_at = marked_at - interval '1 hour'`);
    const depth = await worker.paperMarks.depth();
    expect(depth).toMatchObject({ waiting: 1, failing: 1 });
    expect(depth.oldestMs).toBeGreaterThanOrEqual(3_600_000);
    await worker.paperMarks.clear((await worker.paperMarks.mark(shipment))!);
    expect(await worker.paperMarks.depth()).toEqual({ waiting: 0, failing: 0, oldestMs: 0 });
  });

  it('of what is entered waits until that is there to be read, and holds nobody up', async () => {
    while (await worker.paperMarks.spread(10));
    for (const mark of await worker.paperMarks.marked(10)) await worker.paperMarks.clear(mark);
    const client = await owner.connect();
    try {
      await client.query('begin');
      await client.query(
        `insert into cellrelay.paper_fact (kind, about, revision, body, by) values ('site', 'site', 1, '{}', 'EXAMPLE')`,
      );
      expect(await worker.paperMarks.spread(10)).toBe(false);
      expect(await worker.paperMarks.marked(10)).toEqual([]);
      await client.query('commit');
    } finally {
      client.release();
    }
    await worker.paperMarks.spread(10);
    expect((await worker.paperMarks.marked(10)).length).toBe(3);
    for (const mark of await worker.paperMarks.marked(10)) await worker.paperMarks.clear(mark);
  });

  it('is spread anew from the first shipment on where more is entered meanwhile', async () => {
    await confirm();
    expect(await worker.paperMarks.spread(2)).toBe(true);
    for (const mark of await worker.paperMarks.marked(10)) await worker.paperMarks.clear(mark);
    await confirm();
    expect(await worker.paperMarks.spread(2)).toBe(true);
    expect((await worker.paperMarks.marked(10)).map(({ shipment }) => shipment)).toEqual(shipments.slice(0, 2));
    expect(await worker.paperMarks.spread(2)).toBe(false);
    expect((await worker.paperMarks.marked(10)).length).toBe(3);
    for (const mark of await worker.paperMarks.marked(10)) await worker.paperMarks.clear(mark);
  });

  it('is set by nobody for a shipment that has ended or has no papers', async () => {
    const [shipment] = shipments;
    await commit(shipment, { row: { live: false } });
    await commit(shipmentId());
    await confirm();
    while (await worker.paperMarks.spread(10));
    expect((await worker.paperMarks.marked(10)).map((mark) => mark.shipment)).toEqual(shipments.slice(1));
  });
});

describe('what a paper says', () => {
  it.each([
    ['changed', `update cellrelay.paper_document set content = '{}'`],
    ['taken away', 'delete from cellrelay.paper_document'],
  ])('cannot be %s by whoever serves it', async (_, statement) => {
    for (const { pool } of [api, worker]) await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot be made up by whoever looks at it again', async () => {
    const [document] = [...(await api.papers.some(shipments[0], ['A1']))];
    await expect(worker.papers.keep([{ ...document!, document: 'Z' }])).rejects.toMatchObject({ code: '42501' });
  });
});
