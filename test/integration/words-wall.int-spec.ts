import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Database } from '@cellrelay/adapter-postgres';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { pastTheCode } from '../support/past-the-code.js';
import { standOnSide } from '../support/stand-on-side.js';
import { note, opened, shipmentId } from './store-fixtures.js';

/** Past the code: what the database itself lets the application's roles see of what people write. */

const shipment = shipmentId();
const organisation = {
  operator: randomUUID(),
  registry: randomUUID(),
  transplant: randomUUID(),
  carrier: randomUUID(),
  stranger: randomUUID(),
  former: randomUUID(),
  other: randomUUID(),
};
type Who = keyof typeof organisation;
const ask = 'select side from cellrelay.words order by side';
const askKeys = 'select side from cellrelay.words_key order by side';
let where: ThrowAwayDatabase;
let database: Database;
let owner: pg.Client;

beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await opened(where.apiUrl);
  await note(database, shipment);
  owner = await connected(where.ownerUrl);
  for (const [name, kind] of [
    ['operator', 'operator'],
    ['registry', 'registry'],
    ['transplant', 'transplant-centre'],
    ['carrier', 'courier-company'],
    ['stranger', 'registry'],
    ['former', 'collection-centre'],
    ['other', 'transplant-centre'],
  ] as const)
    await owner.query('insert into cellrelay.organisation (id, name, kind) values ($1, $2, $3)', [
      organisation[name],
      `EXAMPLE ${name}`,
      kind,
    ]);
  await standOnSide(owner, { shipment, side: 'donor', organisation: organisation.registry });
  await standOnSide(owner, { shipment, side: 'patient', organisation: organisation.transplant });
  for (const [side, who] of [
    ['donor', 'registry'],
    ['patient', 'transplant'],
    ['operator', 'carrier'],
  ] as const)
    expect(await asking(who, side, [...sealedBy(side, who)])).toBe(1);
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await where.drop();
});

function sealedBy(side: string, who: Who, id = randomUUID()): readonly string[] {
  return [
    `insert into cellrelay.words_key (id, shipment, side, wrapped_by, wrapped) values ('${id}', '${shipment}', '${side}', 'k', '\\x01')`,
    `insert into cellrelay.words (shipment, commitment, organisation, side, key, sealed) values ('${shipment}', '${id}', '${organisation[who]}', '${side}', '${id}', '\\x01')`,
  ];
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

/** Past the code, as that side and organisation; of rows, their sides. */
async function asking(
  who: Who | '',
  side: string,
  statements: readonly string[],
  { url = where.apiUrl, undo = false } = {},
): Promise<unknown> {
  const told = await pastTheCode(url, { side, organisation: who === '' ? '' : organisation[who] }, statements, {
    undo,
  });
  return Array.isArray(told) ? told.map((row: { side: string }) => row.side) : told;
}

const emptied = 'update cellrelay.words set key = null, sealed = null';
const gone = (subject: string): string =>
  `update cellrelay.identity set key = null, sealed = null where subject = '${subject}'`;

/** How many rows a statement changes, taken back. */
async function undone(who: Who, side: string, statement: string): Promise<number> {
  return ((await asking(who, side, [`${statement} returning side`], { undo: true })) as readonly string[]).length;
}

/** Takes them out of the shipment; answers how to bring them back. */
async function leaving(whose: readonly Who[]): Promise<() => Promise<void>> {
  for (const who of whose)
    await owner.query('delete from cellrelay.shipment_part where holder = $1', [organisation[who]]);
  return async () => {
    for (const who of whose) await standOnSide(owner, { shipment, side: 'patient', organisation: organisation[who] });
  };
}

/** Somebody stands there, records people, and stands there no more. */
async function left(who: Who, side: 'donor' | 'patient', subjects: readonly string[]): Promise<readonly string[]> {
  await standOnSide(owner, { shipment, side, organisation: organisation[who] });
  for (const subject of subjects)
    expect(
      await asking(who, side, [
        `insert into cellrelay.identity (shipment, side, subject, holder, key, sealed) values ('${shipment}', '${side}', '${subject}', '${organisation[who]}', gen_random_uuid(), '\\x01')`,
      ]),
    ).toBe(1);
  await leaving([who]);
  return subjects;
}

describe('the api’s role', () => {
  it('sees nothing without a context, in a transaction or outside one', async () => {
    for (const question of [ask, askKeys]) {
      expect((await database.pool.query(question)).rows).toEqual([]);
      for (const side of ['', 'donor', 'operator']) expect(await asking('', side, [question])).toEqual([]);
    }
  });

  it.each<[Who, readonly string[]]>([
    ['registry', ['donor']],
    ['transplant', ['patient']],
    ['carrier', ['operator']],
    ['stranger', []],
    ['operator', ['donor', 'operator', 'patient']],
  ])('as %s sees %j, and the keys of these alone', async (who, seen) => {
    expect(await asking(who, '', [ask])).toEqual(seen);
    expect(await asking(who, '', [askKeys])).toEqual(seen);
    for (const side of ['donor', 'patient']) expect(await asking(who, side, [ask])).toEqual(seen);
  });

  it('sees no key of a side that it only claims', async () => {
    expect(await asking('transplant', 'donor', [askKeys])).toEqual(['patient']);
    expect(await asking('stranger', 'patient', [askKeys])).toEqual([]);
  });

  it('keeps words for its own organisation alone, and makes keys of its own side', async () => {
    const [key = '', words = ''] = sealedBy('patient', 'transplant');
    expect(await asking('registry', 'donor', [words])).toBe('42501');
    expect(await asking('registry', 'patient', [key])).toBe('42501');
    expect(await asking('stranger', 'donor', [key])).toBe('42501');
  });

  it.each(['donor', 'patient', 'operator'])('keeps none for a side that it does not write for: %s', async (side) => {
    for (const who of ['registry', 'transplant', 'carrier', 'stranger'] as const) {
      const writes = side === 'operator' || (side === 'donor' ? who === 'registry' : who === 'transplant');
      const kept = `insert into cellrelay.words (shipment, commitment, organisation, side, key, sealed) values ('${shipment}', '${side} by ${who}', '${organisation[who]}', '${side}', gen_random_uuid(), '\\x01') returning side`;
      expect(await asking(who, side, [kept], { undo: true })).toEqual(writes ? [side] : '42501');
    }
  });

  it('erases nothing unless it holds an identity of that side', async () => {
    const erase = 'update cellrelay.words set key = null, sealed = null';
    for (const who of ['registry', 'transplant', 'operator', 'stranger'] as const) {
      expect(await asking(who, 'donor', [erase])).toBe(0);
      expect(await asking(who, 'donor', ['delete from cellrelay.words_key'])).toBe(0);
    }
  });

  it('neither reads nor erases for who held an identity there and was replaced', async () => {
    await left('former', 'donor', ['donor']);
    expect(await asking('former', 'donor', ['select side from cellrelay.identity'])).toEqual(['donor']);
    expect(await asking('former', 'donor', [ask])).toEqual([]);
    expect(await asking('former', 'donor', [askKeys])).toEqual([]);
    for (const statement of [emptied, 'delete from cellrelay.words_key'])
      expect(await asking('former', 'donor', [statement])).toBe(0);
    // Whoever stands there answers for what it left, and erases with it.
    expect(await asking('registry', 'donor', [emptied])).toBe(0);
    await asking('registry', 'donor', [gone('donor')]);
    expect(await undone('former', 'donor', emptied)).toBe(0);
    expect(await undone('registry', 'donor', emptied)).toBe(1);
    expect(await undone('registry', 'donor', 'delete from cellrelay.words_key')).toBe(1);
  });

  it('does not take the others of a side for nobody where it sees none but its own', async () => {
    const own = await leaving(['transplant']);
    for (const who of ['transplant', 'other'] as const) await left(who, 'patient', [who]);
    await asking('transplant', 'patient', [gone('transplant')]);
    expect(
      await asking('transplant', 'patient', ['select side from cellrelay.identity where key is not null']),
    ).toEqual([]);
    expect(await asking('transplant', 'patient', [emptied])).toBe(0);
    await asking('other', 'patient', [gone('other')]);
    expect(await asking('other', 'patient', [emptied])).toBe(0);
    await own();
    expect(await undone('transplant', 'patient', emptied)).toBe(1);
  });

  it.each([
    'delete from cellrelay.words',
    'truncate cellrelay.words',
    `update cellrelay.words set organisation = 'x'`,
    `update cellrelay.words_key set wrapped = '\\x02'`,
    'alter table cellrelay.words no force row level security',
    'drop policy read_within on cellrelay.words',
    `create or replace function cellrelay.runs_this(text) returns boolean language sql as 'select true'`,
    'set local row_security = off; select from cellrelay.words',
  ])('may not: %s', async (statement) => {
    expect(await asking('operator', 'donor', [statement])).toBe('42501');
  });
});

it('the worker’s role reads as the operator what it prints and sends, nothing as anybody else, and writes nothing', async () => {
  const url = where.workerUrl;
  for (const question of [ask, askKeys]) {
    expect(await asking('operator', '', [question], { url })).toEqual(['donor', 'operator', 'patient']);
    expect(await asking('stranger', '', [question], { url })).toEqual([]);
    expect(await asking('', '', [question], { url })).toEqual([]);
  }
  const writing = [...sealedBy('operator', 'operator'), emptied, 'delete from cellrelay.words_key'];
  for (const statement of writing) expect(await asking('operator', 'operator', [statement], { url })).toBe('42501');
});

it('the owner is bound as well', async () => {
  for (const question of [ask, askKeys]) expect((await owner.query(question)).rows).toEqual([]);
});

it('control: without the wall the same role asks the same and sees all sides', async () => {
  const superuser = await connected(where.superuserUrl);
  await superuser.query('begin');
  await superuser.query('alter table cellrelay.words disable row level security');
  await superuser.query('set local role cellrelay_api');
  const { rows } = await superuser.query(ask);
  await superuser.query('rollback');
  await superuser.end();
  expect(rows).toHaveLength(3);
});
