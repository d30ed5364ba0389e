import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import type { Instant, ShipmentId, Zone } from '@cellrelay/kernel';
import { agendaOf, type Call, type Shipment, type ShipmentCommand } from '@cellrelay/shipment';
import { issueAll } from '@cellrelay/testkit';
import {
  IssueCommand,
  noRelay,
  personalChannels,
  ReportUnreached,
  TellDesk,
  TellNotices,
  type Carried,
  type PersonalChannel,
} from '@cellrelay/use-cases';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { asked } from '../support/deliveries.js';
import { openReal, operatorOf, putOnCall, reachable } from '../support/on-call.js';

const limits = { gapMs: 120_000, lateMs: 60_000 };
const utc = 'UTC' as Zone;
let where: ThrowAwayDatabase;
let worker: Database;
let issue: IssueCommand;
let people: readonly [string, string];

const past = <Row extends object>(statement: string, values: readonly unknown[] = []) =>
  asked<Row & Record<string, unknown>>(where.ownerUrl, statement, values);
const stores = (url: string) =>
  openDatabase({ url, applicationName: 'told', poolSize: 4, folding, leaseMs: 60_000, armWithinMs: 600_000 });

beforeAll(async () => {
  where = await throwAwayDatabase();
  const operator = await operatorOf(where.ownerUrl);
  const of = (name: string) =>
    reachable(where.ownerUrl, { organisation: operator, name }, [
      { channel: 'mail', to: `${name}@example.org` },
      { channel: 'sms', to: '+4930123456' },
    ]);
  people = [await of('first'), await of('second')];
  await putOnCall(where.ownerUrl, operator, people);
  worker = await stores(where.workerUrl);
  issue = new IssueCommand(worker.shipments, noRelay);
});
afterEach(() => past('truncate cellrelay.alert_notice; delete from cellrelay.delivery'));
afterAll(async () => {
  await worker?.close();
  await where?.drop();
});

async function state(shipment: ShipmentId): Promise<Shipment> {
  return (await worker.shipments.load(shipment))!;
}

const owedIn = (of: Shipment): Call | undefined =>
  agendaOf(of).find((each): each is Call => each.kind === 'tell' && each.does === 'call');

let said = 0;
const say = (shipment: ShipmentId, command: ShipmentCommand) =>
  issueAll(issue, shipment, [command], `said-${(said += 1)}`);

/** Puts the shipments' clock ahead of the wall's. */
const daysAhead = (days: number) =>
  past(`create or replace function cellrelay.clock() returns timestamptz language sql volatile
    as $$select clock_timestamp() + interval '${days} days'$$`);

/** Shipments whose donors nobody has cleared in time. */
async function overdue(...numbers: readonly number[]): Promise<readonly ShipmentId[]> {
  await daysAhead(0);
  const shipments = await openReal(issue, numbers, { daysAhead: 20 });
  await daysAhead(19);
  for (const shipment of shipments) {
    const clearance = agendaOf(await state(shipment)).find(({ key }) => key === 'clearance-due');
    await say(shipment, { name: 'RingDeadline', data: { key: 'clearance-due', dueAt: clearance!.dueAt } });
  }
  return shipments;
}

/** Takes the next step as its bell would, and makes messages of what was noted; the key of the step. */
async function step(shipment: ShipmentId, sends = personalChannels as readonly PersonalChannel[]) {
  const key = await noted(shipment, sends);
  await new TellNotices(worker).look();
  return key;
}

async function noted(shipment: ShipmentId, sends: readonly PersonalChannel[]) {
  const owed = owedIn(await state(shipment));
  if (owed === undefined) return undefined;
  const answer = await new TellDesk({ ...worker, sends }).call({
    ...{ kind: 'tell', idempotencyKey: `${shipment}/${owed.key}`, dueAt: owed.dueAt, now: owed.dueAt },
    ...{ shipment, data: owed.request },
  });
  if (answer.kind !== 'outcome') throw new Error(`the desk answers ${answer.kind}`);
  await say(shipment, answer.command);
  return owed.key;
}

const messages = () =>
  past<{ account: string; channel: string; status: string; subject: string }>(
    `select account, channel, status, body -> 'message' ->> 'subject' as subject from cellrelay.delivery order by id`,
  );

const alert = 'overdue/clearance-due#1';

async function takeOn(shipment: ShipmentId): Promise<void> {
  const acknowledgedAt = { at: new Date().toISOString() as Instant, zone: utc };
  await say(shipment, { name: 'AcknowledgeAlert', data: { alert, acknowledgedAt, by: 'EXAMPLE' } });
}

describe('an alert that nobody takes on', () => {
  it('climbs the channels of the first on call, then reaches the second, until somebody does: what waits then is withdrawn', async () => {
    const [shipment] = (await overdue(77)) as readonly [ShipmentId];
    const keys = [await step(shipment), await step(shipment), await step(shipment), await step(shipment)];
    expect(keys).toEqual([1, 2, 3, 4].map((n) => `tell/${alert}/1.${n}`));
    const [first, second] = people;
    expect((await messages()).map(({ account, channel }) => [account, channel])).toEqual([
      ...[
        [first, 'mail'],
        [first, 'sms'],
        [first, 'sms'],
      ],
      ...[
        [second, 'mail'],
        [second, 'sms'],
      ],
    ]);
    const told = (await state(shipment)).stages.alert.alerts.find(({ id }) => id === alert);
    expect(told).toMatchObject({ status: 'escalated', told: { accounts: [first, second], inVain: false } });

    await takeOn(shipment);
    expect(owedIn(await state(shipment))).toBeUndefined();
    await new TellNotices(worker).look();
    expect(new Set((await messages()).map(({ status }) => status))).toEqual(new Set(['withdrawn']));
  }, 60_000);
});

/** What becomes of everything that waits: as whoever carries it would have it recorded. */
async function carried(outcome: Carried['outcome'], status: 'sent' | 'failed' | 'kept'): Promise<void> {
  const wish = { channels: personalChannels, without: [] };
  for (let leased = await worker.deliveries.lease(wish); leased !== null; leased = await worker.deliveries.lease(wish))
    await worker.deliveries.record(leased, { outcome, says: 'EXAMPLE', code: null }, { status, nextAfterMs: null });
}

const report = () => new ReportUnreached({ notices: worker.notices, issue }).look();
const toldIn = async (shipment: ShipmentId) =>
  (await state(shipment)).stages.alert.alerts.find(({ id }) => id === alert)?.told;

describe('a message that reaches nobody', () => {
  it('does not count as told: the log learns it once, and the next step is due at once; one that was sent moves nothing', async () => {
    const [shipment] = (await overdue(87)) as readonly [ShipmentId];
    await step(shipment);
    await carried('sent', 'sent');
    const { revision } = await state(shipment);
    await report();
    expect((await state(shipment)).revision).toBe(revision);
    await step(shipment);
    const waits = owedIn(await state(shipment))!.dueAt;
    await carried('refused', 'failed');
    await report();
    await report();
    expect((await state(shipment)).revision).toBe(revision + 3);
    expect(await toldIn(shipment)).toMatchObject({ step: 2, inVain: true });
    const next = owedIn(await state(shipment))!;
    expect([next.key, next.dueAt < waits]).toEqual([`tell/${alert}/1.3`, true]);
    await takeOn(shipment);
  }, 60_000);

  it('of two that a step sends holds up the next step only with the other', async () => {
    const [shipment] = (await overdue(88)) as readonly [ShipmentId];
    for (let count = 0; count < 3; count += 1) await step(shipment);
    await carried('sent', 'sent');
    await step(shipment);
    const one = await worker.deliveries.lease({ channels: ['mail'], without: [] });
    const failed = { outcome: 'refused', says: 'EXAMPLE', code: null } as const;
    await worker.deliveries.record(one!, failed, { status: 'failed', nextAfterMs: null });
    await report();
    expect(await toldIn(shipment)).toMatchObject({ step: 4, inVain: false });
    await carried('kept', 'kept');
    await report();
    expect(await toldIn(shipment)).toMatchObject({ step: 4, inVain: true });
    await takeOn(shipment);
  }, 60_000);

  it('counts as none where it waited for a better time and was dropped then; of an alert that somebody took on it is not said', async () => {
    const waits = (when: string) =>
      past(`update cellrelay.alert_notice set not_before = cellrelay.clock() ${when} where channel = 'sms'`);
    const there = (ended: string) =>
      past(`update cellrelay.account set ended_at = ${ended} where id = $1`, [people[0]]);
    const [shipment] = (await overdue(90)) as readonly [ShipmentId];
    for (let count = 0; count < 2; count += 1) await step(shipment);
    await carried('sent', 'sent');
    await noted(shipment, personalChannels);
    await past(
      `insert into cellrelay.alert_notice (key, shipment, alert, account, channel, severity, ends, notice)
       select key || '/mail', shipment, alert, account, 'mail', severity, ends, notice from cellrelay.alert_notice where delivery is null`,
    );
    await waits(`+ interval '1 hour'`);
    await new TellNotices(worker).look();
    await carried('refused', 'failed');
    await report();
    expect(await toldIn(shipment)).toMatchObject({ step: 3, inVain: false });
    await there('cellrelay.wall_clock()');
    await waits(`- interval '1 hour'`);
    await new TellNotices(worker).look();
    await there('null');
    await report();
    expect(await toldIn(shipment)).toMatchObject({ step: 3, inVain: true });
    // Whoever died before it was settled, when more were left.
    const { revision: before } = await state(shipment);
    await past('update cellrelay.alert_notice set settled_at = null where ended_at is null and delivery is not null');
    await report();
    expect((await state(shipment)).revision).toBe(before);

    await noted(shipment, personalChannels);
    await takeOn(shipment);
    const { revision } = await state(shipment);
    await new TellNotices(worker).look();
    await report();
    expect((await state(shipment)).revision).toBe(revision);
  }, 60_000);

  it('for this server sends none is kept for the board, and nobody counts as told, now or later', async () => {
    const [shipment] = (await overdue(89)) as readonly [ShipmentId];
    await step(shipment, []);
    expect(await toldIn(shipment)).toMatchObject({ accounts: [], inVain: true, lacking: ['mail', 'sms'] });
    expect(await messages()).toMatchObject([{ channel: 'mail', status: 'waiting' }]);
    const { revision } = await state(shipment);
    await carried('kept', 'kept');
    await report();
    expect((await state(shipment)).revision).toBe(revision);
    // What it has is used at the next step, though the first channel of whoever is on call is not there.
    await step(shipment, ['sms']);
    expect(await toldIn(shipment)).toMatchObject({ accounts: [people[0]], inVain: false, lacking: ['mail'] });
    await takeOn(shipment);
  }, 60_000);
});

describe('three alerts at once', () => {
  it('are three messages where bells were not silent: the control', async () => {
    for (const shipment of await overdue(84, 85, 86)) await step(shipment);
    expect(await messages()).toHaveLength(3);
  }, 60_000);

  it('are one message a person where they were, as a beat finds', async () => {
    await worker.beats.beat(null, limits);
    await past(
      `update cellrelay.bell_beat set beat_at = beat_at - interval '1 hour', well_at = well_at - interval '1 hour'`,
    );
    const shipments = await overdue(81, 82, 83);
    expect((await worker.beats.beat(null, limits)).noticed).toMatchObject({ to: null });
    for (const shipment of shipments) await step(shipment);
    expect(await messages()).toEqual([]);
    // Bells have caught up.
    await past('update cellrelay.downtime set to_at = cellrelay.wall_clock()');
    await new TellNotices(worker).look();
    expect(await messages()).toMatchObject([{ account: people[0], subject: '3 alerts' }]);
  }, 60_000);
});
