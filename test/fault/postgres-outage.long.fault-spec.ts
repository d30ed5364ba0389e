import { setTimeout } from 'node:timers/promises';
import { openDatabase, verify, type Database } from '@cellrelay/adapter-postgres';
import { exampleShipment, issueOne } from '@cellrelay/testkit';
import { noRelay } from '@cellrelay/use-cases';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { openApiStack, openWorkerStack, type ApiStack, type WorkerStack } from '../../apps/ops/src/stack/open-stack.js';
import { timed } from './support/eventually.js';
import { startApiProcess, type ApiProcess } from './support/ops-process.js';
import { exampleOrder as order } from '../support/example-order.js';
import { PostgresServer } from './support/postgres-server.js';
import { callsDue, callsOfPlan, heldSeats, plannedShipment, planShipments, seatsHeld } from './support/seats.js';
import { soon, stackOn } from './support/stacks.js';

let server: PostgresServer;
let database: Database;
let http: ApiProcess;
let opened: (ApiStack | WorkerStack)[] = [];
let shipments = 0;

beforeAll(async () => {
  server = await PostgresServer.start();
  database = await openDatabase({ url: server.urls.workerUrl, folding });
  database.pool.on('error', () => undefined);
  http = await startApiProcess({ DATABASE_URL: server.urls.ownerUrl });
}, 120_000);
afterEach(async () => {
  await server.again();
  await Promise.all(opened.map((stack) => stack.close()));
  opened = [];
});
afterAll(async () => {
  await http.kill();
  await database.close();
  await server.clear();
});

const next = (): number => (shipments += 1);

async function api(): Promise<ApiStack> {
  const stack = await openApiStack(stackOn(server.urls, [], { after: noRelay }));
  opened.push(stack);
  return stack;
}

async function worker(sweepEveryMs: number | null = 200): Promise<void> {
  opened.push(await openWorkerStack(stackOn(server.urls, [], { ...soon, sweepEveryMs })));
}

const verified = async () => (await verify(database.pool, derivations)).differences;

/** Plans so many shipments and answers with their ids. */
async function planned(count: number) {
  const { issue } = await api();
  const ids = await planShipments(issue, count, shipments + 1);
  shipments += count;
  return ids;
}

/** A command over HTTP that meets the outage: told to come back, within the time that who waits has, and nothing of it happened. */
async function refusedMeanwhile(): Promise<() => Promise<void>> {
  const to = exampleShipment(next());
  const send = () => http.post('OpenShipment', order, { key: `meanwhile-${to}`, to });
  const answer = await send();
  expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status: 503, code: 'database-unreachable' });
  expect(answer.ms).toBeLessThan(15_000);
  return async () => {
    expect(await database.shipments.load(to)).toBeNull();
    expect(await send()).toMatchObject({ status: 200, replayed: false });
    expect(await send()).toMatchObject({ status: 200, replayed: true });
  };
}

describe('PostgreSQL killed under an api and two workers, and started again', () => {
  it('commands are told to come back and change nothing; afterwards all that is due rings, and nothing differs', async () => {
    await Promise.all([worker(), worker()]);
    const ids = await planned(6);
    await server.kill();
    const again = await refusedMeanwhile();
    await server.again();
    await seatsHeld(database.shipments, ids);
    await again();
    expect(await verified()).toEqual([]);
  }, 120_000);
});

describe('PostgreSQL failing over: connections dropped, read-only for a while', () => {
  it('commands are told to come back and change nothing; afterwards all that is due rings, and nothing differs', async () => {
    await Promise.all([worker(), worker()]);
    const ids = await planned(6);
    await server.readOnly(true);
    await server.breakConnections();
    const again = await refusedMeanwhile();
    const held = await Promise.all(ids.map((id) => heldSeats(database.shipments, id)));
    await setTimeout(1_000);
    expect(await Promise.all(ids.map((id) => heldSeats(database.shipments, id)))).toEqual(held);
    await server.readOnly(false);
    await seatsHeld(database.shipments, ids);
    await again();
    expect(await verified()).toEqual([]);
  }, 120_000);

  it('that lasts less than a command is tried for is not even noticed by who commanded it', async () => {
    const { issue } = await api();
    const id = exampleShipment(next());
    await server.readOnly(true);
    const sent = timed(() => issueOne(issue, id, plannedShipment(id)[0]!, `short/${id}`));
    await setTimeout(700);
    await server.readOnly(false);
    expect((await sent).came).toMatchObject({ kind: 'accepted', repeated: false });
  });
});

describe('without the sweep, the control,', () => {
  it('what was due when PostgreSQL was killed stays silent after it is back', async () => {
    const ids = await planned(2);
    await worker(null);
    await server.kill();
    await server.again();
    await setTimeout(3_000);
    expect(await Promise.all(ids.map((id) => heldSeats(database.shipments, id)))).toEqual([0, 0]);
    expect(await callsDue(database.agenda)).toBe(ids.length * callsOfPlan);
  });
});
