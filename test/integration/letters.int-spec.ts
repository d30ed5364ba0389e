import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import {
  backup,
  backupKeys,
  commitmentTo,
  openedAt,
  removeExamples,
  renewKeys,
  restoreKeys,
  verifyAudit,
  type Place,
} from '@cellrelay/adapter-postgres';
import type { ShipmentId } from '@cellrelay/kernel';
import { FileIdentityVault, FileWordsVault } from '@cellrelay/platform';
import { chainHash } from '@cellrelay/use-cases';
import { restoreFrom } from '../../apps/ops/src/commands/keep.js';
import { throwAwayDatabase } from '../support/database.js';
import { auditOf } from '../support/identity-ground.js';
import { letterGround, type LetterGround, type LetterPerson } from '../support/letter-ground.js';

/** Past the code: what the database lets whom see of letters, what is kept of their words, and what is left once a key is gone. */

const words = 'Qzvletter: you gave me a new life.';
let ground: LetterGround;
let all: pg.Client;
let folder: string;
let others: readonly ShipmentId[];

beforeAll(async () => {
  ground = await letterGround();
  others = [await ground.open(2), await ground.open(3), await ground.open(4)];
  await ground.ahead(25);
  all = new pg.Client({ connectionString: ground.api.own.superuserUrl });
  await all.connect();
  folder = await mkdtemp(path.join(tmpdir(), 'cellrelay-letters-'));
}, 120_000);
afterAll(async () => {
  await all.end();
  await ground.close();
  await rm(folder, { recursive: true, force: true });
});

const context = `select set_config('cellrelay.side', $1, true), set_config('cellrelay.organisation', $2, true)`;

/** Asks as the api's role in a transaction of that context, and takes it back; answers rows, how many were changed, or the code it failed with. */
async function asking(side: string, who: string, statement: string): Promise<unknown> {
  const client = await ground.api.database.pool.connect();
  try {
    await client.query('begin');
    await client.query(context, [side, who]);
    const done = await client.query(statement);
    return done.command === 'SELECT' ? done.rows.length : done.rowCount;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const tables = ['letter', 'letter_text', 'letter_received', 'identity_key'] as const;

/** How many rows of each table somebody sees. */
async function seen(side: string, who: string): Promise<readonly unknown[]> {
  const counts = [];
  for (const table of tables) counts.push(await asking(side, who, `select from cellrelay.${table}`));
  return counts;
}

describe('the wall before letters', () => {
  it('shows each side its own, the registry over there what came across, and nobody anything without a context', async () => {
    const { organisations: of } = ground;
    const { id } = await ground.write('collector', { subject: 'donor', text: words });
    await ground.move('collector', id, 1, { move: 'hand-in' }).expect(200);
    for (const who of [of['collection-centre'], of['donor-registry']])
      expect(await seen('donor', who)).toEqual([1, 1, 0, 1]);
    for (const who of [of['transplant-centre'], of['patient-registry'], of.stranger])
      for (const side of ['donor', 'patient', '', '%']) expect(await seen(side, who)).toEqual([0, 0, 0, 0]);
    expect(await seen('donor', '')).toEqual([0, 0, 0, 0]);
    expect(await seen('', of['donor-registry'])).toEqual([0, 0, 0, 0]);

    await ground.move('screener', id, 2, { move: 'release' }).expect(200);
    expect(await seen('patient', of['patient-registry'])).toEqual([0, 0, 1, 1]);
    expect(await seen('patient', of['transplant-centre'])).toEqual([0, 0, 0, 0]);
    const release = `update cellrelay.letter_received set state = 'released'`;
    expect(await asking('patient', of['transplant-centre'], release)).toBe(0);
    expect(await asking('patient', of['patient-registry'], release)).toBe(1);
    expect(await asking('donor', of['donor-registry'], release)).toBe('42501');
    // How it stands over there, and no key to it.
    expect(await seen('donor', of['collection-centre'])).toEqual([1, 1, 1, 1]);
    const [received = ''] = await ground.waiting('patient-screener');
    await ground.move('patient-screener', received, 1, { move: 'release' }).expect(200);
    expect(await seen('patient', of['transplant-centre'])).toEqual([0, 0, 1, 1]);
    expect(await seen('patient', of.stranger)).toEqual([0, 0, 0, 0]);
    // The control: without the wall it is all there.
    for (const [at, rows] of [1, 1, 1, 2].entries())
      expect((await all.query(`select from cellrelay.${tables[at] ?? ''}`)).rowCount).toBe(rows);
  });

  it('shows the operator that there is a letter, and no word or key of it', async () => {
    const found = await all.query<{ id: string }>(`select id from cellrelay.organisation where kind = 'operator'`);
    const operator = found.rows[0]?.id ?? '';
    // A row of how it stands over there, to whose words it has no key, and of which it changes nothing.
    for (const side of ['', 'donor', 'patient']) {
      expect(await seen(side, operator)).toEqual([1, 0, 1, 0]);
      expect(await asking(side, operator, 'delete from cellrelay.identity_key')).toBe(0);
      expect(await asking(side, operator, `update cellrelay.letter_received set key = null, sealed = null`)).toBe(0);
    }
    // The control: there are keys of both sides.
    expect((await all.query('select from cellrelay.identity_key')).rowCount).toBe(2);
  });

  it('lets nobody write, move or pass on what is not theirs, and nobody delete', async () => {
    const { organisations: of, shipment } = ground;
    const write = (side: string, who: string) =>
      `insert into cellrelay.letter (id, shipment, side, subject, organisation, state) values (gen_random_uuid(), '${shipment}', '${side}', 'donor', '${who}', 'written')`;
    expect(await asking('donor', of['collection-centre'], write('donor', of['collection-centre']))).toBe(1);
    expect(await asking('donor', of['collection-centre'], write('patient', of['collection-centre']))).toBe('42501');
    expect(await asking('donor', of['collection-centre'], write('donor', of['donor-registry']))).toBe('42501');
    expect(await asking('donor', of['transplant-centre'], write('donor', of['transplant-centre']))).toBe('42501');
    const over = `insert into cellrelay.letter_received (id, shipment, side, state) values (gen_random_uuid(), '${shipment}', 'patient', 'released')`;
    for (const who of [of['collection-centre'], of['donor-registry']])
      expect(await asking('donor', who, over)).toBe('42501');
    expect(await asking('patient', of['transplant-centre'], `update cellrelay.letter set state = 'released'`)).toBe(0);
    expect(
      await asking('donor', of['donor-registry'], `update cellrelay.letter_received set state = 'withdrawn'`),
    ).toBe(0);
    expect(await asking('donor', of['donor-registry'], `update cellrelay.letter set organisation = shipment`)).toBe(
      '42501',
    );
    for (const table of ['letter', 'letter_text', 'letter_received'])
      expect(await asking('donor', of['donor-registry'], `delete from cellrelay.${table}`)).toBe('42501');
    expect(
      await asking('patient', of['patient-registry'], `delete from cellrelay.identity_key where side = 'donor'`),
    ).toBe(0);
  });
});

/** Texts of every row of every table of ours, bytes as hexadecimal and as text. */
async function everything(): Promise<string> {
  const { rows } = await all.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'cellrelay'`,
  );
  const texts = await Promise.all(
    rows.map(async ({ name }) => (await all.query<{ text: string }>(`select t::text as text from ${name} t`)).rows),
  );
  return texts
    .flat()
    .map(({ text }) => text)
    .join('\n');
}

interface Kept {
  readonly version: number;
  readonly key: string;
  readonly sealed: Buffer;
  readonly wrapped_by: string;
  readonly wrapped: Buffer;
}

const keptOf = `select t.version, t.key, t.sealed, k.wrapped_by, k.wrapped from cellrelay.letter_text t join cellrelay.identity_key k on k.id = t.key where t.letter = $1`;

describe('the words of a letter', () => {
  it('are nowhere but under a key, and the record’s commitment opens to them alone', async () => {
    const { id } = await ground.write('collector', { subject: 'donor', text: words });
    const text = await everything();
    expect(text).not.toContain('Qzvletter');
    expect(text).not.toContain(Buffer.from('Qzvletter').toString('hex'));
    expect(ground.api.logged.join('\n')).not.toContain('Qzvletter');

    const [row] = (await all.query<Kept>(keptOf, [id])).rows;
    const place: Place = { shipment: ground.shipment, side: 'donor', subject: `letter/${id}`, version: 1 };
    const folder = ground.api.keysFolder;
    const vault = new FileIdentityVault(folder);
    const key = { id: row!.key, wrappedBy: row!.wrapped_by, wrapped: row!.wrapped };
    const said = await openedAt(vault, place, { key, sealed: row!.sealed });
    expect(said.text).toBe(words);
    const line = (await auditOf(ground.owner)).find(({ data }) => (data as { letter?: string }).letter === id);
    const { commitment } = line?.['data'] as { commitment: string };
    expect(commitmentTo(place, said)).toBe(commitment);
    expect(commitmentTo(place, { ...said, text: `${words} ` })).not.toBe(commitment);
    expect(commitmentTo(place, { ...said, salt: 'another' })).not.toBe(commitment);
    for (const other of [
      { ...place, side: 'patient' },
      { ...place, version: 2 },
    ] as const)
      await expect(openedAt(vault, other, { key, sealed: row!.sealed })).rejects.toThrow();
  });

  it('are salted anew for the other side, so that no two commitments tell that the words are alike', async () => {
    await ground.bringOver({ text: words });
    const lines = (await auditOf(ground.owner)).flatMap(({ data }) => {
      const { commitment, commitmentReceived } = data as Record<string, string | undefined>;
      return [commitment, commitmentReceived].filter((each) => each !== undefined);
    });
    expect(lines.length).toBeGreaterThan(2);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.every((each) => /^[0-9a-f]{64}$/.test(each))).toBe(true);
  });

  it('open under renewed keys, come back with their keys’ backup, and not without', async () => {
    const received = await ground.bringOver({ text: words });
    const folder = ground.api.keysFolder;
    const vaults = { identities: new FileIdentityVault(folder), words: new FileWordsVault(folder) };
    for (const side of ['donor', 'patient'] as const) await renewKeys(ground.api.own.ownerUrl, vaults, side);
    const read = async () => {
      const { status, body } = await ground.get('transplanter', `/letters/${received}`);
      return body.code ?? [status, body.versions[0].text];
    };
    expect(await read()).toEqual([200, words]);
    const file = path.join(folder, 'keys');
    await backupKeys(ground.api.own.ownerUrl, file);
    await all.query('delete from cellrelay.identity_key');
    expect(await read()).toBe('keys-missing');
    const { restored, had } = await restoreKeys(ground.api.own.ownerUrl, file);
    expect([restored, await read()]).toEqual([had, [200, words]]);
  });

  it('are told in their newest twenty versions, however often they were written', async () => {
    const { id } = await ground.write('collector', { subject: 'donor', text: words }, others[0]);
    for (let n = 1; n <= 21; n++)
      await ground.move('collector', id, n, { move: 'rewrite', text: `No. ${n}` }).expect(200);
    const { versions } = (await ground.get('collector', `/letters/${id}`).expect(200)).body as {
      versions: { version: number }[];
    };
    expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, n) => 22 - n));
  });

  it('are erased with whoever they were written for, in every version, with the chain whole', async () => {
    const [, shipment] = others as [ShipmentId, ShipmentId, ShipmentId];
    const { id } = await ground.write('collector', { subject: 'donor', text: words }, shipment);
    await ground.move('collector', id, 1, { move: 'rewrite', text: `${words} Again.` }).expect(200);
    await ground.move('collector', id, 2, { move: 'hand-in' }).expect(200);
    await ground.move('screener', id, 3, { move: 'release' }).expect(200);
    const [across = ''] = await ground.waiting('patient-screener');
    await ground.get('patient-screener', `/letters/${across}`).expect(200);
    const kept = (await all.query<Kept>(keptOf, [id])).rows;
    const at = `/api/v1/shipments/${shipment}/identities/donor`;
    const as = (name: LetterPerson) => ground.as(name);
    await ground.api.http
      .put(at)
      .set(as('registrar'))
      .set('If-None-Match', '*')
      .send({ name: 'EXAMPLE Dana Qzvdonor' })
      .expect(200);
    for (const name of ['registrar', 'second-registrar'] as const)
      await ground.api.http
        .post(`${at}/erasure`)
        .set(as(name))
        .set('If-Match', '"1"')
        .send({ reason: 'asked-by-the-person' })
        .expect(200);

    const read = await ground.get('collector', `/letters/${id}`).expect(200);
    expect(read.body.versions.map(({ text }: { text: string | null }) => text)).toEqual([null, null]);
    expect(read.body.written).toMatchObject({ state: 'withdrawn', moves: [] });
    expect((await all.query(keptOf, [id])).rowCount).toBe(0);
    const overThere = `select from cellrelay.identity_key where subject = 'received/' || $1::text`;
    expect((await all.query(overThere, [across])).rowCount).toBe(0);
    expect(await ground.waiting('patient-screener')).toEqual([]);
    await ground.get('patient-screener', `/letters/${across}`).expect(404);
    expect(await verifyAudit(ground.api.database.pool, { chainHash })).toMatchObject({ differences: [] });
    // What an older backup of the data holds does not open any more.
    await all.query('update cellrelay.letter_text set key = $2, sealed = $3 where letter = $1 and version = 1', [
      ...[id, kept[0]?.key, kept[0]?.sealed],
    ]);
    expect((await ground.get('collector', `/letters/${id}`)).body.code).toBe('keys-missing');
  });
});

describe('the other side', () => {
  /** All that the patient's side can obtain of a shipment, but for ids and moments, which are drawn. */
  async function told(shipment: ShipmentId): Promise<readonly string[]> {
    const asked = [];
    for (const name of ['transplanter', 'patient-registrar'] as const)
      for (const at of [
        `/shipments/${shipment}`,
        `/shipments/${shipment}/letters`,
        `/shipments/${shipment}/identities`,
        '/shipments',
      ])
        asked.push(await ground.get(name, at));
    return asked.map(({ text, headers }) =>
      `${headers['content-length'] ?? ''} ${text}`.replaceAll(shipment, 'SHIPMENT').replaceAll(/"now":"[^"]*"/g, ''),
    );
  }

  it('learns nothing of letters before they are released: neither that they are, nor how many, nor when, nor how long', async () => {
    const shipment = others[2]!;
    const before = await told(shipment);
    const stay = { subject: 'donor', text: 'x' };
    const kept = await ground.write('collector', stay, shipment);
    const { id } = await ground.write('collector', { subject: 'donor', text: words.repeat(50) }, shipment);
    await ground.move('collector', id, 1, { move: 'rewrite', text: '你好' }).expect(200);
    await ground.move('collector', id, 2, { move: 'hand-in' }).expect(200);
    await ground.move('screener', id, 3, { move: 'edit', text: 'Other words.' }).expect(200);
    await ground.move('screener', id, 4, { move: 'release' }).expect(200);
    expect(await told(shipment)).toEqual(before);
    const received = (await ground.waiting('patient-screener')).at(-1) ?? '';
    await ground.move('patient-screener', received, 1, { move: 'release' }).expect(200);
    // The control: once it is released, it is told.
    expect(await told(shipment)).not.toEqual(before);
    expect(kept.id).not.toBe(id);
  });

  it('is told the same bytes of a released letter, however often and in whatever words it was written before', async () => {
    const journeys = [
      { drafts: ['First.'], shipment: ground.shipment },
      { drafts: ['完全不同的话', words.repeat(20), 'Third.'], shipment: others[0]! },
    ];
    const answers = [];
    for (const { drafts, shipment } of journeys) {
      const { id } = await ground.write('collector', { subject: 'donor', text: drafts[0] ?? '' }, shipment);
      for (const [index, text] of drafts.entries())
        await ground.move('collector', id, index + 1, { move: 'rewrite', text }).expect(200);
      const revision = drafts.length + 1;
      await ground.move('collector', id, revision, { move: 'hand-in' }).expect(200);
      await ground.move('screener', id, revision + 1, { move: 'edit', text: 'The same in the end.' }).expect(200);
      await ground.move('screener', id, revision + 2, { move: 'release' }).expect(200);
      const received = (await ground.waiting('patient-screener')).at(-1) ?? '';
      const screened = await ground.get('patient-screener', `/letters/${received}`);
      await ground.move('patient-screener', received, 1, { move: 'release' }).expect(200);
      const read = await ground.get('transplanter', `/letters/${received}`);
      const drawn = (text: string) =>
        text
          .replaceAll(received, 'ID')
          .replaceAll(shipment, 'SHIPMENT')
          .replaceAll(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"AT"');
      answers.push([screened, read].map(({ text, headers }) => [headers['etag'], drawn(text)]));
      expect(read.text).toContain('The same in the end.');
    }
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe('letters of examples', () => {
  /** How many rows there are of each table of letters, in the database of that superuser. */
  async function rowsOn(url: string): Promise<readonly (number | null)[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const counts = [];
    for (const table of ['letter', 'letter_text', 'letter_received'])
      counts.push((await client.query(`select from cellrelay.${table}`)).rowCount);
    await client.end();
    return counts;
  }

  it('are in a backup of the data, whole although the wall binds the owner, and go with their shipments', async () => {
    const before = await rowsOn(ground.api.own.superuserUrl);
    expect(before.every((rows) => Number(rows) > 1)).toBe(true);
    const file = path.join(folder, 'data');
    await backup(ground.api.own.ownerUrl, file);
    const made = await throwAwayDatabase({ empty: true });
    try {
      await restoreFrom(made.ownerUrl, file);
      expect(await rowsOn(made.superuserUrl)).toEqual(before);
    } finally {
      await made.drop();
    }
    await ground.owner.query('update cellrelay.account set example = true');
    await removeExamples(ground.api.database.pool, 'ops');
    expect(await rowsOn(ground.api.own.superuserUrl)).toEqual([0, 0, 0]);
  }, 60_000);
});
