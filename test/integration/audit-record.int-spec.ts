import pg from 'pg';
import { appendAudit, verifyAudit, type Database } from '@cellrelay/adapter-postgres';
import type { Instant } from '@cellrelay/kernel';
import { chainHash, type AuditEvent, type AuditFilter } from '@cellrelay/use-cases';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { opened } from './store-fixtures.js';

let where: ThrowAwayDatabase;
let database: Database;
let owner: pg.Pool;

beforeEach(async () => {
  where = await throwAwayDatabase();
  database = await opened(where.apiUrl);
  owner = new pg.Pool({ connectionString: where.ownerUrl, max: 2 });
  owner.on('error', () => undefined);
});
afterEach(async () => {
  await owner.end();
  await database.close();
  await where.drop();
});

const event = (kind: string, more: Partial<AuditEvent> = {}): AuditEvent => ({
  ...{ kind, by: null, about: 'somebody', data: { role: 'auditor', times: 2, ended: false, before: null } },
  ...more,
});
const anything: AuditFilter = { kind: null, about: null, by: null, from: null, to: null };
const how = { chainHash };

/** Writes it in a transaction of its own, as whoever has something to record does. */
async function write(kind: string, more: Partial<AuditEvent> = {}): Promise<void> {
  const client = await database.pool.connect();
  await client.query('begin');
  await appendAudit(client, event(kind, more));
  await client.query('commit');
  client.release();
}

const kindsIn = async (filter: Partial<AuditFilter> = {}, limit = 100): Promise<readonly string[]> =>
  (await database.audit.list({ ...anything, ...filter }, { before: null, limit })).items.map(({ kind }) => kind);

describe('the audit record is read', () => {
  it('newest first, page by page, each line once', async () => {
    for (const kind of ['a', 'b', 'c', 'd', 'e']) await write(kind);
    const first = await database.audit.list(anything, { before: null, limit: 2 });
    const second = await database.audit.list(anything, { before: Number(first.next), limit: 2 });
    const third = await database.audit.list(anything, { before: Number(second.next), limit: 2 });
    expect([first, second, third].map(({ items }) => items.map(({ kind }) => kind))).toEqual([
      ['e', 'd'],
      ['c', 'b'],
      ['a'],
    ]);
    expect(third.next).toBeNull();
    expect(first.kinds).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(first.items[0]).toMatchObject({ seq: 5, data: { role: 'auditor', times: 2, ended: false, before: null } });
  });

  it('by kind, by what it is about, and by time', async () => {
    await write('role-changed', { about: 'x' });
    await write('role-changed', { about: 'y\u0000z' });
    await write('signed', { about: 'x' });
    expect(await kindsIn({ kind: 'role-changed' })).toHaveLength(2);
    expect(await kindsIn({ about: 'x' })).toEqual(['signed', 'role-changed']);
    expect(await kindsIn({ kind: 'none' })).toEqual([]);
    expect(await kindsIn({ about: 'y\u0000z' })).toEqual(['role-changed']);
    const { items } = await database.audit.list(anything, { before: null, limit: 1 });
    expect(await kindsIn({ from: items[0]!.at as Instant })).toContain('signed');
    expect(await kindsIn({ to: items[0]!.at as Instant })).not.toContain('signed');
    expect(await verifyAudit(owner, how)).toEqual({ lines: 3, differences: [] });
  });

  it('by who did it, whole, whatever else says so', async () => {
    const by = (account: string) => ({ by: { account, organisation: 'o' } });
    await write('a', by('ana'));
    await write('b', by('anabel'));
    await write('c', { ...by('eve'), about: 'ana', data: { note: '"by":{"account":"ana",' } });
    await write('d', by('ana"b'));
    expect(await kindsIn({ by: 'ana' })).toEqual(['a']);
    expect(await kindsIn({ by: 'ana"b' })).toEqual(['d']);
    expect(await kindsIn({ by: '%' })).toEqual([]);
    expect(await kindsIn({ by: 'eve', about: 'ana' })).toEqual(['c']);
  });

  it('with what the ids in its particulars are called, and words there left alone', async () => {
    const { organisation } = (await database.accounts.create('auditor', 'x'))!.acting;
    await write('a', {
      data: { organisation: organisation.id, role: 'auditor', other: '00000000-0000-4000-8000-000000000000' },
    });
    const [line] = (await database.audit.list(anything, { before: null, limit: 1 })).items;
    expect(line?.called).toEqual({ [organisation.id]: organisation.name });
  });

  it('with what accounts and organisations are called, by id or by name, and nothing for who is unknown', async () => {
    const account = (await database.accounts.create('ana', 'x'))!;
    const { organisation } = account.acting;
    await write('a', { by: { account: account.id, organisation: organisation.id }, about: 'ana' });
    await write('b', { by: { account: 'ana', organisation: 'gone' }, about: account.id });
    const { items } = await database.audit.list(anything, { before: null, limit: 2 });
    expect(items).toMatchObject([
      { by: { account: { name: 'ana' }, organisation: { id: 'gone', name: null } }, about: { name: 'ana' } },
      { by: { account: { name: 'ana' }, organisation: { name: organisation.name } }, about: { name: 'ana' } },
    ]);
  });
});

describe('the audit record is append-only', () => {
  const changes = [
    `update cellrelay.audit_entry set text = '{}'`,
    `update cellrelay.audit_entry set kind = 'x'`,
    'delete from cellrelay.audit_entry',
    'truncate cellrelay.audit_entry',
  ];

  it.each(['apiUrl', 'workerUrl'] as const)('for the role of %s, by its grants', async (role) => {
    await write('a');
    const client = new pg.Client({ connectionString: where[role] });
    await client.connect();
    for (const statement of [...changes, 'alter table cellrelay.audit_entry disable trigger all'])
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });

  it('for the owner, by its trigger; a control takes it off', async () => {
    await write('a');
    for (const statement of changes) await expect(owner.query(statement)).rejects.toMatchObject({ code: '23001' });
    const client = await owner.connect();
    await client.query('begin');
    await client.query('alter table cellrelay.audit_entry disable trigger append_only');
    expect((await client.query(`update cellrelay.audit_entry set text = '{}'`)).rowCount).toBe(1);
    await client.query('rollback');
    client.release();
  });

  it('and verification finds what was changed past the trigger: text, order, columns, a line taken out', async () => {
    for (const kind of ['a', 'b', 'c']) await write(kind);
    const tampered = async (statement: string): Promise<readonly string[]> => {
      const client = await owner.connect();
      await client.query('alter table cellrelay.audit_entry disable trigger append_only');
      await client.query('create table if not exists kept as select * from cellrelay.audit_entry');
      expect((await client.query(statement)).rowCount).toBe(1);
      const { differences } = await verifyAudit(owner, how);
      await client.query('delete from cellrelay.audit_entry');
      await client.query('insert into cellrelay.audit_entry select * from kept');
      await client.query('alter table cellrelay.audit_entry enable always trigger append_only');
      client.release();
      return [...new Set(differences.map(({ at }) => at))];
    };
    const at2 = `where seq = 2`;
    expect(await tampered(`update cellrelay.audit_entry set text = replace(text, 'auditor', 'x') ${at2}`)).toEqual([
      '2',
    ]);
    expect(await tampered(`update cellrelay.audit_entry set hash = repeat('0', 64) ${at2}`)).toEqual(['2', '3']);
    expect(await tampered(`update cellrelay.audit_entry set kind = 'x' ${at2}`)).toEqual(['2']);
    expect(await tampered(`update cellrelay.audit_entry set at = at - interval '1 hour' ${at2}`)).toEqual(['2']);
    expect(await tampered(`update cellrelay.audit_entry set text = 'x' ${at2}`)).toEqual(['2']);
    expect(await tampered(`delete from cellrelay.audit_entry ${at2}`)).toEqual(['3']);
    expect(await verifyAudit(owner, how)).toEqual({ lines: 3, differences: [] });
  });
});

describe('writers of the audit record', () => {
  it('wait for each other, so that many at once write one chain', async () => {
    await Promise.all(Array.from({ length: 24 }, (_, index) => write(`k${index}`)));
    expect(await verifyAudit(owner, how)).toEqual({ lines: 24, differences: [] });
  });

  it('that go away before they commit leave nothing, and hold nobody up', async () => {
    await write('before');
    const dying = new pg.Client({ connectionString: where.apiUrl });
    dying.on('error', () => undefined);
    await dying.connect();
    const { rows } = await dying.query<{ pid: number }>('select pg_backend_pid() as pid');
    await dying.query('begin');
    await appendAudit(dying, event('never'));
    const next = write('after');
    const gone = new Promise((resolve) => dying.once('end', resolve));
    const superuser = new pg.Client({ connectionString: where.superuserUrl });
    await superuser.connect();
    await superuser.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    await superuser.end();
    await Promise.all([next, gone]);
    expect(await kindsIn()).toEqual(['after', 'before']);
    expect(await verifyAudit(owner, how)).toEqual({ lines: 2, differences: [] });
  });

  it('control: without the lock two of them fork the chain, and only the key of the table is in their way', async () => {
    const unlocked = async (): Promise<pg.Client> => {
      const client = new pg.Client({ connectionString: where.apiUrl });
      await client.connect();
      const query = client.query.bind(client) as (...given: unknown[]) => unknown;
      const without = (text: string, ...rest: unknown[]): unknown =>
        text.includes('pg_advisory_xact_lock') ? Promise.resolve({ rows: [] }) : query(text, ...rest);
      Object.assign(client, { query: without });
      return client;
    };
    await write('first');
    await owner.query('alter table cellrelay.audit_entry drop constraint audit_entry_pkey');
    const [one, other] = [await unlocked(), await unlocked()];
    for (const client of [one, other]) await client.query('begin');
    await Promise.all([appendAudit(one, event('one')), appendAudit(other, event('other'))]);
    for (const client of [one, other]) await client.query('commit');
    await Promise.all([one.end(), other.end()]);
    expect((await verifyAudit(owner, how)).differences).not.toEqual([]);
  });
});
