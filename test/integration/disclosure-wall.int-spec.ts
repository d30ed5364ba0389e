import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Database } from '@cellrelay/adapter-postgres';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { pastTheCode, type Said } from '../support/past-the-code.js';
import { standOnSide } from '../support/stand-on-side.js';
import { note, opened, shipmentId } from './store-fixtures.js';

/** Past the code: what the database itself lets the api's role see across the wall, with a disclosure and without. */

const [shipment, key] = [shipmentId(), randomUUID()];
const organisation = {
  registry: randomUUID(),
  collection: randomUUID(),
  transplant: randomUUID(),
  stranger: randomUUID(),
};
type Name = keyof typeof organisation;
const kinds = {
  registry: 'registry',
  collection: 'collection-centre',
  transplant: 'transplant-centre',
  stranger: 'registry',
} as const;
const document = 'product-label';
const identities = 'select side, subject from cellrelay.identity order by side, subject';
const keys = 'select id from cellrelay.identity_key';
const recipient = [{ side: 'patient', subject: 'R1' }];
let where: ThrowAwayDatabase;
let database: Database;
let superuser: pg.Client;

beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await opened(where.apiUrl);
  await note(database, shipment);
  superuser = new pg.Client({ connectionString: where.superuserUrl });
  await superuser.connect();
  for (const name of Object.keys(organisation) as Name[])
    await superuser.query('insert into cellrelay.organisation (id, name, kind) values ($1, $2, $3)', [
      ...[organisation[name], `EXAMPLE ${name}`, kinds[name]],
    ]);
  for (const [side, who] of [
    ['donor', 'registry'],
    ['donor', 'collection'],
    ['patient', 'transplant'],
  ] as const)
    await standOnSide(superuser, { shipment, side, organisation: organisation[who] });
  const record = `insert into cellrelay.identity (shipment, side, subject, holder, key, sealed) values ('${shipment}', 'patient', 'R1', '${organisation.transplant}', '${key}', '\\x01')`;
  const wrapped = `insert into cellrelay.identity_key (id, shipment, side, subject, wrapped_by, wrapped) values ('${key}', '${shipment}', 'patient', 'R1', 'x', '\\x01')`;
  expect(await asking('transplant', [record, wrapped])).toBe(1);
});
afterEach(async () => {
  await superuser.query('delete from cellrelay.disclosure_grant');
});
afterAll(async () => {
  await superuser.end();
  await database.close();
  await where.drop();
});

/** As that organisation, on the patient's side unless said. */
function asking(who: Name, statements: readonly string[], said: Partial<Said> = {}): Promise<unknown> {
  return pastTheCode(where.apiUrl, { side: 'patient', organisation: organisation[who], ...said }, statements);
}

/** As the donor's registry reads for that paper. */
const reading = (statement = identities, said: Partial<Said> = {}): Promise<unknown> =>
  asking('registry', [statement], { document, ...said });

const row = {
  ...{ id: 'gen_random_uuid()', shipment: `'${shipment}'`, side: `'patient'`, subject: `'R1'`, key: `'${key}'` },
  ...{ document: `'${document}'`, fields: `'{name}'`, granter: `'${organisation.transplant}'` },
  ...{ reader: `'${organisation.registry}'`, reader_part: `'donor-registry'`, basis: `'law'`, citation: `'EXAMPLE'` },
  ...{ valid_until: `cellrelay.wall_clock() + interval '1 hour'`, asked_by: `'first'`, asked: `'{}'` },
};

/** The statement that asks for a disclosure. */
function inserted(
  change: Partial<Record<keyof typeof row | 'approved_by' | 'approved' | 'revoked', string>> = {},
): string {
  const whole = { ...row, ...change };
  return `insert into cellrelay.disclosure_grant (${Object.keys(whole).join(', ')}) values (${Object.values(whole).join(', ')})`;
}

const approve = `update cellrelay.disclosure_grant set approved_by = 'second', approved = '{"by":"second"}' where approved is null`;

/** Puts one in force, as the side that gives it. */
async function disclose(change: Partial<typeof row> = {}): Promise<void> {
  expect(await asking('transplant', [inserted(change), approve])).toBe(1);
}

describe('the reader', () => {
  it('sees nothing without a disclosure, nor with one that is asked for only', async () => {
    expect(await reading()).toEqual([]);
    expect(await asking('transplant', [inserted()])).toBe(1);
    expect(await reading()).toEqual([]);
    expect(await reading('select from cellrelay.disclosure_grant')).toEqual([]);
  });

  it('sees the row and its key with one in force, for its paper alone', async () => {
    await disclose();
    expect(await reading()).toEqual(recipient);
    expect(await reading(keys)).toEqual([{ id: key }]);
    for (const other of ['', 'release-of-names', '%', '*'])
      expect(await reading(identities, { document: other })).toEqual([]);
    expect(await reading(identities, { side: 'donor' })).toEqual([]);
    expect(await reading(identities, { side: '' })).toEqual([]);
  });

  it('changes and erases nothing', async () => {
    await disclose();
    expect(await reading(`update cellrelay.identity set sealed = '\\x02'`)).toBe(0);
    expect(await reading('select from cellrelay.identity for update')).toEqual([]);
    expect(await reading('delete from cellrelay.identity_key')).toBe(0);
  });

  it('notes that it has read, and cannot prolong, widen, approve anew, or end what is not its own', async () => {
    await disclose();
    expect(await reading('update cellrelay.disclosure_grant set last_read_at = cellrelay.wall_clock()')).toBe(1);
    for (const wider of [`valid_until = 'infinity'`, `fields = '{name,address}'`, `document = 'x'`, `granter = reader`])
      expect(await reading(`update cellrelay.disclosure_grant set ${wider}`)).toBe('42501');
    expect(await reading(`update cellrelay.disclosure_grant set approved_by = 'third'`)).toBe('23001');
    expect(await reading(`update cellrelay.disclosure_grant set revoked = '{}'`)).toBe('42501');
    expect(await reading('delete from cellrelay.disclosure_grant')).toBe('42501');
  });

  it.each<[string, Partial<typeof row>]>([
    ['of another reader', { reader: `'${organisation.collection}'`, reader_part: `'collection-centre'` }],
    ['of another person', { subject: `'R2'` }],
    ['of a record that was erased since', { key: 'gen_random_uuid()' }],
    ['for another paper', { document: `'release-of-names'` }],
    ['whose time is over', { valid_until: 'cellrelay.wall_clock()' }],
  ])('sees nothing by a disclosure %s', async (_, change) => {
    await disclose(change);
    expect(await reading()).toEqual([]);
  });

  it('sees nothing once it is ended, and nobody takes it up again', async () => {
    await disclose();
    const end = `update cellrelay.disclosure_grant set revoked = '{"by":"first"}'`;
    expect(await asking('transplant', [end])).toBe(1);
    expect(await reading()).toEqual([]);
    expect(await asking('transplant', ['update cellrelay.disclosure_grant set revoked = null'])).toBe('23001');
    expect(await asking('transplant', [`update cellrelay.disclosure_grant set revoked = '{"by":"x"}'`])).toBe('23001');
  });

  it.each<[string, Name]>([
    ['itself', 'registry'],
    ['whoever gave it', 'transplant'],
  ])('sees nothing while %s is not named in the shipment', async (_, who) => {
    await disclose();
    const parts = 'select part, holder from cellrelay.shipment_part where shipment = $1 and holder = $2';
    const { rows } = await superuser.query<{ part: string; holder: string }>(parts, [shipment, organisation[who]]);
    await superuser.query('delete from cellrelay.shipment_part where holder = $1', [organisation[who]]);
    expect(await reading()).toEqual([]);
    for (const { part, holder } of rows)
      await superuser.query('insert into cellrelay.shipment_part values ($1, $2, $3)', [shipment, part, holder]);
    expect(await reading()).toEqual(recipient);
  });
});

describe('whoever gives it', () => {
  it('is an organisation on that side, for itself', async () => {
    expect(await asking('registry', [inserted()])).toBe('42501');
    expect(await asking('stranger', [inserted({ granter: `'${organisation.stranger}'` })])).toBe('42501');
    expect(await asking('transplant', [inserted({ granter: `'${organisation.stranger}'` })])).toBe('42501');
    expect(await asking('transplant', [inserted()], { side: 'donor' })).toBe('42501');
  });

  it('approves nothing with the same breath, nor by the same person, nor for another organisation', async () => {
    const approved = { approved_by: `'second'`, approved: `'{}'` };
    expect(await asking('transplant', [inserted(approved)])).toBe('42501');
    expect(await asking('transplant', [inserted(), approve.replace(`'second'`, `'first'`)])).toBe('23514');
    const donors = {
      side: `'donor'`,
      subject: `'donor'`,
      granter: `'${organisation.collection}'`,
      reader: `'${organisation.transplant}'`,
    };
    expect(await asking('collection', [inserted(donors)], { side: 'donor' })).toBe(1);
    expect(await asking('registry', [approve], { side: 'donor' })).toBe('23001');
    expect(await asking('collection', [approve], { side: 'donor' })).toBe(1);
  });

  it('lets nobody on its own side see more, and a stranger nothing', async () => {
    await disclose();
    const grants = 'select document from cellrelay.disclosure_grant';
    expect(await asking('transplant', [grants])).toEqual([{ document }]);
    for (const who of ['collection', 'stranger'] as const) {
      expect(await asking(who, [grants], { document })).toEqual([]);
      expect(await asking(who, [identities], { document })).toEqual([]);
    }
    expect(await asking('transplant', [grants], { organisation: '' })).toEqual([]);
  });
});

it.each([
  'alter table cellrelay.disclosure_grant disable row level security',
  'alter table cellrelay.disclosure_grant disable trigger goes_on',
  'drop policy read_granted on cellrelay.disclosure_grant',
  'create policy mine on cellrelay.disclosure_grant using (true)',
  `create or replace function cellrelay.stands_in(uuid, text) returns boolean language sql as 'select true'`,
  'truncate cellrelay.disclosure_grant',
  'set local session_replication_role = replica',
])('the api’s role may not: %s', async (statement) => {
  expect(await asking('transplant', [statement])).toBe('42501');
});

it('the worker’s role may not ask at all, and the owner is bound', async () => {
  await disclose();
  const said = { side: 'patient', organisation: organisation.registry, document };
  const grants = 'select from cellrelay.disclosure_grant';
  expect(await pastTheCode(where.workerUrl, said, [grants])).toBe('42501');
  expect(await pastTheCode(where.ownerUrl, { side: '', organisation: '' }, [grants])).toEqual([]);
});

describe('control', () => {
  /** As the api's role after that, taken back again. */
  async function without(statement: string): Promise<unknown> {
    await superuser.query('begin');
    await superuser.query(statement);
    await superuser.query('set local role cellrelay_api');
    await superuser.query(
      `select set_config('cellrelay.side', 'patient', true), set_config('cellrelay.organisation', '${organisation.registry}', true), set_config('cellrelay.document', '${document}', true)`,
    );
    const { rows } = await superuser.query(identities);
    await superuser.query('rollback');
    return rows;
  }

  it('with the door’s policy dropped the reader of a disclosure in force sees nothing', async () => {
    await disclose();
    expect(await without('select')).toEqual(recipient);
    expect(await without('drop policy read_disclosed on cellrelay.identity')).toEqual([]);
  });

  it('with the wall taken down everything is seen without a disclosure', async () => {
    expect(await without('select')).toEqual([]);
    expect(await without('alter table cellrelay.identity disable row level security')).toEqual(recipient);
  });

  it('with everybody let see grants, one that is only asked for or over still opens nothing', async () => {
    const everybody = 'create policy everybody on cellrelay.disclosure_grant for select using (true)';
    expect(await asking('transplant', [inserted()])).toBe(1);
    expect(await without(everybody)).toEqual([]);
    await superuser.query('delete from cellrelay.disclosure_grant');
    await disclose({ valid_until: 'cellrelay.wall_clock()' });
    expect(await without(everybody)).toEqual([]);
  });
});
