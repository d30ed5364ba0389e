import { randomUUID } from 'node:crypto';
import { enqueueDeliveries, type Database } from '@cellrelay/adapter-postgres';
import type { Carried, LeasedDelivery, NewPersonalDelivery, NewWebhookDelivery } from '@cellrelay/use-cases';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { asked, personToTell } from '../support/deliveries.js';
import { note, opened, shipmentId } from './store-fixtures.js';

let where: ThrowAwayDatabase;
let database: Database;
let person: Pick<NewPersonalDelivery, 'organisation' | 'account'>;

beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await opened(where.workerUrl);
  person = await personToTell(where.ownerUrl);
});
afterEach(() => past(`delete from cellrelay.delivery`));
afterAll(async () => {
  await database.close();
  await where.drop();
});

const past = (statement: string) => asked(where.ownerUrl, statement);
const sent: Carried = { outcome: 'sent', says: 'Taken.', code: '250' };
const later: Carried = { outcome: 'later', says: 'Not now.', code: '451' };
const mail = { channels: ['mail'] as const, without: [] };

function aDelivery(more: Partial<NewPersonalDelivery> = {}): NewPersonalDelivery {
  return {
    ...{ key: randomUUID(), channel: 'mail', ...person, to: 'example@example.org', shipment: null, thread: 't' },
    ...{ urgency: 'warning', message: { subject: 'EXAMPLE', lines: ['A line.'], links: [] }, ...more },
  };
}

async function leased(): Promise<LeasedDelivery> {
  return (await database.deliveries.lease(mail)) ?? Promise.reject(new Error('nothing is due'));
}

async function statuses(): Promise<readonly (readonly (string | null)[])[]> {
  const { rows } = await database.pool.query<{ status: string; tries: (string | null)[] | null }>(
    `select status, (select array_agg(outcome order by number) from cellrelay.delivery_attempt where delivery = id) as tries
     from cellrelay.delivery order by id`,
  );
  return rows.map(({ status, tries }) => [status, ...(tries ?? [])]);
}

const runOut = () => past(`update cellrelay.delivery set lease_until = cellrelay.wall_clock() - interval '1 second'`);

describe('deliveries', () => {
  it('are kept once by their key, whoever enqueues them at once', async () => {
    const one = aDelivery();
    const told = await Promise.all([1, 2, 3].map(() => database.deliveries.enqueue([one, one])));
    expect([told.reduce((sum, n) => sum + n), await statuses()]).toEqual([1, [['waiting']]]);
  });

  it('are kept with what they tell of, or not at all', async () => {
    const client = await database.pool.connect();
    await client.query('begin');
    await enqueueDeliveries(client, [aDelivery()]);
    await client.query('rollback');
    client.release();
    expect(await statuses()).toEqual([]);
  });

  it('are leased to one of several at once, the most urgent first', async () => {
    const critical = aDelivery({ urgency: 'critical' });
    await database.deliveries.enqueue([aDelivery(), critical]);
    const first = await leased();
    const rest = await Promise.all([1, 2, 3].map(() => database.deliveries.lease(mail)));
    expect(first.delivery).toEqual(critical);
    expect(rest.filter((each) => each !== null)).toHaveLength(1);
  });

  it('are left alone where their channel or their destination is not wanted', async () => {
    await database.deliveries.enqueue([aDelivery()]);
    expect(await database.deliveries.lease({ channels: ['sms'], without: [] })).toBeNull();
    expect(await database.deliveries.lease({ channels: ['mail'], without: ['mail'] })).toBeNull();
  });

  it('wait as long as they are told, and are on record with each try', async () => {
    await database.deliveries.enqueue([aDelivery()]);
    await database.deliveries.record(await leased(), later, { status: 'waiting', nextAfterMs: 60_000 });
    expect(await database.deliveries.lease(mail)).toBeNull();
    await past(`update cellrelay.delivery set next_at = cellrelay.wall_clock()`);
    await database.deliveries.record(await leased(), sent, { status: 'sent', nextAfterMs: null });
    expect(await statuses()).toEqual([['sent', 'later', 'sent']]);
  });

  it('are told no more once they are withdrawn; one that was sent meanwhile stays sent', async () => {
    const [one, other] = [aDelivery(), aDelivery({ urgency: 'critical' })];
    await database.deliveries.enqueue([one, other]);
    const held = await leased();
    expect(await database.deliveries.withdraw([one.key, other.key])).toBe(2);
    expect(await database.deliveries.lease(mail)).toBeNull();
    await database.deliveries.record(held, sent, { status: 'sent', nextAfterMs: null });
    expect(await statuses()).toEqual([['withdrawn'], ['sent', 'sent']]);
  });

  it('do not come back by a failure after they were withdrawn', async () => {
    const one = aDelivery();
    await database.deliveries.enqueue([one]);
    const held = await leased();
    await database.deliveries.withdraw([one.key]);
    await database.deliveries.record(held, later, { status: 'waiting', nextAfterMs: 0 });
    expect([await statuses(), await database.deliveries.lease(mail)]).toEqual([[['withdrawn', 'later']], null]);
  });
});

describe('what there is to tell', () => {
  it('is counted: what waits and for how long, of people and programs apart, and what was given up today', async () => {
    expect(await database.deliveries.depth()).toEqual({ waiting: 0, failed: 0, oldestPersonMs: 0, oldestProgramMs: 0 });
    await database.deliveries.enqueue([aDelivery(), aDelivery(), aDelivery()]);
    const given = await leased();
    await database.deliveries.record(given, { ...later, outcome: 'refused' }, { status: 'failed', nextAfterMs: null });
    await past(`update cellrelay.delivery set asked_at = asked_at - interval '1 hour' where status = 'waiting'`);
    const depth = await database.deliveries.depth();
    expect(depth).toMatchObject({ waiting: 2, failed: 1, oldestProgramMs: 0 });
    expect(depth.oldestPersonMs).toBeGreaterThanOrEqual(3_600_000);
    await past(`update cellrelay.delivery set ended_at = ended_at - interval '2 days' where status = 'failed'`);
    expect((await database.deliveries.depth()).failed).toBe(0);
  });
});

describe('a process that is lost with a delivery in hand', () => {
  it('leaves a try of which nobody knows, and it is told once more', async () => {
    await database.deliveries.enqueue([aDelivery()]);
    await leased();
    expect(await database.deliveries.lease(mail)).toBeNull();
    await runOut();
    const again = await leased();
    expect([again.attempt, again.unknownBefore]).toEqual([2, 1]);
    await database.deliveries.record(again, sent, { status: 'sent', nextAfterMs: null });
    expect(await statuses()).toEqual([['sent', 'unknown', 'sent']]);
  });

  it('is not followed by a third that may tell it: then nobody knows, and the record says so', async () => {
    await database.deliveries.enqueue([aDelivery()]);
    for (let tries = 0; tries < 2; tries += 1) {
      await leased();
      await runOut();
    }
    expect([await database.deliveries.lease(mail), await statuses()]).toEqual([
      null,
      [['unknown', 'unknown', 'unknown']],
    ]);
  });

  it('says afterwards what became of it: that it was sent counts, that it failed does not where another has it', async () => {
    await database.deliveries.enqueue([aDelivery()]);
    const slow = await leased();
    await runOut();
    const other = await leased();
    expect(await database.deliveries.record(slow, later, { status: 'failed', nextAfterMs: null })).toBe(false);
    expect(await statuses()).toEqual([['waiting', 'unknown', null]]);
    await database.deliveries.record(slow, sent, { status: 'sent', nextAfterMs: null });
    await database.deliveries.record(other, sent, { status: 'sent', nextAfterMs: null });
    expect(await statuses()).toEqual([['sent', 'sent', 'sent']]);
  });
});

describe('what a program is told', () => {
  const webhook = { channels: ['webhook'] as const, without: [] };
  const aNotice = (more: Partial<NewWebhookDelivery> = {}): NewWebhookDelivery => ({
    ...{ key: randomUUID(), channel: 'webhook', organisation: person.organisation, endpoint: randomUUID() },
    ...{ shipment: null, series: null },
    notice: { type: 'org.cellrelay.alert.raised', time: '2026-11-01T00:00:00.000Z' as never, subject: 's', data: {} },
    ...more,
  });
  const taken = async () => (await database.deliveries.lease(webhook)) ?? Promise.reject(new Error('nothing is due'));
  const dueNow = () => past('update cellrelay.delivery set next_at = cellrelay.wall_clock()');

  it('is told on however often a process is lost with it: its id makes doubles harmless', async () => {
    await database.deliveries.enqueue([aNotice()]);
    for (let tries = 0; tries < 4; tries += 1) {
      await taken();
      await runOut();
    }
    expect(await taken()).toMatchObject({ attempt: 5, unknownBefore: 4 });
    await runOut();
    await past(`update cellrelay.delivery set asked_at = asked_at - interval '73 hours'`);
    expect([await database.deliveries.lease(webhook), (await statuses())[0]![0]]).toEqual([null, 'unknown']);
  });

  it.each(['failed', 'unknown'] as const)(
    'is told anew when it is asked for again, though it was %s long ago',
    async (was) => {
      await database.deliveries.enqueue([aNotice()]);
      for (let tries = 0; tries < 3; tries += 1) {
        await database.deliveries.record(
          await taken(),
          { ...later, outcome: 'unknown' },
          { status: 'waiting', nextAfterMs: 0 },
        );
        await dueNow();
      }
      await past(
        `update cellrelay.delivery set status = '${was}', asked_at = asked_at - interval '80 hours', ended_at = now()`,
      );
      const [{ id }] = (await past('select id from cellrelay.delivery')) as unknown as [{ id: string }];
      expect(await database.deliveryRecord.replay(person.organisation, id)).toBe(true);
      const again = await taken();
      expect(again).toMatchObject({ attempt: 4, tries: 1, unknownBefore: 0 });
      expect(again.ageMs).toBeLessThan(60_000);
    },
  );

  it('is told of one alert in order: what waits for its next try is waited for', async () => {
    const endpoint = randomUUID();
    const [raised, resolved, other] = ['a', 'a', 'b'].map((series) => aNotice({ endpoint, series })) as [
      NewWebhookDelivery,
      NewWebhookDelivery,
      NewWebhookDelivery,
    ];
    await database.deliveries.enqueue([raised, resolved, other]);
    await database.deliveries.record(await taken(), later, { status: 'waiting', nextAfterMs: 60_000 });
    expect((await taken()).delivery).toEqual(other);
    expect(await database.deliveries.lease(webhook)).toBeNull();
    await dueNow();
    const first = await taken();
    expect(first.delivery).toEqual(raised);
    await database.deliveries.record(first, sent, { status: 'sent', nextAfterMs: null });
    expect((await taken()).delivery).toEqual(resolved);
  });

  it('is known by its series: what was seen last, whoever noted it first', async () => {
    const seen = (revision: number) => aNotice({ series: 'a', notice: { ...aNotice().notice, data: { revision } } });
    await database.deliveries.enqueue([seen(6), seen(5)]);
    const last = await database.deliveries.lastOf(['a', 'b']);
    expect([...last].map(([series, { data }]) => [series, data])).toEqual([['a', { revision: 6 }]]);
  });
});

describe('whoever has left meanwhile', () => {
  it('is told nothing that waited for them: an account that ended, an organisation that stands there no more', async () => {
    const shipment = shipmentId();
    await note(database, shipment);
    await past(
      `insert into cellrelay.shipment_part (shipment, part, holder) values ('${shipment}', 'transplant-centre', '${person.organisation}')`,
    );
    await database.deliveries.enqueue([aDelivery({ shipment }), aDelivery({ shipment })]);
    expect((await leased()).delivery.shipment).toBe(shipment);
    await past(`delete from cellrelay.shipment_part where shipment = '${shipment}'`);
    expect([await database.deliveries.lease(mail), (await statuses()).map(([status]) => status)]).toEqual([
      null,
      ['waiting', 'withdrawn'],
    ]);
    await past('delete from cellrelay.delivery');
    await database.deliveries.enqueue([aDelivery()]);
    await past('update cellrelay.account set ended_at = cellrelay.wall_clock()');
    expect([await database.deliveries.lease(mail), await statuses()]).toEqual([null, [['withdrawn']]]);
    await past('update cellrelay.account set ended_at = null');
  });
});
