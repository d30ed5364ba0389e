import { createLogger } from '@cellrelay/platform';
import { exampleShipment, issueAll, openShipment, proposePlan } from '@cellrelay/testkit';
import { openApiStack, type ApiStack } from '../../apps/ops/src/stack/open-stack.js';
import { broughtNear } from '../support/brought-near.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.js';

const shipment = exampleShipment();
let where: ThrowAwayDatabase;
let api: ApiStack;
let worker: WorkerProcess;

/** As processes whose DATABASE_URL names a role each: neither has an address of the other's. */
beforeAll(async () => {
  where = await throwAwayDatabase();
  const logger = createLogger({ level: 'error', form: 'json', write: (line) => process.stderr.write(line) });
  const urls = { apiUrl: where.apiUrl, workerUrl: where.apiUrl };
  api = await openApiStack({ urls, logger, script: { seed: 1, lines: [] }, sweepEveryMs: null });
  worker = await startWorkerProcess({ DATABASE_URL: where.workerUrl });
}, 60_000);
afterAll(async () => {
  await worker.kill();
  await api.close();
  await where.drop();
});

it('an api that is the api’s role alone commands, and a worker that is the worker’s role alone answers its bells', async () => {
  await issueAll(api.issue, shipment, broughtNear([openShipment(), proposePlan(1)], '2024-09-04', 100));
  const held = async (): Promise<number> =>
    ((await api.api.shipments.load(shipment))?.stages['flight-booking'].bookings ?? []).filter(
      ({ status }) => status === 'held',
    ).length;
  while ((await held()) < 2) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await worker.end()).toBe(0);
});

it('neither can change a table, nor take a line off a log: the control', async () => {
  const attempts = ['alter table cellrelay.event add column note text', 'delete from cellrelay.event'];
  for (const attempt of attempts) await expect(api.api.pool.query(attempt)).rejects.toMatchObject({ code: '42501' });
});
