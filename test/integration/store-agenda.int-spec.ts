import {
  depthQuestion,
  dueQuestion,
  noteQuestion,
  openQuestion,
  standingQuestion,
  type Database,
} from '@cellrelay/adapter-postgres';
import type { Instant } from '@cellrelay/kernel';
import type { Call } from '@cellrelay/shipment';
import type { LeaseOutcome } from '@cellrelay/use-cases';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { commandKey, commitOf, deadline, fromNow, note, opened, owing, shipmentId } from './store-fixtures.js';

let where: ThrowAwayDatabase;
let database: Database;

beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await opened(where.workerUrl, { leaseMs: 60_000 });
});
afterEach(() => database.pool.query('update cellrelay.agenda_item set closed_at = cellrelay.clock()'));
afterAll(async () => {
  await database.close();
  await where.drop();
});

/** One item, due so many milliseconds from now; its row's id. */
async function itemDue(ms: number, key = 'a'): Promise<string> {
  const { ids } = await owing(database, [deadline(key, await fromNow(database, ms))]);
  return ids.get(key) ?? '';
}

function leased(outcome: LeaseOutcome): Extract<LeaseOutcome, { kind: 'leased' }> {
  if (outcome.kind !== 'leased') throw new Error(outcome.kind);
  return outcome;
}

const column = async (id: string, name: string): Promise<unknown> =>
  (
    await database.pool.query<Record<string, unknown>>(
      `select ${name} as it from cellrelay.agenda_item where id = $1`,
      [id],
    )
  ).rows[0]?.it;

const overdue = () => database.agenda.due({ fromMs: null, toMs: 0 }, 10);

describe('a lease', () => {
  it('is given once: of many at once one has it', async () => {
    const id = await itemDue(-1);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => database.agenda.lease(id, 1)));
    expect(outcomes.map((each) => each.kind).sort()).toEqual([
      'leased',
      ...Array.from({ length: 9 }, () => 'not-mine'),
    ]);
    expect(leased(outcomes.find((each) => each.kind === 'leased') ?? { kind: 'not-mine' }).item).toMatchObject({
      id,
      revision: 1,
      attempts: 0,
      obligation: { key: 'a' },
    });
  });

  it('is not given before the item is due; how long to wait is said, and never too short', async () => {
    const id = await itemDue(1_000);
    const early = await database.agenda.lease(id, 1);
    if (early.kind !== 'early') throw new Error(early.kind);
    await new Promise((resolve) => setTimeout(resolve, early.waitMs + 1));
    expect((await database.agenda.lease(id, 1)).kind).toBe('leased');
  });

  it('says how late it is: since the item was due, but not longer than it has been owed', async () => {
    const born = await itemDue(-3_600_000, 'b');
    expect(leased(await database.agenda.lease(born, 1)).lateMs).toBeLessThan(30_000);
    const standing = await itemDue(-1_000, 'c');
    await database.pool.query(
      `update cellrelay.agenda_item set opened_at = opened_at - interval '1 day', due_at = due_at - interval '10 minutes' where id = $1`,
      [standing],
    );
    const { lateMs } = leased(await database.agenda.lease(standing, 1));
    expect(lateMs).toBeGreaterThan(600_000);
    expect(lateMs).toBeLessThan(660_000);
  });

  it.each([
    ['another revision', (id: string) => database.agenda.lease(id, 2)],
    ['no such item', () => database.agenda.lease('999999999', 1)],
  ])('is not given for %s', async (_, ask) => {
    expect(await ask(await itemDue(-1))).toEqual({ kind: 'not-mine' });
  });

  it('is not given for an item that is closed', async () => {
    const { shipment, ids } = await owing(database, [deadline('a', await fromNow(database, -1))]);
    await note(database, shipment, { agenda: { closed: ['a'] } });
    expect(await database.agenda.lease(ids.get('a') ?? '', 1)).toEqual({ kind: 'not-mine' });
  });

  it('that ran out is taken by another, and its token opens nothing any more', async () => {
    const short = await opened(where.workerUrl, { leaseMs: 20 });
    const id = await itemDue(-1);
    const stale = leased(await short.agenda.lease(id, 1));
    await new Promise((resolve) => setTimeout(resolve, 40));
    const fresh = leased(await database.agenda.lease(id, 1));
    expect(fresh.item.attempts).toBe(1);
    expect(await database.agenda.handBack(id, stale.token, { error: 'late', afterMs: 0 })).toBe(false);
    expect(await database.agenda.park(id, stale.token, 'late')).toBe(false);
    await database.agenda.release(id, stale.token);
    expect(await column(id, 'lease_token')).toBe(fresh.token);
    expect(await column(id, 'parked_at')).toBeNull();
    await short.close();
  });
});

describe('a try that failed', () => {
  it('is not due again before its wait is over, and remembers why', async () => {
    const id = await itemDue(-1);
    const { token } = leased(await database.agenda.lease(id, 1));
    expect(await database.agenda.handBack(id, token, { error: 'the desk is shut', afterMs: 1_000 })).toBe(true);
    expect(await database.agenda.lease(id, 1)).toMatchObject({ kind: 'early' });
    expect(await overdue()).toEqual([]);
    expect(await column(id, 'last_error')).toBe('the desk is shut');
    await new Promise((resolve) => setTimeout(resolve, 1_010));
    expect(await overdue()).toMatchObject([{ id }]);
    expect(leased(await database.agenda.lease(id, 1)).item.attempts).toBe(1);
  });

  it('parked, rings no more until somebody frees it, from the first try on', async () => {
    const id = await itemDue(-1);
    const { token } = leased(await database.agenda.lease(id, 1));
    expect(await database.agenda.park(id, token, 'six times')).toBe(true);
    expect(await overdue()).toEqual([]);
    expect(await database.agenda.lease(id, 1)).toEqual({ kind: 'not-mine' });
    expect(await database.agenda.unpark(null)).toMatchObject([
      { id, revision: 1, stage: 'cell-count', does: 'ring', waitMs: 0 },
    ]);
    expect(leased(await database.agenda.lease(id, 1)).item.attempts).toBe(0);
  });

  it('one of several parked is freed by its id', async () => {
    const [one, two] = [await itemDue(-1), await itemDue(-1)];
    for (const id of [one, two])
      await database.agenda.park(id, leased(await database.agenda.lease(id, 1)).token, 'broken');
    expect(await database.agenda.unpark(two)).toMatchObject([{ id: two }]);
    expect(await overdue()).toMatchObject([{ id: two }]);
  });
});

describe('an item that a commit lets be tried again', () => {
  const parkedItem = async () => {
    const dueAt = await fromNow(database, -1);
    const { shipment, ids } = await owing(database, [deadline('a', dueAt)]);
    const id = ids.get('a') ?? '';
    const { token } = leased(await database.agenda.lease(id, 1));
    return { shipment, id, token, again: deadline('a', dueAt) };
  };

  it('is unparked in that transaction, at its next revision and from the first try on, and answered among the bells', async () => {
    const { shipment, id, token, again } = await parkedItem();
    await database.agenda.park(id, token, 'six times');
    const outcome = await database.shipments.commit(commandKey(shipment), (loaded) => ({
      ok: true,
      commit: commitOf(shipment, loaded, { agenda: { moved: [again] }, redriven: ['a'] }),
    }));
    expect(outcome).toMatchObject({ kind: 'committed', bells: [{ id, revision: 2, waitMs: 0 }] });
    expect(leased(await database.agenda.lease(id, 2)).item.attempts).toBe(0);
  });

  it('is not parked after all by a handler that was about to', async () => {
    const { shipment, id, token, again } = await parkedItem();
    await note(database, shipment, { agenda: { moved: [again] }, redriven: ['a'] });
    expect(await database.agenda.park(id, token, 'late')).toBe(false);
    expect(await column(id, 'parked_at')).toBeNull();
  });

  it('is parked still when it merely moves: the control', async () => {
    const { shipment, id, token, again } = await parkedItem();
    await database.agenda.park(id, token, 'six times');
    await note(database, shipment, { agenda: { moved: [again] } });
    expect(await database.agenda.lease(id, 2)).toEqual({ kind: 'not-mine' });
  });
});

describe('the bell of a call', () => {
  const call = (key: string, dueAt: Instant, request: Call['request']): Call => ({
    ...{ key, dueAt, request, stage: 'alert', does: 'call', kind: 'tell', owner: 'system', what: 'Tell', byHand: [] },
  });

  it('that tells of what is critical is urgent, as the commit hangs it and as it is found again; others are not', async () => {
    const dueAt = await fromNow(database, -1);
    const owes = [
      call('a', dueAt, { severity: 'critical' }),
      call('b', dueAt, { severity: 'warning' }),
      call('c', dueAt, { accounts: [] }),
      deadline('d', dueAt, { severity: 'critical' }),
    ];
    const shipment = shipmentId();
    const outcome = await database.shipments.commit(commandKey(shipment), (loaded) => ({
      ok: true,
      commit: commitOf(shipment, loaded, { owes, agenda: { opened: owes } }),
    }));
    if (outcome.kind !== 'committed') throw new Error(outcome.kind);
    const urgent = [true, false, false, false];
    expect(outcome.bells.map((bell) => bell.urgent)).toEqual(urgent);
    expect((await overdue()).map((bell) => bell.urgent)).toEqual(urgent);
  });
});

describe('what an error says', () => {
  it('keeps nobody from handing back or parking, whatever characters it has', async () => {
    const id = await itemDue(-1);
    const { token } = leased(await database.agenda.lease(id, 1));
    expect(await database.agenda.handBack(id, token, { error: 'a\u0000b', afterMs: 0 })).toBe(true);
    const again = leased(await database.agenda.lease(id, 1));
    expect(await database.agenda.park(id, again.token, 'a\u0000b')).toBe(true);
    expect(await column(id, 'last_error')).toBe('ab');
  });
});

describe('what is due', () => {
  it('is not hidden behind items that are parked, leased, waiting or merely standing, however many', async () => {
    const { shipment } = await owing(database, []);
    await database.pool.query(
      `insert into cellrelay.agenda_item (shipment, key, due_at, stage, kind, does, owner, offered, obligation, opened_at, parked_at, lease_until, try_after)
       select $1, 'blocked/' || n, cellrelay.clock() - interval '1 hour', 'order', 'plan-due', case n % 4 when 0 then 'stand' else 'ring' end, 'system', false, '{}',
         cellrelay.clock(), case n % 4 when 1 then cellrelay.clock() end, case n % 4 when 2 then cellrelay.wall_clock() + interval '1 hour' end,
         case n % 4 when 3 then cellrelay.clock() + interval '1 hour' end from generate_series(1, 4000) n`,
      [shipment],
    );
    const id = await itemDue(-3_000);
    expect(await database.agenda.due({ fromMs: null, toMs: -2_000 }, 1_000)).toMatchObject([{ id }]);
  });

  it('comes oldest first, within the window, and without what is leased', async () => {
    const [third, first, second, far] = [
      await itemDue(50_000),
      await itemDue(-9_000),
      await itemDue(-3_000),
      await itemDue(700_000),
    ];
    const ids = async (fromMs: number | null, toMs: number, limit = 10) =>
      (await database.agenda.due({ fromMs, toMs }, limit)).map((each) => each.id);
    expect(await ids(null, 600_000)).toEqual([first, second, third]);
    expect(await ids(null, -2_000)).toEqual([first, second]);
    expect(await ids(0, 800_000)).toEqual([third, far]);
    expect(await ids(null, 600_000, 1)).toEqual([first]);
    await database.agenda.lease(first, 1);
    expect(await ids(null, 600_000)).toEqual([second, third]);
  });

  it('is found by an index, however many items there are', async () => {
    const { shipment } = await owing(database, []);
    await database.pool.query(
      `insert into cellrelay.agenda_item (shipment, key, due_at, stage, kind, does, owner, offered, obligation, opened_at)
       select $1, 'many/' || n, cellrelay.clock() + n * interval '1 minute', 'order', 'plan-due', 'ring', 'system', false, '{}', cellrelay.clock() from generate_series(1, 5000) n`,
      [shipment],
    );
    await analysed();
    expect(await planOf(dueQuestion, ['null', '600000', '100'])).toMatch(/Index Scan (using|on) agenda_item_rings/);
  });
});

/** How the planner would go about it, with these values in place of the parameters. */
async function planOf(text: string, values: readonly string[] = []): Promise<string> {
  const asked = values.reduce((so, value, n) => so.replaceAll(`$${n + 1}`, value), text);
  const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(`explain ${asked}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

async function analysed(): Promise<void> {
  const owner = await opened(where.ownerUrl, { poolSize: 1 });
  await owner.pool.query('analyze cellrelay.agenda_item');
  await owner.close();
}

describe('what has rung and stands', () => {
  it('is walked by nothing that looks for bells, and hides none however much it is', async () => {
    const { shipment } = await owing(database, []);
    await database.pool.query(
      `insert into cellrelay.agenda_item (shipment, key, due_at, stage, kind, does, owner, offered, obligation, opened_at)
       select $1, 'stands/' || n, cellrelay.clock() - interval '1 day' - n * interval '1 second', 'order', 'plan-due', 'stand', 'system', false, '{}', cellrelay.clock()
       from generate_series(1, 100001) n`,
      [shipment],
    );
    await database.pool.query(
      `insert into cellrelay.agenda_item (shipment, key, due_at, stage, kind, does, owner, offered, obligation, opened_at)
       select $1, 'far/' || n, cellrelay.clock() + interval '2 hours' + n * interval '1 second', 'order', 'plan-due', 'ring', 'system', false, '{}', cellrelay.clock()
       from generate_series(1, 10000) n`,
      [shipment],
    );
    const id = await itemDue(-90_000);
    expect(await database.agenda.depth()).toMatchObject({ overdue: 1 });
    expect(await overdue()).toMatchObject([{ id }]);
    await analysed();
    const plans = await Promise.all([
      planOf(dueQuestion, ['null', '600000', '100000']),
      planOf(dueQuestion, ['null', '-2000', '1000']),
      planOf(standingQuestion, ['60000']),
      planOf(noteQuestion, ['60000']),
      planOf(depthQuestion),
    ]);
    for (const plan of plans) expect(plan).toContain('agenda_item_rings');
    for (const plan of plans.slice(0, 4)) expect(plan).not.toMatch(/agenda_item_due|Seq Scan on agenda_item/);
  }, 60_000);
});

describe('how much of the agenda is due', () => {
  it('is counted: overdue, parked, within the hour; what merely stands and what is closed is not', async () => {
    expect(await database.agenda.depth()).toEqual({
      ...{ overdue: 0, oldestOverdueMs: 0, overdueCalls: 0, oldestOverdueCallMs: 0 },
      ...{ parked: 0, dueWithinHour: 0 },
    });
    const dues = [-120_000, -60_000, -30_000, -10_000, -5_000, 1_800_000, 7_200_000, -90_000];
    const made = dues.map(async (ms, n) => deadline(`k${n}`, await fromNow(database, ms)));
    const { ids } = await owing(database, await Promise.all(made));
    const id = (n: number): string => ids.get(`k${n}`) ?? '';
    await database.pool.query(`update cellrelay.agenda_item set opened_at = opened_at - interval '1 day'`);
    await database.pool.query(`update cellrelay.agenda_item set does = 'stand' where id = $1`, [id(0)]);
    await database.pool.query(`update cellrelay.agenda_item set does = 'call' where id = $1`, [id(7)]);
    const parked = leased(await database.agenda.lease(id(1), 1));
    await database.agenda.park(id(1), parked.token, 'tried in vain');
    const failed = leased(await database.agenda.lease(id(4), 1));
    await database.agenda.handBack(id(4), failed.token, { error: 'no answer', afterMs: 60_000 });
    const depth = await database.agenda.depth();
    expect(depth).toMatchObject({ overdue: 2, overdueCalls: 1, parked: 1, dueWithinHour: 1 });
    expect(depth.oldestOverdueCallMs).toBeGreaterThan(89_000);
    expect(depth.oldestOverdueMs).toBeGreaterThan(29_000);
    expect(depth.oldestOverdueMs).toBeLessThan(60_000);
    expect(await database.agenda.open()).toBe(8);
  });

  it('is asked of indexes alone', async () => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query('set local enable_seqscan = off');
      for (const text of [depthQuestion, openQuestion]) {
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`);
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
        expect(plan).toContain('agenda_item_due');
        expect(plan).not.toContain('Seq Scan');
      }
      await client.query('rollback');
    } finally {
      client.release();
    }
  });
});
