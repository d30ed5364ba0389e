import { BellWorkers, BullmqBell, bellsOnPostgres, type BellConnection } from '@cellrelay/adapter-bullmq';
import type { BellRequest } from '@cellrelay/use-cases';
import type { Instant } from '@cellrelay/kernel';
import pg from 'pg';
import { quickBells } from '../support/bells.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';

let where: ThrowAwayDatabase;
let connection: BellConnection;
let bell: BullmqBell;
const failures: unknown[] = [];
const failed = (error: unknown): void => void failures.push(error);

beforeAll(async () => {
  where = await throwAwayDatabase();
  connection = bellsOnPostgres(where.workerUrl, { poolSize: 6, failed });
  bell = new BullmqBell(connection);
});
afterAll(async () => {
  await bell.close();
  await connection.close();
  await where.drop();
});

const request = (id: string, does: 'ring' | 'call' = 'ring'): BellRequest => ({
  id,
  revision: 1,
  stage: 'cell-count',
  does,
  dueAt: '2024-08-12T14:30:00.000Z' as Instant,
  waitMs: 0,
});

/** Breaks every connection to the database but the one that asks for it, as a server that dies does. */
async function breakConnections(): Promise<void> {
  const admin = new pg.Client({ connectionString: where.superuserUrl });
  await admin.connect();
  await admin.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await admin.end();
}

/** Workers that tell of what rings. */
function worker(answer: (id: string) => void = () => undefined) {
  const waiting = new Map<string, () => void>();
  const rang = new Set<string>();
  const workers = new BellWorkers(connection, quickBells, {
    answer: (id) => {
      answer(id);
      rang.add(id);
      waiting.get(id)?.();
      return Promise.resolve({ kind: 'done' });
    },
    failed,
    nowMs: () => Date.now(),
  });
  workers.start();
  const heard = (id: string): Promise<void> =>
    rang.has(id) ? Promise.resolve() : new Promise((resolve) => waiting.set(id, resolve));
  return { workers, heard };
}

it('bells of both queues ring again after every connection to the queue broke', async () => {
  const { workers, heard } = worker();
  await bell.arm([request('1'), request('2', 'call')]);
  await Promise.all([heard('1'), heard('2')]);
  await breakConnections();
  await armInTheEnd([request('3'), request('4', 'call')]);
  await Promise.all([heard('3'), heard('4')]);
  await workers.close();
}, 30_000);

/** The first try may still meet a broken connection: the sweep would come again, and so does this. */
async function armInTheEnd(requests: readonly BellRequest[]): Promise<void> {
  await bell.arm(requests).catch(() => bell.arm(requests));
}

it('a handler that throws is told of, and its bell can be hung again', async () => {
  failures.length = 0;
  let throws = true;
  const { workers, heard } = worker(() => {
    if (throws) throw new Error('no database');
  });
  await bell.arm([request('5')]);
  while (failures.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(failures).toEqual([new Error('no database')]);
  throws = false;
  while ((await bell.waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await bell.arm([request('5')]);
  await heard('5');
  await workers.close();
}, 30_000);
