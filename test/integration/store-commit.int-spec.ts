import pg from 'pg';
import type { Database, StorePoint } from '@cellrelay/adapter-postgres';
import type { Loaded } from '@cellrelay/use-cases';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { lineThatBreaksAtCommit } from './store-line.js';
import {
  commandKey,
  commitOf,
  deadline,
  everythingOf,
  fromNow,
  note,
  opened,
  owing,
  shipmentId,
  type Told,
} from './store-fixtures.js';

let where: ThrowAwayDatabase;
let database: Database;

beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await opened(where.apiUrl);
});
afterAll(async () => {
  await database.close();
  await where.drop();
});

const accept =
  (shipment: ReturnType<typeof shipmentId>, told: Told = {}) =>
  (loaded: Loaded) =>
    ({ ok: true, commit: commitOf(shipment, loaded, told) }) as const;

const refuse = () => ({ ok: false, refusal: { code: 'no', sentence: 'No.' } }) as const;

describe('a command', () => {
  it('writes events, state, agenda, answer and board row together', async () => {
    const dueAt = await fromNow(database, 60_000);
    const shipment = shipmentId();
    const outcome = await database.shipments.commit(
      commandKey(shipment),
      accept(shipment, { events: 2, agenda: { opened: [deadline('a', dueAt)] } }),
    );
    expect(outcome).toMatchObject({
      kind: 'committed',
      answer: { revision: 2 },
      bells: [{ revision: 1, dueAt, stage: 'cell-count', does: 'ring' }],
    });
    expect(await everythingOf(database, shipment)).toMatchObject({
      events: [{ seq: 1 }, { seq: 2 }],
      states: [{ revision: 2, reference: 'REF 2' }],
      items: [{ key: 'a', revision: 1, closed_at: null }],
      answers: [{ body_hash: 'body' }],
    });
    expect((await database.shipments.load(shipment))?.revision).toBe(2);
    expect((await database.shipments.log(shipment, 1, 10)).map((entry) => entry.seq)).toEqual([2]);
  });

  it('that is refused leaves nothing, not even its key', async () => {
    const shipment = shipmentId();
    const key = commandKey(shipment);
    expect(await database.shipments.commit(key, refuse)).toMatchObject({ kind: 'refused', refusal: { code: 'no' } });
    expect(await everythingOf(database, shipment)).toEqual({ events: [], states: [], items: [], answers: [] });
    expect(await database.shipments.commit(key, accept(shipment))).toMatchObject({ kind: 'committed' });
  });

  it('whose decision throws leaves nothing and the connection usable', async () => {
    const shipment = shipmentId();
    const broken = database.shipments.commit(commandKey(shipment), () => {
      throw new RangeError('a defect');
    });
    await expect(broken).rejects.toThrow('a defect');
    await note(database, shipment);
  });

  it('sees the state and hash that the one before left, and a clock that never runs backwards', async () => {
    const shipment = shipmentId();
    await note(database, shipment, { note: 'first' });
    const future = await fromNow(database, 3_600_000);
    await database.shipments.commit(commandKey(shipment), (loaded) => ({
      ok: true,
      commit: commitOf(shipment, { ...loaded, now: future }),
    }));
    let seen: Loaded | undefined;
    await database.shipments.commit(commandKey(shipment), (loaded) => {
      seen = loaded;
      return refuse();
    });
    const log = await database.shipments.log(shipment, 0, 10);
    expect(seen).toMatchObject({ now: future, lastHash: log[1]?.hash, state: { revision: 2 } });
  });

  it('sees what another process has written since it wrote itself, turn by turn', async () => {
    const shipment = shipmentId();
    const other = await opened(where.workerUrl);
    const seen: unknown[] = [];
    for (const [turn, process] of [database, other, database, database, other].entries()) {
      await process.shipments.commit(commandKey(shipment), (loaded) => {
        seen.push([
          loaded.state?.revision ?? 0,
          (loaded.state?.stages as unknown as { note?: string } | undefined)?.note,
        ]);
        return { ok: true, commit: commitOf(shipment, loaded, { note: `turn ${turn}` }) };
      });
    }
    expect(seen).toEqual([
      [0, undefined],
      [1, 'turn 0'],
      [2, 'turn 1'],
      [3, 'turn 2'],
      [4, 'turn 3'],
    ]);
    await other.close();
  });

  it('sees nothing of what was written and came to nothing', async () => {
    const shipment = shipmentId();
    let breaks = false;
    const frail = await opened(where.workerUrl, {
      reach: (at) => (breaks && at === 'written' ? Promise.reject(new RangeError('a defect')) : Promise.resolve()),
    });
    await note(frail, shipment, { note: 'kept' });
    breaks = true;
    await expect(note(frail, shipment, { note: 'lost' })).rejects.toThrow('a defect');
    let seen: Loaded | undefined;
    await frail.shipments.commit(commandKey(shipment), (loaded) => {
      seen = loaded;
      return refuse();
    });
    expect(seen).toMatchObject({ state: { revision: 1, stages: { note: 'kept' } } });
    await frail.close();
  });

  it('rebuilds a state that an older fold left behind', async () => {
    const shipment = shipmentId();
    await note(database, shipment, { note: 'as the log has it' });
    await database.pool.query(
      `update cellrelay.shipment set fold_version = 0, state = '{"stages":{"note":"old"}}' where id = $1`,
      [shipment],
    );
    expect(await database.shipments.load(shipment)).toMatchObject({
      stages: { note: 'as the log has it' },
      revision: 1,
    });
    let seen: Loaded | undefined;
    await database.shipments.commit(commandKey(shipment), (loaded) => {
      seen = loaded;
      return { ok: true, commit: commitOf(shipment, loaded) };
    });
    expect(seen?.state).toMatchObject({ stages: { note: 'as the log has it' } });
    expect(
      (await database.pool.query('select fold_version from cellrelay.shipment where id = $1', [shipment])).rows,
    ).toEqual([{ fold_version: 1 }]);
  });

  it('keeps text that SQL or JSON might trip over, as it was', async () => {
    const shipment = shipmentId();
    const odd = `O'Hare "x" \\ \u0000 \ud800 {a,b} \n 北京 NULL`;
    await note(database, shipment, {
      note: odd,
      agenda: { opened: [deadline('k,"{}', await fromNow(database, 1), { what: odd })] },
    });
    expect(await database.shipments.load(shipment)).toMatchObject({ stages: { note: odd } });
  });
});

describe('the agenda of a command', () => {
  it('moves an item under its key: later revision, no wait, lease and tries untouched', async () => {
    const { shipment, ids } = await owing(database, [deadline('a', await fromNow(database, -1_000))]);
    const id = ids.get('a') ?? '';
    const lease = await database.agenda.lease(id, 1);
    await note(database, shipment, {
      agenda: { moved: [deadline('a', await fromNow(database, -500), { what: 'moved' })] },
    });
    const rows = await database.pool.query(
      'select id, revision, attempts, lease_token from cellrelay.agenda_item where shipment = $1',
      [shipment],
    );
    expect(rows.rows).toEqual([
      { id, revision: 2, attempts: 1, lease_token: lease.kind === 'leased' ? lease.token : '' },
    ]);
    expect(await database.agenda.lease(id, 1)).toEqual({ kind: 'not-mine' });
  });

  it('reopens the same row at the next revision, with tries, lease and parking afresh', async () => {
    const { shipment, ids } = await owing(database, [deadline('a', await fromNow(database, -1_000))]);
    const id = ids.get('a') ?? '';
    const lease = await database.agenda.lease(id, 1);
    if (lease.kind !== 'leased') throw new Error(lease.kind);
    await database.agenda.park(id, lease.token, 'broken');
    await note(database, shipment, { agenda: { closed: ['a'] } });
    await note(database, shipment, { agenda: { opened: [deadline('a', await fromNow(database, -1_000))] } });
    const rows = await database.pool.query(
      'select id, revision, attempts, parked_at, last_error, closed_at, lease_token from cellrelay.agenda_item where shipment = $1',
      [shipment],
    );
    expect(rows.rows).toEqual([
      { id, revision: 2, attempts: 0, parked_at: null, last_error: null, closed_at: null, lease_token: null },
    ]);
  });

  it('answers as bells what is due within the arming window, and no more', async () => {
    const [soon, late] = [await fromNow(database, 599_000), await fromNow(database, 660_000)];
    const shipment = shipmentId();
    const outcome = await database.shipments.commit(
      commandKey(shipment),
      accept(shipment, { agenda: { opened: [deadline('late', late), deadline('soon', soon)] } }),
    );
    expect(outcome).toMatchObject({ kind: 'committed', bells: [{ dueAt: soon }] });
    expect(
      outcome.kind === 'committed' ? outcome.bells.map((bell) => bell.waitMs > 598_000 && bell.waitMs <= 599_000) : [],
    ).toEqual([true]);
  });
});

describe('the same command again', () => {
  it('is told the first answer and does nothing', async () => {
    const shipment = shipmentId();
    const key = commandKey(shipment);
    const first = await database.shipments.commit(key, accept(shipment));
    const before = await everythingOf(database, shipment);
    const second = await database.shipments.commit(key, () => {
      throw new Error('decided twice');
    });
    expect(second).toEqual({ kind: 'repeated', answer: first.kind === 'committed' ? first.answer : undefined });
    expect(await everythingOf(database, shipment)).toEqual(before);
  });

  it.each([
    ['another body', (shipment: ReturnType<typeof shipmentId>, id: string) => commandKey(shipment, id, 'another')],
    ['another shipment', (_: unknown, id: string) => commandKey(shipmentId(), id)],
  ])('with %s is refused', async (_, other) => {
    const shipment = shipmentId();
    const key = commandKey(shipment);
    await database.shipments.commit(key, accept(shipment));
    const outcome = await database.shipments.commit(other(shipment, key.id), accept(shipment));
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'idempotency-key-reused' } });
  });

  it.each(['a new shipment', 'one that exists'])(
    'twelve times at once has exactly one effect, on %s',
    async (which) => {
      const shipment = shipmentId();
      const revision = which === 'a new shipment' ? 1 : 2;
      if (revision === 2) await note(database, shipment);
      const key = commandKey(shipment);
      // Refusable once done, as a real one is: whoever comes second must still hear the first answer.
      const once = (loaded: Loaded) =>
        (loaded.state?.revision ?? 0) + 1 === revision ? accept(shipment)(loaded) : refuse();
      const outcomes = await Promise.all(Array.from({ length: 12 }, () => database.shipments.commit(key, once)));
      expect(outcomes.map((each) => each.kind).sort()).toEqual([
        'committed',
        ...Array.from({ length: 11 }, () => 'repeated'),
      ]);
      expect(await database.shipments.log(shipment, 0, 99)).toHaveLength(revision);
    },
  );
});

describe('commands at once', () => {
  it('on one shipment come one after the other, from its making on, each on what the one before left', async () => {
    const shipment = shipmentId();
    await Promise.all(Array.from({ length: 25 }, (_, index) => note(database, shipment, { note: `note ${index}` })));
    const log = await database.shipments.log(shipment, 0, 99);
    expect(log.map((entry) => entry.seq)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    expect(new Set(log.map((entry) => entry.hash)).size).toBe(25);
  });

  it('on two shipments do not wait for each other', async () => {
    const [held, free] = [shipmentId(), shipmentId()];
    await note(database, held);
    const blocker = new pg.Client({ connectionString: where.ownerUrl });
    await blocker.connect();
    await blocker.query('begin');
    await blocker.query('select from cellrelay.shipment where id = $1 for update', [held]);
    let heldIsDone = false;
    const waiting = note(database, held).then(() => (heldIsDone = true));
    await note(database, free);
    expect(heldIsDone).toBe(false);
    await blocker.query('rollback');
    await waiting;
    await blocker.end();
  });
});

describe('a connection that is lost', () => {
  it.each(['loaded', 'written'] as const)(
    'after "%s" leaves nothing of that try; the command is done once',
    async (point) => {
      const shipment = shipmentId();
      let kills = 0;
      const reach = async (at: StorePoint): Promise<void> => {
        if (at !== point || kills > 0) return;
        kills += 1;
        const killed = await killOthers();
        expect(killed).toBeGreaterThan(0);
      };
      const victim = await opened(where.workerUrl, { reach, poolSize: 1 });
      const outcome = await victim.shipments.commit(commandKey(shipment), accept(shipment));
      expect(outcome).toMatchObject({ kind: 'committed', answer: { revision: 1 } });
      expect(kills).toBe(1);
      expect(await everythingOf(database, shipment)).toMatchObject({
        events: [{ seq: 1 }],
        states: [{ revision: 1 }],
        answers: [{}],
      });
      await victim.close();
    },
  );

  it('at the commit leaves the outcome unknown to us alone: the next try finds the answer, and nothing is done twice', async () => {
    const shipment = shipmentId();
    const line = await lineThatBreaksAtCommit(where.apiUrl);
    const victim = await opened(line.url, { poolSize: 1 });
    line.arm();
    let decided = 0;
    const outcome = await victim.shipments.commit(commandKey(shipment), (loaded) => {
      decided += 1;
      return accept(shipment)(loaded);
    });
    expect([outcome.kind, decided, line.broken()]).toEqual(['repeated', 1, true]);
    expect(await everythingOf(database, shipment)).toMatchObject({ events: [{ seq: 1 }], answers: [{}] });
    await victim.close();
    line.close();
  });

  it('for good ends in an error, with nothing written', async () => {
    const shipment = shipmentId();
    const victim = await opened(where.workerUrl, {
      reach: async (at) => void (at === 'written' && (await killOthers())),
      poolSize: 1,
    });
    await expect(victim.shipments.commit(commandKey(shipment), accept(shipment))).rejects.toThrow(
      /terminat|connection/i,
    );
    expect(await everythingOf(database, shipment)).toEqual({ events: [], states: [], items: [], answers: [] });
    await victim.close();
  });

  /** Ends the connections of the worker's role to this database; none is left over from before. */
  async function killOthers(): Promise<number> {
    const admin = new pg.Client({ connectionString: where.superuserUrl });
    await admin.connect();
    const killed = await admin.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1 and usename = 'cellrelay_worker'`,
      [where.name],
    );
    await admin.end();
    return killed.rowCount ?? 0;
  }
});
