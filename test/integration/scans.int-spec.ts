import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { backup, backupKeys, openDatabase, restoreKeys, verify, type Database } from '@cellrelay/adapter-postgres';
import { exampleShipment, issueAll, openShipment, operatorsCoordinator } from '@cellrelay/testkit';
import { IssueCommand, noRelay, type Asker, type Scans } from '@cellrelay/use-cases';
import pg from 'pg';
import { restoreFrom } from '../../apps/ops/src/commands/keep.js';
import { scansOn } from '../../apps/ops/src/stack/walls-on.js';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { broughtNear } from '../support/brought-near.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';

/** The bytes of scans in PostgreSQL: with their event or not at all, and readable by nobody without the keys. */

const shipment = exampleShipment();
const pdf = Buffer.from('%PDF-1.7\nEXAMPLE Zaubernuss', 'latin1');
const document = 'Import permit';
const asker: Asker = { account: 'coordinator', acting: operatorsCoordinator };

let own: ThrowAwayDatabase;
let owner: pg.Client;
let database: Database;
let folder: string;

beforeAll(async () => {
  own = await throwAwayDatabase();
  owner = new pg.Client({ connectionString: own.ownerUrl });
  await owner.connect();
  database = await databaseAt(own.apiUrl);
  folder = await mkdtemp(path.join(tmpdir(), 'cellrelay-scans-'));
  await issueAll(issuing(database), shipment, broughtNear([openShipment(shipment)], '2024-09-04', 100));
  const { id, name, kind } = operatorsCoordinator.organisation;
  await owner.query('insert into cellrelay.organisation (id, name, kind) values ($1, $2, $3)', [id, name, kind]);
}, 60_000);
afterAll(async () => {
  await owner.end();
  await database.close();
  await own.drop();
  await rm(folder, { recursive: true, force: true });
});

function databaseAt(url: string, reach?: Parameters<typeof openDatabase>[0]['reach']): Promise<Database> {
  return openDatabase({ url, folding, ...(reach && { reach }) });
}
const issuing = ({ shipments }: Database) => new IssueCommand(shipments, noRelay);
const scansOf = (on: Database, keys: string | null = folder): Scans => scansOn(on, issuing(on), keys);
const keep = (scans: Scans, key: string, bytes = pdf) =>
  scans.keep(asker, shipment, {
    bytes: () => Promise.resolve(bytes),
    subject: { kind: 'document', document },
    idempotencyKey: key,
  });
const rowsOf = async () =>
  (await owner.query<{ scan: string }>('select scan from cellrelay.scan order by scan')).rows.map(({ scan }) => scan);
const events = async () =>
  (await database.shipments.log(shipment, 0, 100)).filter(({ text }) => text.includes('"ScanKept"')).length;
const audited = async () =>
  Number((await owner.query(`select from cellrelay.audit_entry where kind = 'scan-kept'`)).rowCount);
const differences = async (on = database) =>
  (await verify(on.pool, derivations)).differences.map(({ what, at }) => `${what} ${at}`);

it('of a process that dies before it commits leaves neither bytes nor event; sent again, the scan is kept once', async () => {
  const dying = await databaseAt(own.apiUrl, (at) =>
    at === 'written' ? Promise.reject(new RangeError('a defect')) : Promise.resolve(),
  );
  await expect(keep(scansOf(dying), 'once')).rejects.toThrow('a defect');
  await dying.close();
  expect([await rowsOf(), await events(), await audited()]).toEqual([[], 0, 0]);
  for (const key of ['once', 'once', 'other'])
    expect(await keep(scansOf(database), key)).toMatchObject({ ok: true, value: { scan: 'S1' } });
  expect([await rowsOf(), await events(), await audited()]).toEqual([['S1'], 1, 1]);
  expect(await differences()).toEqual([]);
});

it('is sealed, comes with a backup of the data, and opens with one of the keys alone', async () => {
  const [data, keys] = [path.join(folder, 'data'), path.join(folder, 'keys')];
  await backup(own.ownerUrl, data);
  await backupKeys(own.ownerUrl, keys);
  expect(gunzipSync(await readFile(data)).includes(pdf.toString('hex').slice(20))).toBe(false);
  const made = await throwAwayDatabase({ empty: true });
  await restoreFrom(made.ownerUrl, data);
  const restored = await databaseAt(made.apiUrl);
  expect(await differences(restored)).toEqual([]);
  await expect(scansOf(restored).read(asker, shipment, 'S1')).rejects.toMatchObject({ code: 'keys-missing' });
  await restoreKeys(made.ownerUrl, keys);
  const told = await scansOf(restored).read(asker, shipment, 'S1');
  expect(told.ok && Buffer.from(told.value.bytes)).toEqual(pdf);
  await restored.close();
  await made.drop();
}, 60_000);

it('is not kept without a folder of keys, and the sentence says which setting it wants', async () => {
  await expect(keep(scansOf(database, null), 'keyless')).rejects.toMatchObject({
    refusal: { code: 'keys-missing', allowed: ['CELLRELAY_KEYS'] },
  });
  expect(await rowsOf()).toEqual(['S1']);
});

it('whose bytes were changed, or put in the place of another’s, is told to nobody, and leaves no line that it was', async () => {
  expect(await keep(scansOf(database), 'second', Buffer.concat([pdf, Buffer.from(' 2')]))).toMatchObject({ ok: true });
  const reading = () => owner.query(`select from cellrelay.audit_entry where kind = 'scan-read'`);
  const before = (await reading()).rowCount;
  await owner.query(
    `update cellrelay.scan a set sealed = b.sealed from cellrelay.scan b where a.scan = 'S1' and b.scan = 'S2'`,
  );
  const told = await scansOf(database).read(asker, shipment, 'S1');
  expect(told).toMatchObject({ ok: false, error: { code: 'scan-damaged' } });
  expect((await reading()).rowCount).toBe(before);
  // The control: the other one, as it was kept, is told, and leaves its line.
  expect(await scansOf(database).read(asker, shipment, 'S2')).toMatchObject({ ok: true });
  expect((await reading()).rowCount).toBe((before ?? 0) + 1);
});

it('is missed by verify where its bytes have gone, and found where the log has none', async () => {
  await owner.query(`update cellrelay.scan set scan = 'S9' where scan = 'S2'`);
  expect(await differences()).toEqual(['scan S2', 'scan S9']);
});
