import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { backup, migrate, restore, type Database } from '@cellrelay/adapter-postgres';
import type { Beaten, Downtime, OwnBeat } from '@cellrelay/use-cases';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { deadline, fromNow, note, opened, owing } from './store-fixtures.js';

const [minute, hour] = [60_000, 3_600_000];
const limits = { gapMs: 2 * minute, lateMs: minute };
const most = { downtimes: 5, itemsEach: 25 };
const account = 'ana';

let where: ThrowAwayDatabase;
let owner: pg.Pool;
/** Sees what the others wait for. */
let watcher: pg.Pool;
let worker: Database;
let api: Database;

beforeEach(async () => {
  where = await throwAwayDatabase();
  owner = new pg.Pool({ connectionString: where.ownerUrl, max: 2 });
  watcher = new pg.Pool({ connectionString: where.superuserUrl, max: 1 });
  for (const pool of [owner, watcher]) pool.on('error', () => undefined);
  [worker, api] = await Promise.all([opened(where.workerUrl), opened(where.apiUrl)]);
  await api.accounts.create(account, 'hash');
});
afterEach(async () => {
  await Promise.all([owner.end(), watcher.end(), worker.close(), api.close()]);
  await where.drop();
});

const beat = (own: OwnBeat | null = null): Promise<Beaten> => worker.beats.beat(own, limits);
/** As a process that found bells well so long ago, when the database held what it holds now or that. */
const beatSince = async (sinceMs: number, wellAt?: OwnBeat['wellAt']): Promise<Beaten> => {
  const held = (await api.downtimes.standing(minute)).beat?.wellAt;
  return beat({ sinceMs, wellAt: wellAt ?? held ?? (await fromNow(worker, 0)) });
};
const unread = (): Promise<readonly Downtime[]> => api.downtimes.unread(account, most);

/** As though nobody had answered bells for so long. */
async function silentFor(ms: number): Promise<void> {
  await owner.query(
    `update cellrelay.bell_beat set beat_at = beat_at - $1 * interval '1 millisecond', well_at = well_at - $1 * interval '1 millisecond'`,
    [ms],
  );
}

/** The bells that were late are answered now: the deadline stands, the call was made. */
async function answered(): Promise<void> {
  await owner.query(
    `update cellrelay.agenda_item set does = 'stand' where does = 'ring' and due_at < cellrelay.clock()`,
  );
}

/** A shipment with a deadline for each of these, so long ago. */
async function owed(agoMs: Readonly<Record<string, number>>, owner: 'coordinator' | 'courier' = 'coordinator') {
  const deadlines = await Promise.all(
    Object.entries(agoMs).map(async ([key, ms]) => deadline(key, await fromNow(worker, -ms), { owner })),
  );
  return owing(worker, deadlines);
}

const keys = (downtime: Downtime | undefined): readonly string[] =>
  (downtime?.items ?? []).map(({ obligation }) => obligation.key);

describe('a beat', () => {
  it('finds no downtime at the first start, nor after a short restart', async () => {
    await owed({ a: hour });
    expect(await beat()).toMatchObject({ well: false, noticed: null });
    await answered();
    expect(await beat()).toMatchObject({ well: true, noticed: null });
    await silentFor(minute);
    expect(await beat()).toMatchObject({ well: true, noticed: null });
  });

  it('after a silence records it once, with what fell due in it and nothing else, until all of it has rung', async () => {
    await beat();
    await silentFor(2 * hour);
    await owed({ before: 5 * hour, first: 90 * minute, second: 5 * minute, 'not late': 10_000, 'to come': -minute });
    const { well, noticed } = await beat();
    expect([well, noticed]).toMatchObject([false, { to: null, fellDue: 2 }]);
    expect((await beat()).noticed?.id).toBe(noticed?.id);
    await answered();
    const over = await beat();
    expect(over).toMatchObject({ well: true, noticed: { id: noticed?.id, fellDue: 2 } });
    expect(over.noticed?.to).not.toBeNull();
    expect(await beat()).toMatchObject({ well: true, noticed: null });
    const [downtime, ...others] = await unread();
    expect([keys(downtime), downtime?.totals, others]).toEqual([['first', 'second'], { coordinator: 2 }, []]);
  });

  it('while bells catch up notes what falls due meanwhile, and looks over all of it once more at the end', async () => {
    await beat();
    await silentFor(hour);
    const { shipment } = await owed({ a: 30 * minute, b: 20 * minute });
    await beat();
    await note(worker, shipment, { agenda: { closed: ['a'] } });
    await owed({ c: 10 * minute });
    expect(await beat()).toMatchObject({ noticed: { to: null, fellDue: 3 } });
    await owed({ 'of an older time': 40 * minute });
    expect(await beat()).toMatchObject({ noticed: { to: null, fellDue: 3 } });
    await owner.query(`update cellrelay.agenda_item set does = 'call' where key = 'of an older time'`);
    await answered();
    expect(await beat()).toMatchObject({ well: true, noticed: { fellDue: 4 } });
  });

  it('of several workers at once is one downtime, with each item once', async () => {
    await beat();
    await silentFor(hour);
    await owed({ a: 30 * minute, b: 20 * minute });
    const several = await Promise.all(Array.from({ length: 8 }, () => beat()));
    expect(new Set(several.map(({ noticed }) => noticed?.id)).size).toBe(1);
    await answered();
    await Promise.all(Array.from({ length: 8 }, () => beat()));
    expect((await unread()).map(keys)).toEqual([['a', 'b']]);
  });

  it('that is broken off has noticed nothing, and the next notices all of it', async () => {
    await beat();
    await silentFor(hour);
    await owed({ a: 30 * minute });
    const client = await owner.connect();
    await client.query('begin');
    await client.query('lock table cellrelay.agenda_item in access exclusive mode');
    const broken = beat().catch((error: unknown) => error);
    while ((await waitingForLock()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await watcher.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    expect(await broken).toBeInstanceOf(Error);
    await client.query('rollback');
    client.release();
    expect(await unread()).toEqual([]);
    expect(await beat()).toMatchObject({ noticed: { fellDue: 1 } });
    expect((await unread()).map(keys)).toEqual([['a']]);
  });

  it('takes a jump of the database’s clock for no downtime where this process knows better', async () => {
    await beat();
    await silentFor(3 * hour);
    expect(await beatSince(5_000)).toMatchObject({ well: true, noticed: null });
  });

  it('sees that bells are hung and not answered, as a silence from when they were well', async () => {
    await beat();
    await silentFor(3 * minute);
    await beatSince(1_000);
    await owed({ stuck: 90_000 });
    expect(await beatSince(1_000)).toMatchObject({ well: false, noticed: null });
    await silentFor(3 * minute);
    expect(await beatSince(4 * minute)).toMatchObject({ well: false, noticed: { to: null, fellDue: 1 } });
  });
});

async function waitingForLock(): Promise<number> {
  const { rowCount } = await watcher.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rowCount ?? 0;
}

describe('a digest', () => {
  async function twoHoursSilent(): Promise<void> {
    await beat();
    await silentFor(2 * hour);
  }

  it('has what is most urgent first, of each owner at most so many, and says how many there were', async () => {
    await twoHoursSilent();
    const at = async (ms: number) => fromNow(worker, -ms);
    await owing(worker, [
      deadline('warning', await at(hour)),
      deadline('notice', await at(100 * minute), { severity: 'notice' }),
      deadline('critical', await at(10 * minute), { severity: 'critical' }),
    ]);
    await owed({ c: 30 * minute, d: 20 * minute }, 'courier');
    await beat();
    const [downtime] = await api.downtimes.unread(account, { downtimes: 5, itemsEach: 2 });
    expect(keys(downtime)).toEqual(['critical', 'warning', 'c', 'd']);
    expect(downtime?.totals).toEqual({ coordinator: 3, courier: 2 });
  });

  it('says what is owed still', async () => {
    await twoHoursSilent();
    const { shipment } = await owed({ a: hour, b: hour });
    await beat();
    await note(worker, shipment, { agenda: { closed: ['a'] } });
    const [downtime] = await unread();
    expect(downtime?.items.map(({ obligation, stillOwed }) => [obligation.key, stillOwed])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });

  it('is read once by each account that was there, for good; one in which nothing fell due is not told', async () => {
    await api.accounts.create('ben', 'hash');
    await twoHoursSilent();
    await beat();
    expect(await unread()).toEqual([]);
    await silentFor(hour);
    await owed({ a: minute * 30 });
    const id = (await beat()).noticed?.id ?? '';
    await api.accounts.create('new', 'hash');
    expect(await api.downtimes.dismiss(id, account)).toBe(true);
    expect(await api.downtimes.dismiss(id, account)).toBe(true);
    expect(await unread()).toEqual([]);
    expect((await api.downtimes.unread('ben', most)).map(keys)).toEqual([['a']]);
    expect(await api.downtimes.unread('new', most)).toEqual([]);
    expect(await api.downtimes.dismiss('999', account)).toBe(false);
  });

  it('stays as it was noticed: neither role changes it, and its end is written once', async () => {
    await twoHoursSilent();
    await owed({ a: hour });
    await beat();
    for (const store of [api, worker]) {
      await expect(store.pool.query('delete from cellrelay.downtime')).rejects.toThrow('permission denied');
      await expect(store.pool.query('update cellrelay.downtime_item set key = key')).rejects.toThrow(
        'permission denied',
      );
    }
    await answered();
    await beat();
    await expect(owner.query('update cellrelay.downtime set to_at = null')).rejects.toThrow('append-only');
    await expect(owner.query('delete from cellrelay.downtime')).rejects.toThrow('append-only');
    await expect(owner.query('truncate cellrelay.downtime cascade')).rejects.toThrow('append-only');
  });

  it('goes with an example that is removed, and the downtime stays', async () => {
    await twoHoursSilent();
    const { shipment } = await owed({ a: hour });
    await owner.query('update cellrelay.shipment set example = true where id = $1', [shipment]);
    await beat();
    await owner.query(`select cellrelay.remove_examples('ana')`);
    expect(await unread()).toEqual([]);
    expect((await owner.query('select from cellrelay.downtime')).rowCount).toBe(1);
  });
});

describe('how bells stand', () => {
  it('is told by the last beat, and by what is overdue', async () => {
    expect(await api.downtimes.standing(minute)).toMatchObject({ beat: null, overdue: false });
    await beat();
    const { beat: last, now } = await api.downtimes.standing(minute);
    expect(Date.parse(now) - Date.parse(last?.at ?? '')).toBeLessThan(10_000);
    await owed({ a: 50_000 });
    expect((await api.downtimes.standing(minute)).overdue).toBe(false);
    await owed({ a: 61_000 });
    expect((await api.downtimes.standing(minute)).overdue).toBe(true);
    await answered();
    expect((await api.downtimes.standing(minute)).overdue).toBe(false);
  });
});

describe('a backup', () => {
  it('carries downtimes and the last beat, so that a restored database knows from when on nobody answered', async () => {
    await beat();
    await silentFor(2 * hour);
    await owed({ a: hour });
    const id = (await beat()).noticed?.id ?? '';
    await api.downtimes.dismiss(id, account);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'cellrelay-downtimes-'));
    const other = await throwAwayDatabase({ empty: true });
    try {
      await backup(where.ownerUrl, path.join(folder, 'all'));
      await migrate(other.ownerUrl);
      const [restored, reading] = await Promise.all([opened(other.workerUrl), opened(other.apiUrl)]);
      // A worker was there first, and found no beat.
      const { wellAt } = await restored.beats.beat(null, limits);
      expect(await restore(other.ownerUrl, path.join(folder, 'all'))).toMatchObject({
        ...{ bell_beat: 1, downtime: 1, downtime_item: 1, downtime_dismissal: 1 },
      });
      expect(await reading.downtimes.unread(account, most)).toEqual([]);
      // It has been well all the while, on another database.
      const beaten = await restored.beats.beat({ sinceMs: 5_000, wellAt }, limits);
      expect(beaten).toMatchObject({ well: false, noticed: { id, to: null } });
      await restored.close();
      await reading.close();
    } finally {
      await other.drop();
      rmSync(folder, { recursive: true });
    }
  });
});
