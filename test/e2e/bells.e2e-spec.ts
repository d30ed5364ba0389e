import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { exampleShipment, issueAll, openShipment } from '@cellrelay/testkit';
import { fold, foldVersion } from '@cellrelay/shipment';
import { IssueCommand, loggedEventOf, noRelay } from '@cellrelay/use-cases';
import pg from 'pg';
import { apiOnDatabase, type RunningApi } from '../support/api-on-database.js';
import { broughtNear } from '../support/brought-near.js';

const [minute, hour] = [60_000, 3_600_000];
const limits = { gapMs: 2 * minute, lateMs: minute };
let api: RunningApi;
let worker: Database;
let owner: pg.Pool;

beforeAll(async () => {
  api = await apiOnDatabase();
  const folding = {
    version: foldVersion,
    refold: (entries: readonly { text: string }[]) => fold(entries.map((entry) => loggedEventOf(entry.text))),
  };
  worker = await openDatabase({ url: api.own.workerUrl, folding });
  owner = new pg.Pool({ connectionString: api.own.ownerUrl, max: 1 });
  owner.on('error', () => undefined);
});
afterAll(async () => {
  await owner.end();
  await worker.close();
  await api.close();
});

async function silentFor(ms: number): Promise<void> {
  await owner.query(
    `update cellrelay.bell_beat set beat_at = beat_at - $1 * interval '1 millisecond', well_at = well_at - $1 * interval '1 millisecond'`,
    [ms],
  );
}

const ask = (path: string) => api.http.get(`/api/v1/${path}`).set(api.signedIn).expect(200);

it('bells ring where a worker beats, and do not where none has for a minute', async () => {
  expect((await ask('bells')).body).toMatchObject({ ringing: false, since: null });
  await worker.beats.beat(null, limits);
  expect((await ask('bells')).body).toMatchObject({ ringing: true, clock: { ok: true } });
  await silentFor(2 * minute);
  const { body } = await ask('bells');
  expect(body).toMatchObject({ ringing: false });
  expect(Date.now() - Date.parse(body.since as string)).toBeGreaterThan(2 * minute);
});

it('what fell due in a silence is answered once, by owner, until the account has said that it has read it', async () => {
  const shipment = exampleShipment();
  const issue = new IssueCommand(worker.shipments, noRelay);
  await issueAll(issue, shipment, broughtNear([openShipment()], '2024-09-04', 40));
  await owner.query(
    `update cellrelay.agenda_item set due_at = cellrelay.clock() - interval '30 minutes' where key = 'clearance-due'`,
  );
  await worker.beats.beat(null, limits);
  await silentFor(hour);
  await worker.beats.beat(null, limits);
  const { body } = await ask('downtimes');
  expect(body.items).toMatchObject([
    { total: 1, owners: [{ total: 1, items: [{ shipment, key: 'clearance-due', does: 'ring', stillOwed: true }] }] },
  ]);
  const dismissal = `/api/v1/downtimes/${body.items[0].id}/dismissal`;
  await api.http.put(dismissal).set(api.signedIn).expect(204);
  await api.http.put(dismissal).set(api.signedIn).expect(204);
  expect((await ask('downtimes')).body).toEqual({ items: [] });
});

it.each(['999', 'first', '%00'])('a downtime %s that there is not is refused', async (id) => {
  const { body } = await api.http.put(`/api/v1/downtimes/${id}/dismissal`).set(api.signedIn).expect(404);
  expect(body.code).toBe('no-such-downtime');
});
