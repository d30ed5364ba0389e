import { verify, type Database, type VerifyWith } from '@cellrelay/adapter-postgres';
import type { Holder } from '@cellrelay/shipment';
import type { BoardRow, RowView } from '@cellrelay/use-cases';
import pg from 'pg';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import {
  boardRow,
  chainHash,
  commitOf,
  commandKey,
  deadline,
  fold,
  fromNow,
  opened,
  owedBy,
  shipmentId,
} from './store-fixtures.js';

let where: ThrowAwayDatabase;
let database: Database;
let owner: pg.Pool;

beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await opened(where.apiUrl);
  owner = new pg.Pool({ connectionString: where.ownerUrl, max: 1 });
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await where.drop();
});

const ours: Holder = { part: 'transplant-centre', holder: 't1' };
const view = { reference: 'shared' } as unknown as RowView;
const own = { holder: 't1', parts: ['transplant-centre', 'donor-registry'] } as const;
const paging = { cursor: null, limit: 50 };

async function written(shipment: ReturnType<typeof shipmentId>, row: Partial<BoardRow>, key?: string): Promise<void> {
  const owes = key === undefined ? [] : [deadline(key, await fromNow(database, 60_000))];
  const offers = [{ command: 'RecordReceipt', label: '', prefill: {} }];
  const opening = owes.map((each) => ({ ...each, offers }));
  const outcome = await database.shipments.commit(commandKey(shipment), (loaded) => ({
    ok: true,
    commit: commitOf(shipment, loaded, { owes: opening, agenda: { opened: opening }, row }),
  }));
  expect(outcome.kind).toBe('committed');
}

/** As the commits below wrote it: the row of every shipment here is made alike. */
function verifying(row: Partial<BoardRow>): VerifyWith {
  return {
    ...{ chainHash, foldVersion: 1, fold, agendaOf: owedBy, scansOf: () => [] },
    rowOf: (_, state) => boardRow(state, row),
  };
}

describe('who stands in a shipment', () => {
  const shared = { view, searchText: 'shared words' };

  it('is written by each commit, and taken away by one after which they do not', async () => {
    const shipment = shipmentId();
    await written(shipment, { holders: [ours, { part: 'courier', holder: 'c1' }], shared });
    expect(await database.shipments.holders(shipment)).toHaveLength(2);
    await written(shipment, { holders: [{ part: 'courier', holder: 'c2' }], shared });
    expect(await database.shipments.holders(shipment)).toEqual([{ part: 'courier', holder: 'c2' }]);
    await written(shipment, { holders: [], shared: null });
    expect(await database.shipments.holders(shipment)).toEqual([]);
  });

  it('sees their shipments alone, with the row that is shared, and searches only what is shared', async () => {
    const [theirs, other] = [shipmentId(), shipmentId()];
    await written(theirs, { holders: [ours], shared, searchText: 'whole words' }, 'receive');
    await written(other, { holders: [{ part: 'courier', holder: 't1' }], shared }, 'receive');
    const listed = await database.board.list({ own }, paging);
    expect(listed).toMatchObject({ value: { total: 1, items: [{ shipment: theirs, row: view }] } });
    const found = async (search: string) => database.board.list({ own, search }, paging);
    expect(await found('shared')).toMatchObject({ value: { total: 1 } });
    expect(await found('whole')).toMatchObject({ value: { total: 0, items: [] } });
    const ofGrid = async (grid: string) => database.board.list({ own, grid }, paging);
    expect(await ofGrid('WHOLE')).toMatchObject({ value: { total: 1, items: [{ shipment: theirs, row: view }] } });
    for (const part of ['whol', 'hole', 'whole words x'])
      expect(await ofGrid(part)).toMatchObject({ value: { total: 0 } });
    expect(await database.board.own(own)).toEqual([theirs]);
    const tasks = { own, tasks: true, settledBy: [`${ours.part} RecordReceipt`] };
    expect(await database.board.openItems(tasks, paging)).toMatchObject({
      value: { total: 1, items: [{ row: view }] },
    });
    for (const other of [`${ours.part} RecordCellCount`, 'donor-registry RecordReceipt']) {
      const notTheirs = { ...tasks, settledBy: [other] };
      expect(await database.board.openItems(notTheirs, paging)).toMatchObject({ value: { total: 0 } });
    }
  });

  it('is asked for by index', async () => {
    const client = await owner.connect();
    try {
      await client.query('set enable_seqscan = off');
      const text = `explain select p.shipment from cellrelay.shipment_part p where p.holder = 't1' and p.part = any ('{a}')`;
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(text);
      expect(rows.map((row) => row['QUERY PLAN']).join()).toContain('shipment_part_holder');
    } finally {
      client.release();
    }
  });

  it('is compared by verification, which finds a row that was tampered with', async () => {
    await owner.query('delete from cellrelay.shipment_part');
    await owner.query(`update cellrelay.shipment set shared_view = null, shared_search = null`);
    const sound = (await verify(owner, verifying({}))).differences.filter(
      ({ at }) => at === 'holders' || at === 'shared',
    );
    expect(sound).toEqual([]);
    await owner.query(
      `insert into cellrelay.shipment_part select id, 'courier-company', 'intruder' from cellrelay.shipment limit 1`,
    );
    const { differences } = await verify(owner, verifying({}));
    expect(differences.filter(({ at }) => at === 'holders')).toHaveLength(1);
  });
});

describe('the register of organisations', () => {
  it('is asked by id, and knows none that is no id', async () => {
    const text = `insert into cellrelay.organisation (name, kind, example) values ('EXAMPLE A', 'registry', true) returning id`;
    const [made] = (await owner.query<{ id: string }>(text)).rows;
    expect(await database.organisations.find(made?.id ?? '')).toMatchObject({ name: 'EXAMPLE A' });
    expect(await database.organisations.find('none')).toBeNull();
  });
});
