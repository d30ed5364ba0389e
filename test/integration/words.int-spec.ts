import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  backup,
  backupKeys,
  PostgresIdentityRegister,
  PostgresWords,
  renewKeys,
  restoreKeys,
  verify,
} from '@cellrelay/adapter-postgres';
import { AirportDirectory } from '@cellrelay/adapter-airports';
import type { CommandId, Zone } from '@cellrelay/kernel';
import { FileIdentityVault, FileWordsVault } from '@cellrelay/platform';
import { commitmentsIn, holdsSealed, withheld, wordsSides } from '@cellrelay/shipment';
import {
  commitmentOf,
  fingerprint,
  identityRecord,
  IssueCommand,
  prepare,
  SitePolicies,
  TakeCommand,
  unreadable,
  WordsKeyGone,
} from '@cellrelay/use-cases';
import { restoreFrom } from '../../apps/ops/src/commands/keep.js';
import { derivations } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase } from '../support/database.js';
import { auditOf } from '../support/identity-ground.js';
import { wordsGround, type WordsGround } from '../support/words-ground.js';
import { opened } from './store-fixtures.js';

/** What people write in prose: where it lies, who reads it, and that it goes when it is to go. */

const phrase = 'EXAMPLE Zaubernuss, 王 said her mother';
const deviation = (words: string) => ({ kind: 'other', words, seriousness: 'minor', happenedAt: at() });
/** A minute ago, as people write it. */
function at() {
  const local = new Date(Date.now() - 60_000).toISOString().slice(0, 16);
  return { local, zone: 'UTC' };
}

const airports = new AirportDirectory();
let ground: WordsGround;
let folder: string;
beforeAll(async () => {
  ground = await wordsGround();
  folder = await mkdtemp(path.join(tmpdir(), 'cellrelay-words-kept-'));
  const answer = await ground.say('registrar', 'OpenDeviation', deviation(phrase), 'opened');
  expect(answer).toMatchObject({ status: 200 });
}, 60_000);
afterAll(async () => {
  await ground.close();
  await rm(folder, { recursive: true, force: true });
});

describe('what the donor’s side writes', () => {
  it('lies in no table in the clear, and the log holds a commitment to it', async () => {
    expect(await ground.holding('Zaubernuss')).toEqual([]);
    const log = await ground.api.database.shipments.log(ground.shipment, 0, 100);
    expect(log.filter(({ text }) => text.includes('DeviationOpened') && holdsSealed(text))).toHaveLength(1);
    expect(ground.api.logged.join('')).not.toContain('Zaubernuss');
    // The control: what is looked for is found where it is.
    expect(await ground.holding('EXAMPLE registrar')).not.toEqual([]);
  });

  it('is read by that side and by the operator, and is withheld from the other side', async () => {
    for (const who of ['registrar', 'second', 'collector', 'laboratory', 'operator'] as const)
      expect(await ground.told(who)).toContain(phrase);
    const told = await ground.told('transplanter');
    expect(told).toContain(withheld);
    expect(told).not.toMatch(/Zaubernuss|⟦/);
    expect(await ground.told('stranger')).not.toMatch(/Zaubernuss|⟦|withheld/);
    for (const who of ['registrar', 'operator'] as const) expect(await ground.told(who)).not.toContain('⟦');
  });

  it('is the same command when it is sent again, and another in other words; what it is known by cannot be guessed', async () => {
    const { rows } = await ground.owner.query<{ body_hash: string; answer: unknown }>(
      `select body_hash, answer from cellrelay.command_answer where id like '%/opened'`,
    );
    const body = deviation(phrase);
    const again = await ground.say('registrar', 'OpenDeviation', { ...body, happenedAt: await saidAt() }, 'opened');
    expect(again).toMatchObject({ status: 200, headers: { 'idempotent-replayed': 'true' } });
    const other = await ground.say('registrar', 'OpenDeviation', deviation('other words'), 'opened');
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
    expect(JSON.stringify(rows)).not.toContain('Zaubernuss');
    const { words, ...rest } = { ...body, openedFrom: null };
    const guesses = [{ ...rest, words }, body].map((data) =>
      fingerprint({ name: 'OpenDeviation', data, shipment: ground.shipment }),
    );
    expect(guesses).not.toContain(rows[0]?.body_hash);
  });

  it('corrected to what it was is not corrected, whoever corrects it', async () => {
    const body = { deviation: 'D1', kind: 'other', happenedAt: await saidAt(), reason: 'misread', evidence: 'letter' };
    const same = await ground.say('operator', 'CorrectDeviation', { ...body, words: phrase });
    expect(same).toMatchObject({ status: 422, body: { code: 'nothing-corrected' } });
  });

  it('cannot be put into another’s mouth: what looks sealed is refused', async () => {
    const [{ text } = { text: '' }] = (await ground.api.database.shipments.log(ground.shipment, 0, 100)).filter(
      (line) => holdsSealed(line.text),
    );
    const token = `⟦words:${commitmentsIn(text)[0] ?? ''}⟧`;
    const said = await ground.say('transplanter', 'OpenDeviation', deviation(`see ${token}`));
    expect(said.body).toMatchObject({ code: 'text-looks-sealed', at: '/words' });
  });

  it('is opened by salt and words to whoever has the log alone', async () => {
    const { rows } = await inContext(
      `select commitment, sealed, key, wrapped_by as "wrappedBy", wrapped from cellrelay.words w join cellrelay.words_key k on k.id = w.key where w.side = 'donor'`,
    );
    const row = rows.at(0) as { commitment: string; sealed: Buffer; key: string; wrappedBy: string; wrapped: Buffer };
    const vault = new FileWordsVault(ground.api.keysFolder);
    const [proof] = await vault.open({ id: row.key, ...row }, { shipment: ground.shipment, side: 'donor' }, [row]);
    expect(proof?.text).toBe(phrase);
    const log = await ground.api.database.shipments.log(ground.shipment, 0, 100);
    expect(log.some(({ text }) => commitmentsIn(text).includes(commitmentOf(proof!)))).toBe(true);
    expect(log.some(({ text }) => commitmentsIn(text).includes(commitmentOf({ ...proof!, text: 'else' })))).toBe(false);
  });
});

it('what the patient’s side writes is its own', async () => {
  await ground.say('transplanter', 'OpenDeviation', deviation('EXAMPLE Haselstrauch'));
  expect(await ground.told('transplanter')).toContain('Haselstrauch');
  expect(await ground.told('collector')).not.toMatch(/Haselstrauch|⟦/);
});

it('the operator writes for the side whose command it is', async () => {
  const said = { suspendedAt: at(), reason: 'EXAMPLE Ilex of the donor' };
  expect(await ground.say('operator', 'SuspendDonor', said)).toMatchObject({ status: 200 });
  expect(await ground.told('collector')).toContain('Ilex');
  const told = await ground.told('transplanter');
  expect(told).not.toMatch(/Ilex|⟦/);
});

describe('a key that is erased while words are sealed by it', () => {
  const author = { shipment: '' as never, side: 'operator', organisation: '' } as const;
  const erased = () => inContext(`delete from cellrelay.words_key where side = 'operator'`, 'commit');

  it('keeps nothing of them: they are sealed anew, and the command goes through', async () => {
    const { database, keysFolder } = ground.api;
    const words = new PostgresWords(database.pool, new FileWordsVault(keysFolder));
    let turns = 0;
    const keeper = {
      read: words.read.bind(words),
      seal: async (...said: Parameters<PostgresWords['seal']>) => {
        const sealed = await words.seal(...said);
        if ((turns += 1) === 1) await erased();
        return sealed;
      },
    };
    const issue = new IssueCommand(database.shipments, { committed: () => Promise.resolve() });
    const policies = new SitePolicies(database.policies);
    const take = new TakeCommand({ issue, store: database.shipments, airports, policies, words: keeper });
    const { shipment } = ground;
    const organisation = { id: await operator(), name: 'EXAMPLE operator', kind: 'operator' } as const;
    const acting = { person: 'EXAMPLE', role: 'coordinator', organisation, courier: null } as const;
    const body = deviation('EXAMPLE Weissdorn');
    const revision = (await database.shipments.load(shipment))?.stageRevisions.deviation ?? 0;
    const taken = { shipment, name: 'OpenDeviation', body, ifMatch: revision, idempotencyKey: 'raced' };
    const outcome = await take.take({ ...taken, account: { name: 'racer', acting } });
    expect([outcome.kind, turns]).toEqual(['accepted', 2]);
    expect(await ground.told('operator')).toContain('Weissdorn');
  });

  it('control: a command whose words nobody seals anew is not taken, rather than kept without them', async () => {
    const { database, keysFolder } = ground.api;
    const words = new PostgresWords(database.pool, new FileWordsVault(keysFolder));
    const of = { ...author, shipment: ground.shipment, organisation: await operator() };
    const sealed = await words.seal(of, ['EXAMPLE']);
    await erased();
    const command = { shipment: ground.shipment, id: 'control' as CommandId, bodyHash: '0', words: sealed! };
    const state = await database.shipments.load(ground.shipment);
    const happenedAt = { at: state!.recordedAt!, zone: 'UTC' as Zone };
    const data = { kind: 'other', words: 'x', seriousness: null, happenedAt } as const;
    const issued = { ...command, command: { name: 'OpenDeviation', data } } as const;
    const statedBy = { person: 'X', organisation: 'EXAMPLE', how: 'account' } as const;
    const commit = database.shipments.commit(command, (loaded) =>
      prepare({ ...issued, statedBy, recordedBy: 'x', ifMatch: null }, loaded),
    );
    await expect(commit).rejects.toBeInstanceOf(WordsKeyGone);
    expect((await database.shipments.load(ground.shipment))?.revision).toBe(state?.revision);
  });
});

it('older backups of data and of keys bring words back, as they do persons; renewed keys read what stands', async () => {
  const [data, keys] = [path.join(folder, 'data-1'), path.join(folder, 'keys-1')];
  await backup(ground.api.own.ownerUrl, data);
  await backupKeys(ground.api.own.ownerUrl, keys);
  expect(gunzipSync(await readFile(data)).includes('Zaubernuss')).toBe(false);
  expect(await readFile(keys, 'utf8')).not.toContain('Zaubernuss');
  const made = await throwAwayDatabase({ empty: true });
  const database = await restoreFrom(made.ownerUrl, data).then(() => opened(made.apiUrl));
  const words = new PostgresWords(database.pool, new FileWordsVault(ground.api.keysFolder));
  const read = async () => {
    const log = await database.shipments.log(ground.shipment, 0, 100);
    return JSON.stringify([...(await words.read(await operator(), commitmentsIn(JSON.stringify(log)))).values()]);
  };
  expect(await read()).not.toContain('Zaubernuss');
  await restoreKeys(made.ownerUrl, keys);
  expect(await read()).toContain('Zaubernuss');
  await database.close();
  await made.drop();
  const folderOfKeys = ground.api.keysFolder;
  const vaults = { identities: new FileIdentityVault(folderOfKeys), words: new FileWordsVault(folderOfKeys) };
  for (const side of wordsSides) {
    const { before } = await renewKeys(ground.api.own.ownerUrl, vaults, side);
    for (const name of before) await rm(path.join(folderOfKeys, `${name}.key`));
  }
  expect(await ground.told('operator')).toContain('Zaubernuss');
}, 60_000);

it('of two recipients, what was written for their side goes with the last', async () => {
  const { rows } = await ground.owner.query<{ id: string }>(
    `select id from cellrelay.organisation where name = 'EXAMPLE transplant'`,
  );
  const register = new PostgresIdentityRegister(ground.api.database.pool, new FileIdentityVault(ground.api.keysFolder));
  const asking = {
    account: 'x',
    person: 'X',
    organisation: rows[0]!.id,
    organisationName: 'X',
    side: 'patient',
  } as const;
  const whose = (subject: string) => ({ shipment: ground.shipment, side: 'patient', subject }) as const;
  const fields = identityRecord.parse({ name: 'EXAMPLE' });
  for (const subject of ['R1', 'R2']) await register.write(asking, whose(subject), { fields, revision: 0 });
  await register.erase(asking, whose('R1'), { reason: 'no-duty-holds', revision: 1 });
  expect(await ground.told('transplanter')).toContain('Haselstrauch');
  await register.erase(asking, whose('R2'), { reason: 'no-duty-holds', revision: 1 });
  const told = await ground.told('transplanter');
  expect(told).toContain(unreadable.erased);
  expect(told).not.toContain('Haselstrauch');
  expect(await ground.told('collector')).toContain('Zaubernuss');
  const last = (await auditOf(ground.owner)).filter(({ kind }) => kind === 'identity-erased').at(-1);
  expect(last).toMatchObject({ data: { words: 1 } });
});

describe('with the donor erased', () => {
  it('what was written for that side is read nowhere, and every chain stands', async () => {
    const [data, keys] = [path.join(folder, 'data'), path.join(folder, 'keys')];
    await backup(ground.api.own.ownerUrl, data);
    await backupKeys(ground.api.own.ownerUrl, keys);
    await erase();
    for (const who of ['registrar', 'collector', 'operator'] as const) {
      const told = await ground.told(who);
      expect(told).toContain(unreadable.erased);
      expect(told).not.toMatch(/Zaubernuss|Ilex|⟦/);
    }
    expect((await verify(ground.api.database.pool, derivations)).differences).toEqual([]);
    const after = path.join(folder, 'after');
    await backup(ground.api.own.ownerUrl, after);
    expect(gunzipSync(await readFile(after)).includes('Zaubernuss')).toBe(false);
    expect((await restoreKeys(ground.api.own.ownerUrl, keys)).restored).toBe(0);
    expect(await ground.told('operator')).not.toContain('Zaubernuss');
    await olderBackup(data);
  }, 60_000);

  it('what is written after it is read again, under a key of its own', async () => {
    await ground.say('registrar', 'OpenDeviation', deviation('EXAMPLE Schneeball'));
    expect(await ground.told('collector')).toContain('Schneeball');
    expect(await ground.told('transplanter')).not.toContain('Schneeball');
  });
});

/** The older data, with the keys of after: they are not among these. */
async function olderBackup(data: string): Promise<void> {
  const keys = path.join(folder, 'keys-after');
  await backupKeys(ground.api.own.ownerUrl, keys);
  const made = await throwAwayDatabase({ empty: true });
  const database = await restoreFrom(made.ownerUrl, data).then(() => opened(made.apiUrl));
  await restoreKeys(made.ownerUrl, keys);
  const log = await database.shipments.log(ground.shipment, 0, 100);
  const words = new PostgresWords(database.pool, new FileWordsVault(ground.api.keysFolder));
  const found = await words.read(await operator(), commitmentsIn(JSON.stringify(log)));
  expect([...found.values()].filter((word) => typeof word === 'object' && word.text === phrase)).toEqual([]);
  expect([...found.values()]).toContain('key-missing');
  await database.close();
  await made.drop();
}

async function operator(): Promise<string> {
  const found = await ground.owner.query<{ id: string }>(
    `select id from cellrelay.organisation where kind = 'operator'`,
  );
  return found.rows[0]?.id ?? '';
}

async function saidAt() {
  const state = await ground.api.database.shipments.load(ground.shipment);
  const happened = state?.stages.deviation.deviations[0]?.happenedAt;
  return { local: String(happened?.at).slice(0, 16), zone: 'UTC' };
}

async function inContext(question: string, end = 'rollback') {
  await ground.owner.query('begin');
  await ground.owner.query(`select set_config('cellrelay.keeping', 'yes', true)`);
  const found = await ground.owner.query(question);
  await ground.owner.query(end);
  return found;
}

async function erase(): Promise<void> {
  const { http } = ground.api;
  const address = `/api/v1/shipments/${ground.shipment}/identities/donor`;
  const put = http.put(address).set({ ...ground.as('registrar'), 'If-Match': '"0"' });
  await put.send({ name: 'EXAMPLE Qzvdonor' }).expect(200);
  for (const who of ['registrar', 'second'] as const) {
    const post = http.post(`${address}/erasure`).set({ ...ground.as(who), 'If-Match': '"1"' });
    await post.send({ reason: 'recorded-by-mistake' }).expect(200);
  }
}
