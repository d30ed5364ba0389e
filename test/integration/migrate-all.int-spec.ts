import { BullmqBell, bellsOnPostgres, queueSchema } from '@cellrelay/adapter-bullmq';
import { APPLICATION_ROLES, grantQueueSchema } from '@cellrelay/adapter-postgres';
import type { Instant } from '@cellrelay/kernel';
import pg from 'pg';
import { migrateAll } from '../../apps/ops/src/stack/migrate-all.js';
import { throwAwayDatabase } from '../support/database.js';

const sideBySide = (work: () => Promise<unknown>): Promise<PromiseSettledResult<unknown>[]> =>
  Promise.allSettled(Array.from({ length: 3 }, work));
const failures = (all: readonly PromiseSettledResult<unknown>[]): readonly string[] =>
  all.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));

/** Each takes its turn, so that on a busy machine the last waits long. */
const turnsMs = 180_000;

describe('processes that start together on one database', () => {
  it(
    'bring it to this version one after the other, the queue’s tables and grants too',
    async () => {
      const empty = await throwAwayDatabase({ empty: true });
      expect(failures(await sideBySide(() => migrateAll(empty.ownerUrl)))).toEqual([]);
      await empty.drop();
    },
    turnsMs,
  );

  // Not left to chance: the one process is held within its grants until the other has run into them.
  it('would get into each other’s way without the lock: the control', async () => {
    const migrated = await throwAwayDatabase();
    const first = new pg.Client({ connectionString: migrated.ownerUrl });
    await first.connect();
    await first.query(`begin; grant usage on schema "${queueSchema}" to ${APPLICATION_ROLES.api}`);
    const second = Promise.allSettled([grantQueueSchema(migrated.ownerUrl, queueSchema)]);
    const waiting = `select from pg_locks where not granted and transactionid = pg_current_xact_id()::xid`;
    while ((await first.query(waiting)).rowCount === 0) await new Promise((done) => setTimeout(done, 5));
    await first.query('commit');
    expect(failures(await second)).toEqual([expect.stringContaining('tuple concurrently updated')]);
    await first.end();
    await migrated.drop();
  });
});

describe('a database that has been worked on', () => {
  it('is brought to this version again, though the queue has made things of its own in it meanwhile', async () => {
    const used = await throwAwayDatabase();
    const failed = (error: unknown): never => {
      throw error;
    };
    const connection = bellsOnPostgres(used.workerUrl, { poolSize: 4, failed });
    const bell = new BullmqBell(connection);
    const dueAt = '2024-08-12T14:30:00.000Z' as Instant;
    await bell.arm([{ id: '1', revision: 1, stage: 'order', does: 'ring', dueAt, waitMs: 0 }]);
    // As the queue makes one for each queue that is given a job without an id.
    await connection.pool.query('create sequence if not exists bullmq.bullmq_jid_spec');
    await migrateAll(used.ownerUrl);
    expect(await bell.waiting()).toBe(1);
    await bell.close();
    await connection.close();
    await used.drop();
  });

  it('lets the worker use everything of the queue’s', async () => {
    const fresh = await throwAwayDatabase({ empty: true });
    await migrateAll(fresh.ownerUrl);
    const worker = new pg.Client({ connectionString: fresh.workerUrl });
    await worker.connect();
    const shut = await worker.query(
      `select relname from pg_class join pg_namespace n on n.oid = relnamespace
       where nspname = 'bullmq' and relkind in ('r', 'p') and not has_table_privilege(pg_class.oid, 'insert, update, delete')
       union all
       select proname from pg_proc join pg_namespace n on n.oid = pronamespace where nspname = 'bullmq' and not has_function_privilege(pg_proc.oid, 'execute')`,
    );
    expect(shut.rows).toEqual([]);
    await worker.end();
    await fresh.drop();
  });
});
