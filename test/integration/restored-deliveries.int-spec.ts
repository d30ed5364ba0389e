import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backup, counted, keptTables, leftOut, restore, type Database } from '@cellrelay/adapter-postgres';
import type { AlertNotice, NewPersonalDelivery } from '@cellrelay/use-cases';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { asked, personToTell } from '../support/deliveries.js';
import { note, opened, shipmentId } from './store-fixtures.js';

let [where, there]: ThrowAwayDatabase[] = [];
let [before, after]: Database[] = [];
let folder: string;

beforeAll(async () => {
  [where, there] = [await throwAwayDatabase(), await throwAwayDatabase()];
  before = await opened(where.workerUrl);
  folder = await mkdtemp(path.join(tmpdir(), 'cellrelay-restored-'));
});
afterAll(async () => {
  await Promise.all([before?.close(), after?.close()]);
  await Promise.all([where?.drop(), there?.drop()]);
  await rm(folder, { recursive: true });
});

it('every sequence of a table that is kept goes on after a restore', async () => {
  const found = await asked<{ name: string; owner: string }>(
    where!.ownerUrl,
    `select s.relname as name, coalesce(t.relname, '') as owner from pg_class s
       left join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i') and d.refclassid = 'pg_class'::regclass
       left join pg_class t on t.oid = d.refobjid
     where s.relkind = 'S' and s.relnamespace = 'cellrelay'::regnamespace`,
  );
  const wanted = found.filter(({ owner }) => !leftOut.includes(owner)).map(({ name }) => name);
  expect(wanted).toContain('alert_notice_id_seq');
  expect(counted.map(({ sequence }) => sequence).toSorted()).toEqual(wanted.toSorted());
  expect(keptTables.map(({ name }) => name)).toContain('alert_notice');
});

it('a backup with people who wait to be told is restored, and they are told, and of what comes later too', async () => {
  const person = await personToTell(where!.ownerUrl);
  const shipment = shipmentId();
  await note(before!, shipment);
  await asked(
    where!.ownerUrl,
    `insert into cellrelay.shipment_part (shipment, part, holder) values ($1, 'transplant-centre', $2)`,
    [shipment, person.organisation],
  );
  const noticeOf = (alert: string): AlertNotice => ({
    ...{ key: randomUUID(), shipment, alert, ...person, channel: 'mail', to: 'a@example.org', severity: 'warning' },
    ...{ ends: false, notBefore: null, occasion: 1, step: 1, kept: false },
  });
  const composing = (notices: readonly AlertNotice[]): Promise<NewPersonalDelivery> =>
    Promise.resolve({
      ...{ key: `alerts/${notices[0]!.key}`, channel: 'mail', ...person, to: 'a@example.org', shipment, thread: 't' },
      ...{ urgency: 'warning', message: { subject: 'EXAMPLE', lines: notices.map((each) => each.alert), links: [] } },
    });
  const linesOf = async () => {
    const leased = await after!.deliveries.lease({ channels: ['mail'], without: [] });
    return leased?.delivery.channel === 'mail' ? leased.delivery.message.lines : null;
  };
  await before!.notices.keep([noticeOf('enqueued')]);
  await before!.notices.flush(composing);
  await before!.notices.keep([noticeOf('noticed')]);
  const file = path.join(folder, 'kept');
  await backup(where!.ownerUrl, file);
  await restore(there!.ownerUrl, file);
  after = await opened(there!.workerUrl);
  expect(await linesOf()).toEqual(['enqueued']);
  await after.notices.keep([noticeOf('later')]);
  await after.notices.flush(composing);
  expect(await linesOf()).toEqual(['noticed', 'later']);
});
