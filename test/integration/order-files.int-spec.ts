import { randomUUID } from 'node:crypto';
import type { ShipmentId } from '@cellrelay/kernel';
import {
  ImportOrders,
  IssueCommand,
  noRelay,
  orderTemplate,
  reached,
  SitePolicies,
  TakeCommand,
  type Asker,
  type OrdersImported,
  type TakenCommand,
  type TakenOutcome,
} from '@cellrelay/use-cases';
import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { airports, holidays } from '../../apps/ops/src/stack/open-stack.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { daysAhead } from '../support/days-ahead.js';

let where: ThrowAwayDatabase;
let database: Database;
let take: TakeCommand;
let asker: Asker;

beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await openDatabase({ url: where.apiUrl, folding });
  const issue = new IssueCommand(database.shipments, noRelay, reached, holidays);
  take = new TakeCommand({ issue, store: database.shipments, airports, policies: policies() });
  const { rows } = await database.pool.query<{ id: string; name: string }>(
    `select id, name from cellrelay.organisation where kind = 'operator'`,
  );
  const [operator] = rows;
  const organisation = { id: operator?.id ?? '', name: operator?.name ?? '', kind: 'operator' } as const;
  asker = {
    account: 'coordinator',
    acting: { person: 'A. Example', role: 'coordinator', organisation, courier: null },
  };
});
afterAll(async () => {
  await database?.close();
  await where?.drop();
});

const policies = () => new SitePolicies(database.policies, { airports, holidays });

type Taken = (taken: TakenCommand) => Promise<TakenOutcome>;

interface Without {
  readonly taken?: Taken;
  readonly idOf?: (reference: string) => ShipmentId;
  /** Nobody looks whether a reference is in use. */
  readonly blind?: boolean;
}

function orders({ taken = (each) => take.take(each), idOf, blind = false }: Without = {}): ImportOrders {
  const references = blind ? { referred: () => Promise.resolve([]) } : database.board;
  const { shipments, clock } = database;
  const parts = { take: { take: taken }, shipments, references, policies: policies(), airports, clock };
  return new ImportOrders(idOf === undefined ? parts : { ...parts, idOf });
}

/** A file of so many orders, each like the template's with a reference of its own. */
function fileOf(prefix: string, count: number, changed: (line: string) => string = (line) => line): Uint8Array {
  const [head = '', example = ''] = orderTemplate().split('\r\n');
  const dated = example.replace('2027-03-01', daysAhead(60)).replace('2027-03-02', daysAhead(61));
  const lines = Array.from({ length: count }, (_, nth) => changed(dated.replace('EX-27-0001', `${prefix}-${nth + 1}`)));
  return new TextEncoder().encode([head, ...lines, ''].join('\r\n'));
}

async function imported(by: ImportOrders, file: Uint8Array): Promise<OrdersImported> {
  const seen = await by.preview(asker, file);
  if (!seen.ok) throw new Error(seen.error.sentence);
  const done = await by.import(asker, file, seen.value.sha256);
  if (!done.ok) throw new Error(done.error.sentence);
  return done.value;
}

const became = ({ items }: Pick<OrdersImported, 'items'>) => items.map(({ becomes }) => becomes);

async function openOf(prefix: string): Promise<number> {
  const found = await database.board.list({ search: `${prefix}-` }, { cursor: null, limit: 50 });
  if (!found.ok) throw new Error(found.error.sentence);
  return found.value.items.filter(({ row }) => row.reference.startsWith(`${prefix}-`)).length;
}

/** Goes through with two orders and dies before it could say so of the second. */
function dyingAfterTwo(): Taken {
  let opened = 0;
  return async (each) => {
    const outcome = await take.take(each);
    opened += 1;
    if (opened === 2) throw new Error('the process died here');
    return outcome;
  };
}

describe('orders from a file', () => {
  it('are looked at without anything being opened, and opened once, however often the file is sent', async () => {
    const file = fileOf('EX-ONCE', 3);
    const seen = await orders().preview(asker, file);
    expect(seen.ok && became(seen.value)).toEqual(['opens', 'opens', 'opens']);
    expect(await openOf('EX-ONCE')).toBe(0);
    expect(became(await imported(orders(), file))).toEqual(['opened', 'opened', 'opened']);
    expect(became(await imported(orders(), file))).toEqual(['there-already', 'there-already', 'there-already']);
    expect(await openOf('EX-ONCE')).toBe(3);
  });

  it('are opened to the end by the next press where the process died between two', async () => {
    const file = fileOf('EX-DIED', 4);
    await expect(imported(orders({ taken: dyingAfterTwo() }), file)).rejects.toThrow('died here');
    expect(await openOf('EX-DIED')).toBe(2);
    expect(became(await imported(orders(), file))).toEqual(['there-already', 'there-already', 'opened', 'opened']);
    expect(await openOf('EX-DIED')).toBe(4);
  });

  it('would be doubled there, were they not known by their references (control)', async () => {
    const file = fileOf('EX-CONTROL', 4);
    const idOf = () => randomUUID() as ShipmentId;
    await expect(imported(orders({ taken: dyingAfterTwo(), idOf, blind: true }), file)).rejects.toThrow('died here');
    await imported(orders({ idOf, blind: true }), file);
    expect(await openOf('EX-CONTROL')).toBe(6);
  });

  it('are opened once by two at once', async () => {
    const file = fileOf('EX-TWO', 3);
    const both = await Promise.all([imported(orders(), file), imported(orders(), file)]);
    expect(both.flatMap(became).filter((each) => each === 'opened')).toHaveLength(3);
    expect(both.flatMap(became).filter((each) => each === 'faulty')).toEqual([]);
    expect(await openOf('EX-TWO')).toBe(3);
  });

  it('of a file that was mended open what is new in it alone', async () => {
    const [sound, faulty] = [fileOf('EX-MEND', 2), fileOf('EX-MEND', 2, withoutCheck)];
    const first = await imported(orders(), faulty);
    expect(first.items[0]).toMatchObject({ becomes: 'opened' });
    expect(first.items[1]).toMatchObject({
      becomes: 'faulty',
      faults: [{ column: 'donor_grid' }],
    });
    expect(became(await imported(orders(), sound))).toEqual(['there-already', 'opened']);
  });

  it('of a reference that another shipment has are left to be opened by hand', async () => {
    const [opened] = (await imported(orders({ idOf: () => randomUUID() as ShipmentId }), fileOf('EX-HELD', 1))).items;
    const seen = await orders().preview(asker, fileOf('EX-HELD', 1));
    expect(seen).toMatchObject({ value: { items: [{ becomes: 'reference-in-use', shipment: opened?.shipment }] } });
    expect(became(await imported(orders(), fileOf('EX-HELD', 1)))).toEqual(['reference-in-use']);
  });

  it('are found by their whole reference, in any case, however many others begin like it', async () => {
    const elsewhere = { idOf: () => randomUUID() as ShipmentId, blind: true };
    const held = await imported(orders(elsewhere), fileOf('EX-MANY', 60));
    const seen = await orders().preview(
      asker,
      fileOf('ex-many', 60, (line) => line.replace('ex-many-60', 'ex-many-6')),
    );
    if (!seen.ok) throw new Error(seen.error.sentence);
    const standing = seen.value.items.map(({ becomes, shipment }) => [becomes, shipment]);
    expect(standing.slice(0, 59)).toEqual(
      held.items.slice(0, 59).map(({ shipment }) => ['reference-in-use', shipment]),
    );
    expect(standing.at(-1)).toEqual(['faulty', null]);
    expect(await orders().preview(asker, fileOf('X-MANY', 1))).toMatchObject({
      value: { items: [{ becomes: 'opens' }] },
    });
  });

  it('are judged line by line by the rules of opening: one wrong line holds up no other', async () => {
    const twice = (line: string): string => line.replace('EX-JUDGED-3', 'ex-judged-1');
    const late = (line: string): string =>
      line.startsWith('EX-JUDGED-2')
        ? line.replace(daysAhead(60), '2020-01-01').replace(daysAhead(61), '2020-01-02')
        : line;
    const seen = await orders().preview(
      asker,
      fileOf('EX-JUDGED', 3, (line) => late(twice(line))),
    );
    expect(seen).toMatchObject({
      value: {
        items: [
          { line: 2, becomes: 'opens', faults: [] },
          { line: 3, becomes: 'faulty', faults: [{ column: 'collection_day_1' }] },
          { line: 4, becomes: 'faulty', faults: [{ column: 'reference', code: 'orders-reference-twice' }] },
        ],
      },
    });
  });

  it('are not opened of another file than the one that was looked at', async () => {
    const other = await orders().import(asker, fileOf('EX-OTHER', 1), '0'.repeat(64));
    expect(other).toMatchObject({ ok: false, error: { code: 'file-changed' } });
    expect(await openOf('EX-OTHER')).toBe(0);
  });
});

/** The second order's GRID with its last digit wrong. */
function withoutCheck(line: string): string {
  return line.startsWith('EX-MEND-2') ? line.replace('0041 202', '0041 203') : line;
}
