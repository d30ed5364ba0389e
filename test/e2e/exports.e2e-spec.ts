import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase, verifyAudit, type Database } from '@cellrelay/adapter-postgres';
import { FileSigner, KeyFiles } from '@cellrelay/platform';
import { chainHash, entryOf, forReading, storeHistory, type AuditLine } from '@cellrelay/use-cases';
import type { ShipmentId } from '@cellrelay/kernel';
import type { Role } from '@cellrelay/shipment';
import { commands } from '../../apps/ops/src/commands.js';
import { explained } from '../../apps/ops/src/explain.js';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { dryRun } from '../support/dry-world.js';
import { signedInAs, type Headers } from '../support/example-people.js';
import { looked, verifierFile } from '../support/exported.js';
import { scenarioIn } from '../support/scenarios.js';

let api: RunningApi;
let owner: Database;
let folder: string;
let shipment: ShipmentId;
let events: number;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cellrelay-exports-'));
  api = await apiOnDatabase({}, { env: { CELLRELAY_KEYS: path.join(folder, 'keys') } });
  owner = await openDatabase({ url: api.own.ownerUrl, folding });
  const { log, shipment: played } = await dryRun(scenarioIn('case-a-day-one-enough.yaml'));
  await storeHistory(api.database.shipments, { shipment: played, entries: log.map(({ text }) => entryOf(text)) });
  [shipment, events] = [log[0]!.shipment, log.length];
  signedIn = await everybodySignedIn();
});
afterAll(async () => {
  await owner.close();
  await api.close();
  rmSync(folder, { recursive: true });
});

interface Ended {
  readonly code: number;
  readonly said: string;
}

function ran(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const { PATH, HOME } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env: { PATH, HOME, ...env } }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), said: `${stdout}${stderr}` }),
    );
  });
}

const program = ['--no-warnings', '--import', './test/support/typescript.mjs', 'apps/ops/src/main.ts'];

/** A command of the command line in this process: what it answers or is refused with, and what it says. */
async function ops(words: string, keys: string | undefined = path.join(folder, 'keys')): Promise<Ended> {
  const said = words.split(' ');
  const command = commands.find(({ name }) => words.startsWith(name))!;
  const lines: string[] = [];
  const { log, error } = console;
  console.log = console.error = (line: string) => void lines.push(line);
  process.env.DATABASE_URL = api.own.ownerUrl;
  if (keys === '') delete process.env.CELLRELAY_KEYS;
  else process.env.CELLRELAY_KEYS = keys;
  const code = await command.run(said.slice(command.name.split(' ').length)).catch((error: unknown) => {
    lines.push(String(explained(error)));
    return 1;
  });
  Object.assign(console, { log, error });
  return { code, said: lines.map((line) => `${line}\n`).join('') };
}
const verifier = (...args: readonly string[]) => ran([verifierFile, ...args]);
const at = (name: string) => path.join(folder, name);

let signedIn: Readonly<Record<'coordinator' | 'auditor' | 'administrator', Headers>>;

/** Somebody of the operator in each role that is asked for here. */
async function everybodySignedIn(): Promise<typeof signedIn> {
  const { organisation } = (await api.database.accounts.find('coordinator'))!.acting;
  const as = (role: Role) =>
    signedInAs(api.database, api.url, { name: `${role}-of-the-operator`, role, organisation: organisation.id });
  return {
    coordinator: await as('coordinator'),
    auditor: await as('auditor'),
    administrator: await as('administrator'),
  };
}

const ask = (address: string, role: keyof typeof signedIn) => api.http.get(`/api/v1${address}`).set(signedIn[role]);

describe('before there is a key', () => {
  it('what is to be signed is refused and nothing is on record; a table is not', async () => {
    const before = await api.database.chains.head('audit');
    const refused = await ask('/audit/export', 'auditor');
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'signing-key-missing', allowed: ['npm run ops -- signing-key rotate'] });
    expect(await api.database.chains.head('audit')).toEqual(before);
    expect((await ask('/audit/export?form=csv', 'auditor')).status).toBe(200);
    expect(await ops(`export audit ${at('none.jsonl')}`)).toMatchObject({ code: 1 });
    expect(await ops('signing-key rotate', '')).toMatchObject({
      code: 1,
      said: expect.stringContaining('CELLRELAY_KEYS'),
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(await api.database.signingKeys.list()).toEqual([]);
  });
});

describe('the register of keys', () => {
  it('takes one up, retires it for the next, and keeps both; each change is on the audit record', async () => {
    expect(await ops('signing-key rotate')).toMatchObject({
      code: 0,
      said: expect.stringContaining('BEGIN PUBLIC KEY'),
    });
    const [first] = await api.database.signingKeys.list();
    writeFileSync(at('first.pem'), first!.publicKey);
    expect(await ops(`export log ${shipment} ${at('by-first.jsonl')}`)).toMatchObject({ code: 0 });
    expect(await ops('signing-key rotate')).toMatchObject({ code: 0 });
    const [second, retired] = await api.database.signingKeys.list();
    expect([second!.retiredAt, retired!.id]).toEqual([null, first!.id]);
    expect(retired!.retiredAt).not.toBeNull();
    writeFileSync(at('second.pem'), (await ops('signing-key public')).said);
    expect(readFileSync(at('second.pem'), 'utf8').trim()).toBe(second!.publicKey.trim());
    expect((await ops('signing-key list')).said).toMatch(/in use\n.*retired /);
    expect((await ops('signing-key public nonsense')).code).toBe(1);
    const { items } = await api.database.audit.list(everything, { before: null, limit: 10 });
    expect(
      items.filter(({ kind }) => kind.startsWith('signing-key')).map(({ kind, about }: AuditLine) => [kind, about.id]),
    ).toEqual([
      ['signing-key-taken-up', second!.id],
      ['signing-key-retired', first!.id],
      ['signing-key-taken-up', first!.id],
    ]);
  });

  it('is changed by nobody else: the application reads it, and the owner cannot take a key out', async () => {
    for (const statement of ['delete from cellrelay.signing_key', `update cellrelay.signing_key set retired_at = null`])
      await expect(api.database.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
    await expect(api.database.signingKeys.takeUp({ id: 'x', publicKey: 'x' })).rejects.toMatchObject({ code: '42501' });
    for (const statement of ['delete from cellrelay.signing_key', `update cellrelay.signing_key set public_key = 'x'`])
      await expect(owner.pool.query(statement)).rejects.toMatchObject({ code: '23001' });
  });

  it('has one in use however many are taken up at once', async () => {
    const files = new KeyFiles(at('others'));
    const keys = await Promise.all([files.make(), files.make(), files.make()]);
    await Promise.all(keys.map((key) => owner.signingKeys.takeUp(key)));
    const inUse = (await owner.signingKeys.list()).filter(({ retiredAt }) => retiredAt === null);
    expect(inUse).toHaveLength(1);
    expect(await new FileSigner(owner.signingKeys, files).key()).toBe(inUse[0]!.id);
    await ops('signing-key rotate');
    writeFileSync(at('third.pem'), (await owner.signingKeys.current())!.publicKey);
    expect(await verifyAudit(owner.pool, { chainHash })).toMatchObject({ differences: [] });
  });
});

describe('the command line', () => {
  it('writes what the verifier finds sound, with the key of its time and no other', async () => {
    expect(await verifier(at('by-first.jsonl'), '--key', at('first.pem'))).toMatchObject({
      code: 0,
      said: expect.stringContaining(`${events} lines of shipment/${shipment}, whole`),
    });
    expect(await verifier(at('by-first.jsonl'), '--key', at('second.pem'))).toMatchObject({ code: 1 });
    expect(statSync(at('by-first.jsonl')).mode & 0o777).toBe(0o600);
    expect(await ops(`export log ${shipment} ${at('by-first.jsonl')}`)).toMatchObject({
      code: 1,
      said: expect.stringContaining('exists already'),
    });
  });

  it('writes everything into a folder; with heads kept elsewhere a file that is left out is missed', async () => {
    expect(await ops(`export heads ${at('heads.jsonl')}`)).toMatchObject({ code: 0 });
    expect(await ops(`export all ${at('all')}`)).toMatchObject({ code: 0, said: expect.stringContaining('3 files') });
    const how = ['--key', at('third.pem'), '--heads', at('heads.jsonl')];
    expect(await verifier(at('all'), ...how)).toMatchObject({ code: 0 });
    rmSync(path.join(at('all'), `shipment-${shipment}.jsonl`));
    expect(await verifier(at('all'), ...how)).toMatchObject({
      code: 1,
      said: expect.stringContaining(`shipment/${shipment} was left out`),
    });
    const alone = ['--key', at('third.pem')];
    expect(await verifier(at('all'), ...alone)).toMatchObject({
      code: 1,
      said: expect.stringContaining('was left out'),
    });
    rmSync(path.join(at('all'), 'heads.jsonl'));
    expect(await verifier(at('all'), ...alone)).toMatchObject({ code: 0 });
  });

  it('a line changed behind the application’s back is found in the next export, as it was stored', async () => {
    const client = await owner.pool.connect();
    await client.query('alter table cellrelay.event disable trigger append_only');
    const [{ text }] = (
      await client.query<{ text: string }>(`select text from cellrelay.event where shipment = $1 and seq = 7`, [
        shipment,
      ])
    ).rows as [{ text: string }];
    const change = `update cellrelay.event set text = $2 where shipment = $1 and seq = 7`;
    await client.query(change, [shipment, text.replace('2024', '2023')]);
    await ops(`export log ${shipment} ${at('tampered.jsonl')}`);
    await client.query(change, [shipment, text]);
    await client.query('alter table cellrelay.event enable always trigger append_only');
    client.release();
    expect(await verifier(at('tampered.jsonl'), '--key', at('third.pem'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('line 8: the hash does not fit'),
    });
  });

  it('says what is missing or wrong', async () => {
    const faulty = await ran([...program, 'export', 'log', 'nonsense', 'x']);
    expect(faulty).toMatchObject({ code: 2, said: expect.stringContaining('no shipment') });
    expect(await ops(`export log 3f0c1f8e-3e0c-4f64-9d2e-0f6f4d1f7a11 ${at('x')}`)).toMatchObject({
      code: 1,
      said: expect.stringContaining('no shipment'),
    });
    expect(await verifier()).toMatchObject({ code: 2, said: expect.stringContaining('Usage') });
    expect(await verifier(at('nowhere'), '--key', at('third.pem'))).toMatchObject({ code: 2 });
    expect(await verifier(at('by-first.jsonl'), '--key', at('by-first.jsonl'))).toMatchObject({ code: 2 });
    expect(
      await verifier(at('by-first.jsonl'), '--key', at('first.pem'), '--heads', at('by-first.jsonl')),
    ).toMatchObject({ code: 1 });
  });
});

const everything = { kind: null, about: null, by: null, from: null, to: null };

describe('over HTTP', () => {
  it('auditors and administrators of the operator read and export; nobody else does', async () => {
    const addresses = ['/audit', '/audit/export', `/shipments/${shipment}/export`, '/shipments/nonsense/export'];
    for (const address of addresses) {
      await api.http.get(`/api/v1${address}`).expect(401);
      const refused = await ask(address, 'coordinator');
      expect([refused.status, refused.body.code]).toEqual([403, 'not-yours-to-ask']);
    }
    for (const role of ['auditor', 'administrator'] as const)
      for (const address of addresses.slice(0, 3)) expect((await ask(address, role)).status).toBe(200);
    expect((await ask('/shipments/nonsense/export', 'auditor')).status).toBe(400);
    expect((await ask('/shipments/3f0c1f8e-3e0c-4f64-9d2e-0f6f4d1f7a11/export', 'auditor')).status).toBe(404);
  });

  it('refuses what cannot be asked so', async () => {
    for (const query of [
      'form=pdf',
      'limit=0',
      'limit=201',
      'cursor=x',
      'from=yesterday',
      'kind=',
      'other=1',
      'kind=%00',
    ])
      expect([query, (await ask(`/audit?${query}`, 'auditor')).status]).toEqual([query, 400]);
    expect((await ask('/audit/export?form=pdf', 'auditor')).body).toMatchObject({ code: 'query-faulty' });
  });

  it('a log is exported as it is stored, and the record with the line that says so', async () => {
    const { publicKey } = (await owner.signingKeys.current())!;
    const log = (await ask(`/shipments/${shipment}/export`, 'auditor')).text;
    expect(await looked(log, publicKey)).toMatchObject({ what: `shipment/${shipment}`, statement: { count: events } });
    const stored = await api.database.shipments.log(shipment, 0, 1_000);
    const texts = log
      .split('\n')
      .slice(1, -2)
      .map((line) => (JSON.parse(line) as { text: string }).text);
    expect(texts).toEqual(stored.map(({ text }) => text));
    const audit = await ask('/audit/export', 'auditor');
    expect(audit.headers).toMatchObject({
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.jsonl"',
    });
    expect(await looked(audit.text, publicKey)).toMatchObject({ what: 'audit' });
    expect(audit.text.split('\n').at(-3)).toContain('record-exported');
    const [line] = (await ask('/audit?kind=record-exported&limit=1', 'auditor')).body.items as readonly AuditLine[];
    expect(line).toMatchObject({
      by: { account: { name: 'auditor-of-the-operator' } },
      about: { id: 'audit' },
      data: { form: 'jsonl' },
    });
  });

  it('a table says that it is for reading, and is safe in a spreadsheet', async () => {
    await api.database.audit.append({ kind: 'role-changed', by: null, about: '=1+1', data: {} });
    const table = (await ask('/audit/export?form=csv', 'auditor')).text.split('\r\n');
    expect(table[0]).toBe(forReading);
    expect(table.find((row) => row.includes('role-changed'))).toContain(`,'=1+1,`);
    const log = await ask(`/shipments/${shipment}/export?form=csv`, 'auditor');
    expect(log.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8' });
    expect(log.text.trimEnd().split('\r\n')).toHaveLength(events + 2);
  });
});
