import { readFileSync } from 'node:fs';
import {
  driftOf,
  dumpSchema,
  knownMigrations,
  migrate,
  migrationsOf,
  standingOf,
  type Database,
} from '@cellrelay/adapter-postgres';
import pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { ListFilter, ListPaging, Paging } from '@cellrelay/use-cases';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { deadline, fromNow, note, opened, owing } from './store-fixtures.js';

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

const start: Paging = { cursor: null, limit: 100 };

describe('the list', () => {
  const ids: Record<string, ShipmentId> = {};
  const nameOf = (id: ShipmentId): string => Object.keys(ids).find((name) => ids[name] === id) ?? id;

  beforeAll(async () => {
    const [soon, late] = [await fromNow(database, 60_000), await fromNow(database, 120_000)];
    const make = async (name: string, row: object): Promise<void> => {
      ids[name] = (await owing(database, [], { row: { nextDueAt: null, searchText: name, ...row } })).shipment;
    };
    await make('calm beijing houston', {});
    await make('late', { nextDueAt: late });
    await make('soon', { nextDueAt: soon });
    await make('trouble', { severity: 3, nextDueAt: late });
    await make('worry 100% beijing', { severity: 2, example: true });
    await make('over', { live: false, severity: 3 });
  });

  const names = async (filter: ListFilter, paging: ListPaging = start): Promise<string[]> => {
    const page = await database.board.list(filter, paging);
    return page.ok ? page.value.items.map((each) => nameOf(each.shipment)) : [page.error.code];
  };

  it('is entered anywhere, and tells how long it is there too', async () => {
    expect(await names({ live: true }, { ...start, limit: 2, skip: 2 })).toEqual(['soon', 'late']);
    expect(await names({ live: true }, { ...start, skip: 5 })).toEqual([]);
    const behind = await database.board.list({ live: true }, { ...start, skip: 100 });
    expect(behind).toEqual({ ok: true, value: { items: [], next: null, total: 5 } });
    const page = await database.board.list({ live: true }, { ...start, limit: 1, skip: 1 });
    const cursor = page.ok ? page.value.next : null;
    expect(await names({ live: true }, { cursor, limit: 1, skip: 1 })).toEqual(['late']);
  });

  it('has the worst first, then what is due next, then the rest', async () => {
    expect(await names({ live: true })).toEqual([
      'trouble',
      'worry 100% beijing',
      'soon',
      'late',
      'calm beijing houston',
    ]);
  });

  it.each<[string, ListFilter, string[]]>([
    ['what is over', { live: false }, ['over']],
    ['what is in trouble', { minSeverity: 2, live: true }, ['trouble', 'worry 100% beijing']],
    ['examples', { example: true }, ['worry 100% beijing']],
    ['all words, in any case and order', { search: ' Houston BEIJING ' }, ['calm beijing houston']],
    ['signs that SQL would read otherwise', { search: '0%' }, ['worry 100% beijing']],
    ['what is not there', { search: `x' or '1'='1` }, []],
    ['a character that no text holds', { search: 'hou\u0000ston' }, ['calm beijing houston']],
  ])('finds %s', async (_, filter, expected) => {
    expect(await names(filter)).toEqual(expected);
  });

  it.each([1, 2, 3])('comes in pages of %i without losing or repeating one', async (limit) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Database['board']['list']>> = await database.board.list(
        { live: true },
        { cursor, limit },
      );
      if (!page.ok) throw new Error(page.error.code);
      expect(page.value.total).toBe(5);
      expect(page.value.items.length).toBeLessThanOrEqual(limit);
      seen.push(...page.value.items.map((each) => nameOf(each.shipment)));
      cursor = page.value.next;
    } while (cursor !== null);
    expect(seen).toEqual(await names({ live: true }));
  });

  it.each([
    '',
    'x',
    Buffer.from('[1]').toString('base64url'),
    Buffer.from('["a","b","c"]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
  ])('refuses "%s" for a cursor', async (cursor) =>
    expect(await names({}, { cursor, limit: 2 })).toEqual(['cursor-unknown']),
  );

  it('gives single rows, those that exist', async () => {
    const rows = await database.board.rows([
      ids.soon ?? ('' as ShipmentId),
      '00000000-0000-4000-8000-000000000000' as ShipmentId,
    ]);
    expect(rows).toMatchObject([{ shipment: ids.soon, revision: 1, row: { reference: 'REF 1' } }]);
  });
});

describe('open items', () => {
  it('are told by shipment, owner, due time and whether somebody can act on them', async () => {
    const offer = { command: 'RecordCellCount', label: 'Record', prefill: {} };
    const [one, two, three, four] = await Promise.all(
      [-40_000, -30_000, -20_000, 60_000].map((ms) => fromNow(database, ms)),
    );
    if (one === undefined || two === undefined || three === undefined || four === undefined)
      throw new Error('no times');
    const { shipment, ids } = await owing(database, [
      deadline('no task', one),
      deadline('task', three, { offers: [offer] }),
      deadline('parked', two),
      deadline('later', four, { owner: 'courier', offers: [offer] }),
    ]);
    const parked = ids.get('parked') ?? '';
    const lease = await database.agenda.lease(parked, 1);
    await database.agenda.park(parked, lease.kind === 'leased' ? lease.token : '', 'six times');
    const keys = async (filter: object, paging = start): Promise<string[]> => {
      const page = await database.board.openItems({ shipment, ...filter }, paging);
      return page.ok ? page.value.items.map((each) => each.obligation.key) : [page.error.code];
    };
    expect(await keys({})).toEqual(['no task', 'parked', 'task', 'later']);
    expect(await keys({ tasks: true })).toEqual(['parked', 'task', 'later']);
    expect(await keys({ owner: 'courier' })).toEqual(['later']);
    expect(await keys({ dueBefore: three })).toEqual(['no task', 'parked']);
    const first = await database.board.openItems({ shipment }, { cursor: null, limit: 2 });
    expect(first).toMatchObject({
      value: { total: 4, items: [{ parked: null, row: { note: 'a note' } }, { parked: 'six times' }] },
    });
    expect(await keys({}, { cursor: first.ok ? first.value.next : null, limit: 2 })).toEqual(['task', 'later']);
    await note(database, shipment, { agenda: { closed: ['no task', 'parked', 'task', 'later'] } });
    expect(await keys({})).toEqual([]);
    expect(await keys({}, { cursor: 'x', limit: 1 })).toEqual(['cursor-unknown']);
  });
});

describe('accounts', () => {
  it('are made once for each name, and known by it exactly', async () => {
    const made = await Promise.all([1, 2, 3].map((each) => database.accounts.create('anna', `hash ${each}`)));
    expect(made.filter((each) => each !== null)).toHaveLength(1);
    expect(await database.accounts.count()).toBe(1);
    expect(await database.accounts.find('anna')).toMatchObject({
      name: 'anna',
      passwordHash: expect.stringMatching(/^hash/),
    });
    expect(await database.accounts.find('Anna')).toBeNull();
  });

  it('have sessions that end by time, by signing out, and by a new password', async () => {
    const account = (await database.accounts.create('bert', 'hash'))!;
    const { id } = account;
    for (const token of ['one', 'two', 'three']) await database.accounts.openSession(account, token, 60_000);
    expect(await database.accounts.session('one')).toMatchObject({ account: id, accountName: 'bert' });
    await database.accounts.endSession('one');
    expect(await database.accounts.session('one')).toBeNull();
    await database.pool.query(`delete from cellrelay.session where token_hash = 'two'`);
    await expect(database.accounts.openSession(account, 'ended', 0)).rejects.toThrow('ended already');
    expect(await database.accounts.sweepSessions()).toBe(1);
    expect(await database.accounts.setPassword('bert', 'new')).toBe(true);
    expect(await database.accounts.session('three')).toBeNull();
    expect((await database.accounts.find('bert'))?.passwordHash).toBe('new');
    expect(await database.accounts.setPassword('nobody', 'new')).toBe(false);
    // Verified before the password was changed: the session would outlast it.
    expect(await database.accounts.openSession(account, 'late', 60_000)).toBeNull();
    expect(await database.accounts.session('late')).toBeNull();
    expect(await database.accounts.openSession({ id, passwordHash: 'new' }, 'late', 60_000)).not.toBeNull();
  });
});

describe('the schema', () => {
  it('is what the row classes say, and what is written down', async () => {
    expect(await driftOf(where.ownerUrl)).toEqual([]);
    const dump = await dumpSchema(where.ownerUrl);
    expect(dump).toBe(readFileSync(new URL('../../libs/adapter-postgres/schema.sql', import.meta.url), 'utf8'));
  });

  it('that drifted is told: a column, and an index', async () => {
    const other = await throwAwayDatabase();
    const owner = new pg.Client({ connectionString: other.ownerUrl });
    await owner.connect();
    await owner.query('alter table cellrelay.account add column extra text');
    await owner.query('drop index cellrelay.event_stream');
    await owner.end();
    expect((await driftOf(other.ownerUrl)).join()).toMatch(
      /DROP COLUMN "extra".*event_stream|event_stream.*DROP COLUMN "extra"/s,
    );
    await other.drop();
  });

  it('is made by two that migrate at once just as by one', async () => {
    const empty = await throwAwayDatabase({ empty: true });
    const ran = await Promise.all([migrate(empty.ownerUrl), migrate(empty.ownerUrl), migrate(empty.ownerUrl)]);
    expect(ran.flat()).toEqual(knownMigrations());
    expect(await migrationsOf(empty.apiUrl)).toEqual(knownMigrations());
    expect(await standingOf(database.pool)).toEqual({ missing: [], unknown: [] });
    expect(await dumpSchema(empty.ownerUrl)).toBe(await dumpSchema(where.ownerUrl));
    await empty.drop();
  });
});
