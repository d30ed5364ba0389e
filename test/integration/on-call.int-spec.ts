import { randomUUID } from 'node:crypto';
import type { Database } from '@cellrelay/adapter-postgres';
import type { ShipmentId, Zone } from '@cellrelay/kernel';
import type { AlertNotice, NewPersonalDelivery, Roster } from '@cellrelay/use-cases';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { asked, personToTell } from '../support/deliveries.js';
import { note, opened, shipmentId } from './store-fixtures.js';

let where: ThrowAwayDatabase;
let worker: Database;
let api: Database;
let one: Pick<NewPersonalDelivery, 'organisation' | 'account'>;
let shipment: ShipmentId;

beforeAll(async () => {
  where = await throwAwayDatabase();
  worker = await opened(where.workerUrl);
  api = await opened(where.apiUrl);
  one = await personToTell(where.ownerUrl);
  shipment = shipmentId();
  await note(worker, shipment);
});
afterEach(() => past('truncate cellrelay.alert_notice; delete from cellrelay.delivery'));
afterAll(async () => {
  await api.close();
  await worker.close();
  await where.drop();
});

const past = (statement: string) => asked(where.ownerUrl, statement);
const utc = 'UTC' as Zone;
const by = () => ({ account: 'EXAMPLE centre', organisation: one.organisation });
const roster = (): Roster => ({
  ...{ zone: utc, exceptions: [], substitutions: [] },
  shifts: [{ account: one.account, place: 1, weekday: 1, from: '08:00', to: '20:00' }],
});
const noticeOf = (alert: string, more: Partial<AlertNotice> = {}): AlertNotice => ({
  ...{ key: randomUUID(), shipment, alert, ...one, channel: 'mail', to: 'a@example.org', severity: 'warning' },
  ...{ ends: false, notBefore: null, occasion: 1, step: 1, kept: false, ...more },
});
const composing = (notices: readonly AlertNotice[]): Promise<NewPersonalDelivery> =>
  Promise.resolve({
    ...{ key: `alerts/${notices[0]!.key}`, channel: 'mail', ...one, to: 'a@example.org', shipment: null, thread: 't' },
    ...{ urgency: 'warning', message: { subject: 'EXAMPLE', lines: notices.map(({ alert }) => alert), links: [] } },
  });
const told = () => past("select body -> 'message' -> 'lines' as lines, status from cellrelay.delivery order by id");

describe('a roster', () => {
  it('is written on the revision that was read, with a line of the audit record', async () => {
    expect(await api.onCall.roster(one.organisation)).toBeNull();
    expect(await api.onCall.putRoster(by(), roster(), 0)).toMatchObject({ revision: 1 });
    expect(await api.onCall.putRoster(by(), roster(), 0)).toBeNull();
    expect(await api.onCall.putRoster(by(), { ...roster(), shifts: [] }, 1)).toMatchObject({ revision: 2 });
    expect(await worker.onCall.roster(one.organisation)).toMatchObject({ revision: 2, shifts: [] });
    const lines = await past(`select about from cellrelay.audit_entry where kind = 'roster-changed'`);
    expect(lines).toEqual([{ about: one.organisation }, { about: one.organisation }]);
  });

  it('names people who are there, and whether they can be reached', async () => {
    expect(await api.onCall.colleagues(one.organisation)).toMatchObject([{ account: one.account, channels: [] }]);
    await api.onCall.putWish(one.account, {
      zone: utc,
      quiet: null,
      channels: [{ channel: 'mail', to: 'a@example.org' }],
    });
    expect(await api.onCall.colleagues(one.organisation)).toMatchObject([{ channels: ['mail'] }]);
    const role = (named: string) => past(`update cellrelay.account set role = '${named}' where id = '${one.account}'`);
    await role('auditor');
    expect(await api.onCall.colleagues(one.organisation)).toEqual([]);
    await role('coordinator');
    expect(await worker.onCall.people([one.account])).toMatchObject([
      { acting: { organisation: { id: one.organisation } }, wish: { channels: [{ to: 'a@example.org' }] } },
    ]);
  });

  it('is not the worker’s to write, nor what people sign in by its to read', async () => {
    await expect(worker.onCall.putRoster(by(), roster(), 0)).rejects.toThrow('permission denied');
    await expect(worker.pool.query('select password_hash from cellrelay.account')).rejects.toThrow('permission denied');
  });
});

describe('notices', () => {
  it('are kept once, and one person’s become one message', async () => {
    const first = noticeOf('a#1');
    await worker.notices.keep([first, noticeOf('b#1')]);
    await worker.notices.keep([first]);
    expect(await worker.notices.flush(composing)).toBe(1);
    expect(await worker.notices.flush(composing)).toBe(0);
    expect(await told()).toEqual([{ lines: ['a#1', 'b#1'], status: 'waiting' }]);
  });

  it('are not kept of an example, and so nobody is told of it', async () => {
    await past(`update cellrelay.shipment set example = true where id = '${shipment}'`);
    await worker.notices.keep([noticeOf('a#1')]);
    await past(`update cellrelay.shipment set example = false where id = '${shipment}'`);
    expect([await worker.notices.flush(composing), await told()]).toEqual([0, []]);
  });

  it('wait for their time, and are kept where a message could not be made', async () => {
    await worker.notices.keep([noticeOf('a#1', { notBefore: '2999-01-01T00:00:00.000Z' as AlertNotice['notBefore'] })]);
    expect(await worker.notices.flush(composing)).toBe(0);
    await worker.notices.keep([noticeOf('b#1')]);
    await expect(worker.notices.flush(() => Promise.reject(new Error('no state')))).rejects.toThrow('no state');
    expect(await worker.notices.flush(composing)).toBe(1);
  });

  it('are withdrawn with their message where all its alerts have ended', async () => {
    await worker.notices.keep([noticeOf('a#1'), noticeOf('b#1')]);
    await worker.notices.flush(composing);
    const [first, second, ...others] = await worker.notices.standing(10);
    expect(others).toEqual([]);
    await worker.notices.end([first!]);
    expect(await told()).toMatchObject([{ status: 'waiting' }]);
    // One that stands anew has been noted since.
    await worker.notices.keep([noticeOf(second!.alert)]);
    await worker.notices.end([second!]);
    expect(await told()).toMatchObject([{ status: 'withdrawn' }]);
    expect(await worker.notices.standing(10)).toMatchObject([{ alert: second!.alert }]);
    expect(await worker.notices.flush(composing)).toBe(1);
  });

  it('of one person that cannot be made a message of hold up nobody else’s', async () => {
    const other = await personToTell(where.ownerUrl, 'EXAMPLE other');
    await worker.notices.keep([noticeOf('a#1'), noticeOf('b#1', other)]);
    const failing = (notices: readonly AlertNotice[]) =>
      notices[0]!.account === one.account ? Promise.reject(new Error('no words')) : composing(notices);
    await expect(worker.notices.flush(failing)).rejects.toThrow('no words');
    expect(await told()).toEqual([{ lines: ['b#1'], status: 'waiting' }]);
    expect(await worker.notices.flush(composing)).toBe(1);
  });

  it('that an alert has ended are told to whoever was told of it, and to nobody whose message waited', async () => {
    const end = { ends: true, severity: 'notice' } as const;
    await worker.notices.keep([noticeOf('a#1'), noticeOf('b#1', { notBefore: '2999-01-01T00:00:00.000Z' as never })]);
    expect(await worker.notices.flush(composing)).toBe(1);
    await worker.notices.keep([noticeOf('a#1', end), noticeOf('b#1', end)]);
    expect(await worker.notices.flush(composing)).toBe(1);
    expect((await told()).map(({ lines }) => lines)).toEqual([['a#1'], ['a#1']]);
  });

  it('are forgotten half a year after they are over, and not while their alert stands', async () => {
    await worker.notices.keep([noticeOf('a#1'), noticeOf('b#1'), noticeOf('c#1', { ends: true })]);
    const past181 = `cellrelay.wall_clock() - interval '181 days'`;
    await past(
      `update cellrelay.alert_notice set noted_at = ${past181}, ended_at = case when alert = 'a#1' then ${past181} end`,
    );
    expect(await worker.notices.forget()).toBe(2);
    expect(await past('select alert from cellrelay.alert_notice')).toEqual([{ alert: 'b#1' }]);
  });

  it('are held while bells catch up, but for what is critical and has waited', async () => {
    expect(await worker.notices.catchingUp()).toBe(false);
    await past(`insert into cellrelay.downtime (from_at) values (cellrelay.wall_clock() - interval '1 hour')`);
    expect(await worker.notices.catchingUp()).toBe(true);
    await worker.notices.keep([noticeOf('a#1', { severity: 'critical' })]);
    expect(await worker.notices.catchingUp()).toBe(true);
    await past(`update cellrelay.alert_notice set noted_at = noted_at - interval '3 minutes'`);
    expect(await worker.notices.catchingUp()).toBe(false);
  });
});
