import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Database } from '@cellrelay/adapter-postgres';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { pastTheCode } from '../support/past-the-code.js';
import { standOnSide } from '../support/stand-on-side.js';
import { note, opened, shipmentId } from './store-fixtures.js';

/** Past the code: what the database itself lets the application's roles see of donors and recipients. */

const shipment = shipmentId();
const organisation = {
  registry: randomUUID(),
  collection: randomUUID(),
  transplant: randomUUID(),
  stranger: randomUUID(),
};
const ask = 'select side, subject from cellrelay.identity order by side, subject';
let where: ThrowAwayDatabase;
let database: Database;
let owner: pg.Client;

beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await opened(where.apiUrl);
  await note(database, shipment);
  owner = await connected(where.ownerUrl);
  for (const [name, kind] of [
    ['registry', 'registry'],
    ['collection', 'collection-centre'],
    ['transplant', 'transplant-centre'],
    ['stranger', 'registry'],
  ] as const)
    await owner.query('insert into cellrelay.organisation (id, name, kind) values ($1, $2, $3)', [
      organisation[name],
      `EXAMPLE ${name}`,
      kind,
    ]);
  for (const [side, who] of [
    ['donor', 'registry'],
    ['donor', 'collection'],
    ['patient', 'transplant'],
  ] as const)
    await standOnSide(owner, { shipment, side, organisation: organisation[who] });
  await asking(where.apiUrl, 'donor', organisation.registry, [record('donor', 'donor', organisation.registry)]);
  await asking(where.apiUrl, 'patient', organisation.transplant, [record('patient', 'R1', organisation.transplant)]);
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await where.drop();
});

const record = (side: string, subject: string, holder: string): string =>
  `insert into cellrelay.identity (shipment, side, subject, holder, key, sealed) values ('${shipment}', '${side}', '${subject}', '${holder}', gen_random_uuid(), '\\x01')`;

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

const context = `select set_config('cellrelay.side', $1, true), set_config('cellrelay.organisation', $2, true)`;

/** Past the code, as that side and organisation. */
function asking(url: string, side: string, who: string, statements: readonly string[]): Promise<unknown> {
  return pastTheCode(url, { side, organisation: who }, statements);
}

const bySide = (side: string, who: string): Promise<unknown> => asking(where.apiUrl, side, who, [ask]);

describe('the api’s role', () => {
  it('sees nothing without a context, in a transaction or outside one', async () => {
    expect((await database.pool.query(ask)).rows).toEqual([]);
    expect((await database.pool.query('select from cellrelay.identity_key')).rows).toEqual([]);
    expect(await asking(where.apiUrl, '', '', [ask])).toEqual([]);
    expect(await asking(where.apiUrl, 'donor', '', [ask])).toEqual([]);
    expect(await asking(where.apiUrl, '', organisation.registry, [ask])).toEqual([]);
  });

  it('sees its own side, of the shipments in which it stands there, and nothing of the other', async () => {
    const donor = [{ side: 'donor', subject: 'donor' }];
    expect(await bySide('donor', organisation.registry)).toEqual(donor);
    expect(await bySide('donor', organisation.collection)).toEqual(donor);
    expect(await bySide('patient', organisation.transplant)).toEqual([{ side: 'patient', subject: 'R1' }]);
    expect(await bySide('patient', organisation.registry)).toEqual([]);
    expect(await bySide('donor', organisation.transplant)).toEqual([]);
    expect(await bySide('donor', organisation.stranger)).toEqual([]);
    expect(await bySide('%', organisation.registry)).toEqual([]);
    expect(await bySide('donor', `${organisation.registry}' or true --`)).toEqual([]);
  });

  it('changes nothing across, and records for no other organisation', async () => {
    const change = `update cellrelay.identity set sealed = '\\x02', key = gen_random_uuid()`;
    expect(await asking(where.apiUrl, 'donor', organisation.transplant, [change])).toBe(0);
    expect(await asking(where.apiUrl, 'donor', organisation.stranger, [change])).toBe(0);
    expect(await asking(where.apiUrl, 'patient', organisation.transplant, [change])).toBe(1);
    for (const [side, who, holder] of [
      ['donor', organisation.stranger, organisation.stranger],
      ['patient', organisation.transplant, organisation.registry],
      ['donor', organisation.transplant, organisation.transplant],
    ] as const)
      expect(await asking(where.apiUrl, side, who, [record(side, 'R2', holder)])).toBe('42501');
    expect(
      await asking(where.apiUrl, 'donor', organisation.registry, [record('patient', 'R2', organisation.registry)]),
    ).toBe('42501');
  });

  it('lets whoever stands there no more look, and changes nothing for them, nor deletes a key; the record passes to whoever writes it there', async () => {
    const gone = randomUUID();
    await owner.query(`insert into cellrelay.organisation (id, name, kind) values ($1, $2, 'transplant-centre')`, [
      gone,
      'EXAMPLE gone',
    ]);
    await standOnSide(owner, { shipment, side: 'patient', organisation: gone });
    const key = `insert into cellrelay.identity_key (id, shipment, side, subject, wrapped_by, wrapped) select key, shipment, side, subject, 'x', '\\x01' from cellrelay.identity where subject = 'R5'`;
    await asking(where.apiUrl, 'patient', gone, [record('patient', 'R5', gone), key]);
    await owner.query('delete from cellrelay.shipment_part where holder = $1', [gone]);
    const ofOne = (what: string): string => `${what} where subject = 'R5'`;
    const byGone = (statement: string): Promise<unknown> => asking(where.apiUrl, 'patient', gone, [statement]);
    expect(await byGone(ofOne(ask.replace(' order by side, subject', '')))).toHaveLength(1);
    expect(await byGone(ofOne(`update cellrelay.identity set last_look = '{}'`))).toBe(1);
    for (const change of [`sealed = '\\x02'`, 'key = null, sealed = null', `erasure_asked = '{}'`, 'revision = 9'])
      expect(await byGone(ofOne(`update cellrelay.identity set ${change}`))).toBe('42501');
    expect(await byGone(ofOne('delete from cellrelay.identity_key'))).toBe(0);
    const written = ofOne(`update cellrelay.identity set sealed = '\\x02'`);
    expect(await asking(where.apiUrl, 'patient', organisation.transplant, [written])).toBe(1);
    expect(await byGone(ofOne(ask.replace(' order by side, subject', '')))).toEqual([]);
    const erased = [
      ofOne('delete from cellrelay.identity_key'),
      ofOne('update cellrelay.identity set key = null, sealed = null'),
    ];
    expect(await asking(where.apiUrl, 'patient', organisation.transplant, erased)).toBe(1);
  });

  it('control: without the rule that keeps a former holder from it, it writes', async () => {
    const superuser = await connected(where.superuserUrl);
    const mine = `update cellrelay.identity set revision = revision + 1 where subject = 'donor'`;
    await superuser.query('begin');
    await superuser.query('delete from cellrelay.shipment_part where holder = $1', [organisation.registry]);
    await superuser.query('alter table cellrelay.identity disable trigger keep_identity');
    await superuser.query('set local role cellrelay_api');
    await superuser.query(context, ['donor', organisation.registry]);
    expect((await superuser.query(mine)).rowCount).toBe(1);
    await superuser.query('rollback');
    await superuser.end();
  });

  it.each([
    'set role cellrelay_owner',
    'set session authorization cellrelay_owner',
    'alter table cellrelay.identity no force row level security',
    'alter table cellrelay.identity disable row level security',
    'drop policy read_within on cellrelay.identity',
    'create policy mine on cellrelay.identity using (true)',
    `create or replace function cellrelay.stands_on_side(uuid, text, text) returns boolean language sql as 'select true'`,
    'delete from cellrelay.identity',
    'truncate cellrelay.identity',
    `update cellrelay.identity set side = 'patient'`,
    `update cellrelay.identity set holder = gen_random_uuid()`,
    'set session_replication_role = replica',
  ])('may not: %s', async (statement) => {
    expect(await asking(where.apiUrl, 'donor', organisation.registry, [statement])).toBe('42501');
  });

  it('gains nothing by the owner’s word for backups, nor by switching row security off', async () => {
    const keeping = `select set_config('cellrelay.keeping', 'yes', true)`;
    expect(await asking(where.apiUrl, '', '', [keeping, ask])).toEqual([]);
    expect(await asking(where.apiUrl, '', '', ['set local row_security = off', ask])).toBe('42501');
  });

  it('finds no function that runs with the owner’s rights and tells of identities', async () => {
    const naming = async (table: string) => {
      const named = `cellrelay\\.${table}\\M`;
      const { rows } = await owner.query<{ name: string }>(
        `select proname as name from pg_proc where pronamespace = 'cellrelay'::regnamespace and prosecdef and prosrc ~* $1 order by 1`,
        [named],
      );
      return rows.map(({ name }) => name);
    };
    // Answers whoever answers for that very identity, and no more than whether letters are left.
    expect(await naming('identity')).toEqual(['letters_left']);
    // A trigger: deletes the key of the letter whose row is emptied.
    expect(await naming('identity_key')).toEqual(['drop_received_key']);
    const views = await owner.query(
      `select from pg_class where relnamespace = 'cellrelay'::regnamespace and relkind in ('v', 'm')`,
    );
    expect(views.rowCount).toBe(0);
  });
});

it('the worker’s role may not ask at all', async () => {
  for (const table of ['identity', 'identity_key'])
    expect(await asking(where.workerUrl, 'donor', organisation.registry, [`select from cellrelay.${table}`])).toBe(
      '42501',
    );
});

it('the owner is bound as well', async () => {
  expect((await owner.query(ask)).rows).toEqual([]);
});

describe('two organisations on a pool of one connection', () => {
  async function interleaved(local: boolean): Promise<readonly string[]> {
    const pool = new pg.Pool({ connectionString: where.apiUrl, max: 1 });
    const seen: string[] = [];
    const one = async (side: string, who: string): Promise<void> => {
      const client = await pool.connect();
      await client.query('begin');
      await client.query(context.replaceAll('true', String(local)), [side, who]);
      const { rows } = await client.query<{ side: string }>(ask);
      seen.push(...rows.filter((row) => row.side !== side).map((row) => `${side} saw ${row.side}`));
      await client.query('commit');
      client.release();
    };
    const between = async (): Promise<void> => {
      const { rows } = await pool.query<{ side: string }>(ask);
      seen.push(...rows.map((row) => `nobody saw ${row.side}`));
    };
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) => [
        turn % 2 === 0 ? one('donor', organisation.registry) : one('patient', organisation.transplant),
        between(),
      ]).flat(),
    );
    await pool.end();
    return seen;
  }

  it('never see each other’s, and nothing is seen between their turns', async () => {
    expect(await interleaved(true)).toEqual([]);
  });

  it('control: with a context that outlives its transaction, whoever comes next sees it', async () => {
    expect(await interleaved(false)).toContain('nobody saw donor');
  });
});

it('control: without the wall the same role asks the same and sees both sides', async () => {
  const superuser = await connected(where.superuserUrl);
  await superuser.query('begin');
  await superuser.query('alter table cellrelay.identity disable row level security');
  await superuser.query('set local role cellrelay_api');
  const { rows } = await superuser.query(ask);
  await superuser.query('rollback');
  await superuser.end();
  expect(rows).toEqual(
    expect.arrayContaining([
      { side: 'donor', subject: 'donor' },
      { side: 'patient', subject: 'R1' },
    ]),
  );
});
