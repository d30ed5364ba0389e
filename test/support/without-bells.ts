import { createLogger } from '@cellrelay/platform';
import type { ShipmentId } from '@cellrelay/kernel';
import { digestFor, type DowntimeView } from '@cellrelay/use-cases';
import pg from 'pg';
import { openApiStack, type ApiStack } from '../../apps/ops/src/stack/open-stack.js';
import type { Change } from './changed-sources.js';
import { plantCountsDue } from './counts-due.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from './database.js';
import { startWorkerProcess, type WorkerProcess } from './worker-process.js';

const [minute, hour] = [60, 3_600];
/** When the counts fell due, in seconds before now: each while nobody answered bells. */
const fellDue = [-100 * minute, -75 * minute, -50 * minute, -20 * minute, -5 * minute];
const account = 'ana';

/** Waits until it is so. The test's own time bounds it. */
export async function eventually(so: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await so())) await new Promise((resolve) => setTimeout(resolve, 25));
}

/** An api, and workers in processes of their own, over a database in which nobody has answered bells for a while. */
export class WithoutBells {
  private readonly workers: WorkerProcess[] = [];

  private constructor(
    readonly where: ThrowAwayDatabase,
    readonly owner: pg.Pool,
    readonly api: ApiStack,
  ) {}

  static async open(): Promise<WithoutBells> {
    const where = await throwAwayDatabase();
    const owner = new pg.Pool({ connectionString: where.ownerUrl, max: 2 });
    owner.on('error', () => undefined);
    const logger = createLogger({ level: 'error', form: 'json', write: (line) => process.stderr.write(line) });
    const api = await openApiStack({ urls: where, logger, script: { seed: 1, lines: [] }, sweepEveryMs: null });
    await api.api.accounts.create(account, 'hash');
    return new WithoutBells(where, owner, api);
  }

  async close(): Promise<void> {
    for (const each of this.workers) await each.kill();
    await this.owner.end();
    await this.api.close();
    await this.where.drop();
  }

  async worker(
    more: Partial<Parameters<typeof startWorkerProcess>[0]> = {},
    changes: readonly Change[] = [],
  ): Promise<WorkerProcess> {
    const started = await startWorkerProcess({ DATABASE_URL: this.where.ownerUrl, ...more }, changes);
    this.workers.push(started);
    return started;
  }

  /** A worker rang bells until two hours ago, and was killed then; since then counts have fallen due. */
  async forTwoHours(): Promise<readonly ShipmentId[]> {
    const first = await this.worker();
    await eventually(async () => (await this.rows('bell_beat')) === 1);
    await first.kill();
    await this.owner.query(
      `update cellrelay.bell_beat set beat_at = beat_at - $1 * interval '1 second', well_at = well_at - $1 * interval '1 second'`,
      [2 * hour],
    );
    return this.countsDue(fellDue);
  }

  /** Plants examples whose counts are due that many seconds from now, and that nobody has rung for. */
  async countsDue(seconds: readonly number[]): Promise<readonly ShipmentId[]> {
    return (await plantCountsDue(this.api.api, seconds)).map(({ id }) => id);
  }

  async rows(table: string, condition = 'true'): Promise<number> {
    const text = `select count(*)::integer as count from cellrelay.${table} where ${condition}`;
    return (await this.owner.query<{ count: number }>(text)).rows[0]?.count ?? -1;
  }

  /** What is open, past its time by more than that, and not rung. */
  unanswered(lateSeconds = minute): Promise<number> {
    const late = `due_at < clock_timestamp() - interval '${lateSeconds} seconds'`;
    return this.rows('agenda_item', `closed_at is null and does <> 'stand' and ${late}`);
  }

  /** How often the counts' deadlines rang, shipment by shipment. */
  countsRung(ids: readonly ShipmentId[]): Promise<readonly number[]> {
    const rang = `text like '%"count-due/1"%' and text like '%"DeadlineRang"%'`;
    return Promise.all(ids.map((id) => this.rows('event', `shipment = '${id}' and ${rang}`)));
  }

  /** Every digest of the account, with its items. */
  async digests(): Promise<readonly DowntimeView[]> {
    return (await digestFor(this.api.api.downtimes, account)).items;
  }

  /** Everything has rung, and the downtime has its end. */
  over(): Promise<void> {
    return eventually(
      async () => (await this.unanswered()) === 0 && (await this.rows('downtime', 'to_at is not null')) > 0,
    );
  }

  /** Each count rang once, and all that fell due stands in one digest, once. */
  async expectOneDigest(ids: readonly ShipmentId[], fell: number): Promise<void> {
    expect(await this.countsRung(ids)).toEqual(ids.map(() => 1));
    const [digest, ...others] = await this.digests();
    expect(others).toEqual([]);
    expect(digest?.total).toBe(fell);
    expect(itemsIn(digest)).toHaveLength(fell);
    expect(itemsIn(digest)).toEqual(expect.arrayContaining(ids.map((id) => `${id} count-due/1`)));
  }

  /** Puts the database's clock ahead of everybody else's. */
  async clockAhead(seconds: number): Promise<void> {
    await this.owner.query(
      `create or replace function cellrelay.clock() returns timestamptz language sql volatile
       as $$select clock_timestamp() + interval '${seconds} seconds'$$`,
    );
  }
}

function itemsIn(digest: DowntimeView | undefined): readonly string[] {
  return (digest?.owners ?? []).flatMap(({ items }) => items.map(({ shipment, key }) => `${shipment} ${key}`));
}
