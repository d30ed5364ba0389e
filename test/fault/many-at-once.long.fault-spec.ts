import { openDatabase, verify, type Database } from '@cellrelay/adapter-postgres';
import { exampleShipment } from '@cellrelay/testkit';
import { IssueCommand, noRelay } from '@cellrelay/use-cases';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { openWorkerStack, type WorkerStack } from '../../apps/ops/src/stack/open-stack.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { eventually } from './support/eventually.js';
import { planShipments } from './support/seats.js';
import { stackOn } from './support/stacks.js';

/** Some seven items of each shipment are due at once. 10,000 is the same with `CELLRELAY_TEST_MANY=1430`. */
const shipments = Number(process.env.CELLRELAY_TEST_MANY ?? 30);
const poolSize = 8;

let where: ThrowAwayDatabase;
let database: Database;
let workers: readonly WorkerStack[] = [];

beforeEach(async () => {
  where = await throwAwayDatabase();
  database = await openDatabase({ url: where.workerUrl, folding });
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.close()));
  await database.close();
  await where.drop();
});

const p99 = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length * 0.99)] ?? 0;
const due = () => database.agenda.due({ fromMs: null, toMs: 0 }, 100_000);

it('items that are due in one second all ring, once each, while questions are answered and pools keep their size', async () => {
  await planShipments(new IssueCommand(database.shipments, noRelay), shipments);
  const first = await due();
  expect(first.length).toBeGreaterThan(5 * shipments);
  const began = performance.now();
  const options = stackOn(where, [], { poolSize, sweepEveryMs: 1_000 });
  workers = [await openWorkerStack(options), await openWorkerStack(options)];
  const answers: number[] = [];
  let connections = 0;
  await eventually(async () => {
    const asked = performance.now();
    await database.shipments.load(exampleShipment());
    answers.push(performance.now() - asked);
    const found = await database.pool.query<{ count: number }>(
      `select count(*)::integer as count from pg_stat_activity where datname = current_database()`,
    );
    connections = Math.max(connections, found.rows[0]?.count ?? 0);
    return (await due()).length === 0;
  });
  const seconds = (performance.now() - began) / 1_000;
  const rate = `${first.length} items in ${seconds.toFixed(1)} s, a question's p99 ${p99(answers).toFixed(0)} ms, ${connections} connections`;
  if (process.env.CELLRELAY_TEST_MANY !== undefined) process.stderr.write(`${rate}\n`);
  // Two pools for each worker, and the asker's own.
  expect(connections).toBeLessThanOrEqual(2 * 2 * poolSize + 10);
  expect(p99(answers)).toBeLessThan(1_000);
  const { rows } = await database.pool.query<{ command: string; count: number }>(
    `select text::json ->> 'commandId' as command, count(distinct seq)::integer as count from cellrelay.event
     where text::json ->> 'commandId' like 'bell/%/hold-seats/%' group by 1`,
  );
  expect(rows).toHaveLength(2 * shipments);
  expect((await verify(database.pool, derivations)).differences).toEqual([]);
}, 300_000);

it('a look takes no more than its batch, whatever is due: the control is that there is more', async () => {
  await planShipments(new IssueCommand(database.shipments, noRelay), shipments);
  const half = await database.agenda.due({ fromMs: null, toMs: 0 }, 100);
  expect(half).toHaveLength(100);
  expect((await due()).length).toBeGreaterThan(half.length);
});
