import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  backup,
  backupKeys,
  openDatabase,
  PostgresIdentityRegister,
  removeExamples,
  renewKeys,
  restore,
  restoreKeys,
  roleThatBypasses,
  verify,
  type Database,
} from '@cellrelay/adapter-postgres';
import type { ShipmentId } from '@cellrelay/kernel';
import { FileIdentityVault, FileWordsVault } from '@cellrelay/platform';
import { identityRecord, type Asking, type Side, type Whose } from '@cellrelay/use-cases';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { restoreFrom } from '../../apps/ops/src/commands/keep.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { auditOf, identityGround, type IdentityGround } from '../support/identity-ground.js';

/** What backups of data and of keys can bring back of somebody, and what they cannot. */

let ground: IdentityGround;
let folder: string;
let vault: FileIdentityVault;
let organisation: string;
const opened: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  ground = await identityGround();
  folder = await mkdtemp(path.join(tmpdir(), 'cellrelay-wall-'));
  vault = new FileIdentityVault(ground.api.keysFolder);
  const found = await ground.owner.query<{ id: string }>(
    `select id from cellrelay.organisation where name = 'EXAMPLE registry'`,
  );
  organisation = found.rows[0]!.id;
}, 60_000);
afterAll(async () => {
  for (const close of opened.reverse()) await close();
  await ground.close();
  await rm(folder, { recursive: true, force: true });
});

const vaults = () => ({ identities: vault, words: new FileWordsVault(ground.api.keysFolder) });
const person = identityRecord.parse({ name: 'EXAMPLE Qzvdonor' });
const donorOf = (shipment: ShipmentId): Whose => ({ shipment, side: 'donor', subject: 'donor' });
const asking = (side: Side = 'donor'): Asking => ({
  ...{ account: 'registrar', person: 'EXAMPLE registrar', organisation, organisationName: 'EXAMPLE registry', side },
});

async function onDatabase(url: string): Promise<Database> {
  const database = await openDatabase({ url, folding, poolSize: 2 });
  opened.push(() => database.close());
  return database;
}

async function registerOn(url: string, keys = vault): Promise<PostgresIdentityRegister> {
  return new PostgresIdentityRegister((await onDatabase(url)).pool, keys);
}

async function emptyDatabase(): Promise<ThrowAwayDatabase> {
  const made = await throwAwayDatabase({ empty: true });
  opened.push(() => made.drop());
  return made;
}

/** A database that was restored from that backup of the data. */
async function restored(file: string): Promise<ThrowAwayDatabase> {
  const made = await emptyDatabase();
  await restoreFrom(made.ownerUrl, file);
  return made;
}

let files = 0;
const newFile = (): string => path.join(folder, `kept-${(files += 1)}`);

async function dataKept(): Promise<string> {
  const file = newFile();
  await backup(ground.api.own.ownerUrl, file);
  return file;
}

async function keysKept(): Promise<string> {
  const file = newFile();
  await backupKeys(ground.api.own.ownerUrl, file);
  return file;
}

async function recorded(number: number): Promise<Whose> {
  const whose = donorOf(await ground.open(number));
  await (await registerOn(ground.api.own.apiUrl)).write(asking(), whose, { fields: person, revision: 0 });
  return whose;
}

describe('backups', () => {
  it('hold the data without the keys, whole although the wall binds the owner; and the wall stands where they are restored', async () => {
    const whose = await recorded(11);
    const data = await dataKept();
    const made = await restored(data);
    const register = await registerOn(made.apiUrl);
    expect(await register.standing(asking(), whose.shipment)).toMatchObject([{ subject: 'donor', revision: 1 }]);
    await expect(register.read(asking(), whose)).rejects.toMatchObject({ code: 'keys-missing' });
    const { pool } = await onDatabase(made.ownerUrl);
    expect((await pool.query('select from cellrelay.identity')).rowCount).toBe(0);
    const walls = `select relname from pg_class where relnamespace = 'cellrelay'::regnamespace and relrowsecurity and relforcerowsecurity order by 1`;
    const walled = ['identity', 'identity_key', 'letter', 'letter_received', 'letter_text', 'words', 'words_key'];
    const standing = (await ground.owner.query(walls)).rows;
    expect(standing).toEqual(expect.arrayContaining(walled.map((relname) => ({ relname }))));
    expect((await pool.query(walls)).rows).toEqual(standing);
    await expect(restore(made.ownerUrl, data)).rejects.toMatchObject({ code: 'not-empty' });
    expect((await pool.query(walls)).rows).toEqual(standing);
  });

  it('of keys, with the data and the folder of keys, bring people back; without one of the three they do not', async () => {
    const whose = await recorded(12);
    const [data, keys] = [await dataKept(), await keysKept()];
    const made = await restored(data);
    expect(await restoreKeys(made.ownerUrl, keys)).toMatchObject({ restored: expect.any(Number) });
    const read = await (await registerOn(made.apiUrl)).read(asking(), whose);
    expect(read).toEqual({ revision: 1, fields: person });
    const elsewhere = new FileIdentityVault(path.join(folder, 'other-keys'));
    await expect((await registerOn(made.apiUrl, elsewhere)).read(asking(), whose)).rejects.toMatchObject({
      refusal: { code: 'keys-missing' },
    });
    expect((await restoreKeys(made.ownerUrl, keys)).restored).toBe(0);
  });

  it('leave what has lost its key as it is until the key is back: it is neither written over nor erased, nor asked to be', async () => {
    const whose = await recorded(20);
    const [data, keys] = [await dataKept(), await keysKept()];
    const made = await restored(data);
    const register = await registerOn(made.apiUrl);
    const [missing, told] = [{ code: 'keys-missing' }, { reason: 'recorded-by-mistake', revision: 1 } as const];
    const other = { fields: identityRecord.parse({ name: 'EXAMPLE other' }), revision: 1 };
    await expect(register.write(asking(), whose, other)).rejects.toMatchObject(missing);
    await expect(register.askErasure(asking(), whose, told)).rejects.toMatchObject(missing);
    await expect(register.erase(asking(), whose, told)).rejects.toMatchObject(missing);
    expect(await register.write(asking(), whose, { ...other, revision: 7 })).toBeNull();
    await restoreKeys(made.ownerUrl, keys);
    expect(await register.read(asking(), whose)).toEqual({ revision: 1, fields: person });
    expect((await register.standing(asking(), whose.shipment))[0]?.erasureAsked).toBeNull();
  });

  it('of keys are for their owner’s eyes, hold no name, and are not written over, nor read when damaged', async () => {
    await recorded(13);
    const file = await keysKept();
    const text = await readFile(file, 'utf8');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(text).not.toMatch(/qzv/i);
    await expect(backupKeys(ground.api.own.ownerUrl, file)).rejects.toMatchObject({ code: 'file-exists' });
    await writeFile(`${file}-damaged`, text.replace('"wrapped":"', '"wrapped":"AAAA'));
    await expect(restoreKeys(ground.api.own.ownerUrl, `${file}-damaged`)).rejects.toMatchObject({ code: 'damaged' });
    await writeFile(`${file}-cut`, text.slice(0, -9));
    await expect(restoreKeys(ground.api.own.ownerUrl, `${file}-cut`)).rejects.toMatchObject({ code: 'not-a-backup' });
    expect((await auditOf(ground.owner)).map(({ kind }) => kind)).toContain('identity-keys-kept');
  });
});

describe('a role that the wall hides rows from', () => {
  const rename = async (to: string): Promise<void> => {
    const { pool } = await onDatabase(ground.api.own.superuserUrl);
    for (const table of ['identity', 'identity_key', 'words', 'words_key'])
      await pool.query(`alter policy keep_whole on cellrelay.${table} to ${to}`);
  };
  afterEach(() => rename('cellrelay_owner'));

  it('keeps nothing rather than a part, renews no key, and is told how to see all; the one that the policy names keeps all', async () => {
    await recorded(21);
    const keys = await keysKept();
    const { ownerUrl } = ground.api.own;
    const names = await readdir(ground.api.keysFolder);
    await rename('cellrelay_worker');
    const told = { code: 'not-the-owner', message: expect.stringMatching(/keep_whole .* to cellrelay_owner/) };
    const files = [newFile(), newFile()] as const;
    await expect(backup(ownerUrl, files[0])).rejects.toMatchObject(told);
    await expect(backupKeys(ownerUrl, files[1])).rejects.toMatchObject(told);
    await expect(restoreKeys(ownerUrl, keys)).rejects.toMatchObject(told);
    await expect(renewKeys(ownerUrl, vaults(), 'donor')).rejects.toMatchObject(told);
    expect(files.filter((file) => existsSync(file))).toEqual([]);
    expect(await readdir(ground.api.keysFolder)).toEqual(names);
    await rename('cellrelay_owner');
    expect(await backupKeys(ownerUrl, files[1])).toBeGreaterThan(0);
    await rename('public');
    expect((await backup(ownerUrl, files[0]))['identity']).toBeGreaterThan(0);
  });
});

describe('somebody who was erased', () => {
  it('is read nowhere any more: not in the table, nor in a backup of before with the keys of after; every chain stands', async () => {
    const whose = await recorded(14);
    const dataBefore = await dataKept();
    const register = await registerOn(ground.api.own.apiUrl);
    await register.erase(asking(), whose, { reason: 'no-duty-holds', revision: 1 });
    const keysAfter = await keysKept();

    expect(await register.read(asking(), whose)).toEqual({ revision: 2, fields: null });
    await ground.owner.query('begin');
    await ground.owner.query(`select set_config('cellrelay.keeping', 'yes', true)`);
    const left = `select sealed, key, (select count(*)::integer from cellrelay.identity_key k where k.shipment = i.shipment) as keys from cellrelay.identity i where shipment = $1`;
    expect((await ground.owner.query(left, [whose.shipment])).rows).toEqual([{ sealed: null, key: null, keys: 0 }]);
    await ground.owner.query('rollback');

    const made = await restored(dataBefore);
    await restoreKeys(made.ownerUrl, keysAfter);
    await expect((await registerOn(made.apiUrl)).read(asking(), whose)).rejects.toMatchObject({ code: 'keys-missing' });
    expect(JSON.stringify(await auditOf(ground.owner))).not.toMatch(/qzv/i);
    const verified = await verify(ground.api.database.pool, derivations);
    expect(verified.differences).toEqual([]);
    expect(verified.shipments).toBeGreaterThan(0);
  });

  it('does not come back here by an older backup of keys', async () => {
    const whose = await recorded(15);
    const older = await keysKept();
    const register = await registerOn(ground.api.own.apiUrl);
    await register.erase(asking(), whose, { reason: 'no-duty-holds', revision: 1 });
    expect((await restoreKeys(ground.api.own.ownerUrl, older)).restored).toBe(0);
    expect(await register.read(asking(), whose)).toEqual({ revision: 2, fields: null });
  });

  it('comes back elsewhere by older backups of both, until the keys are renewed and the former ones destroyed', async () => {
    const whose = await recorded(16);
    const [data, older] = [await dataKept(), await keysKept()];
    const register = await registerOn(ground.api.own.apiUrl);
    await register.erase(asking(), whose, { reason: 'no-duty-holds', revision: 1 });
    const made = await restored(data);
    await restoreKeys(made.ownerUrl, older);
    const elsewhere = await registerOn(made.apiUrl);
    expect((await elsewhere.read(asking(), whose))?.fields).toEqual(person);

    const standing = await recorded(17);
    const { newest, before, keys } = await renewKeys(ground.api.own.ownerUrl, vaults(), 'donor');
    expect(keys).toBeGreaterThan(0);
    expect(before).not.toContain(newest);
    for (const name of before) await rm(path.join(ground.api.keysFolder, `${name}.key`));
    await expect(elsewhere.read(asking(), whose)).rejects.toMatchObject({ refusal: { code: 'keys-missing' } });
    expect((await register.read(asking(), standing))?.fields).toEqual(person);
    expect((await auditOf(ground.owner)).map(({ kind }) => kind)).toContain('identity-keys-renewed');
  });
});

it('an organisation that was left out just before it writes is told so, which is no error of the database’s', async () => {
  const whose = donorOf(await ground.open(22));
  await ground.owner.query('delete from cellrelay.shipment_part where shipment = $1', [whose.shipment]);
  const register = await registerOn(ground.api.own.apiUrl);
  expect(await register.write(asking(), whose, { fields: person, revision: 0 })).toBeNull();
  expect(await register.reach(asking(), whose.shipment)).toEqual([]);
});

it('examples that are removed take their people and keys along', async () => {
  const made = await restored(await dataKept());
  await restoreKeys(made.ownerUrl, await keysKept());
  const database = await onDatabase(made.apiUrl);
  await (await onDatabase(made.ownerUrl)).pool.query('update cellrelay.account set example = true');
  expect((await removeExamples(database.pool, 'ops')).length).toBeGreaterThan(0);
  const owner = await onDatabase(made.ownerUrl);
  const client = await owner.pool.connect();
  await client.query('begin');
  await client.query(`select set_config('cellrelay.keeping', 'yes', true)`);
  for (const table of ['identity', 'identity_key', 'shipment_part'])
    expect((await client.query(`select from cellrelay.${table}`)).rowCount).toBe(0);
  await client.query('rollback');
  client.release();
});

describe('a role that is everything', () => {
  it('is bound by the wall as long as it owns the tables only', async () => {
    const whose = await recorded(18);
    const register = await registerOn(ground.api.own.ownerUrl);
    expect((await register.read(asking(), whose))?.fields).toEqual(person);
    expect(await register.read(asking('patient'), whose)).toBeNull();
    expect(await roleThatBypasses((await onDatabase(ground.api.own.ownerUrl)).pool)).toBeNull();
  });

  it('is refused where it passes the wall by', async () => {
    const whose = await recorded(19);
    const { superuserUrl } = ground.api.own;
    const register = await registerOn(superuserUrl);
    const refused = { code: 'row-security-bypassed' };
    await expect(register.read(asking(), whose)).rejects.toMatchObject(refused);
    await expect(register.reach(asking(), whose.shipment)).rejects.toMatchObject(refused);
    expect(await roleThatBypasses((await onDatabase(superuserUrl)).pool)).toBe('cellrelay_admin');
  });
});
