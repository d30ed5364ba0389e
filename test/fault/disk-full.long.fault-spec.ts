import { openDatabase, verify, type Database } from '@cellrelay/adapter-postgres';
import { exampleShipment } from '@cellrelay/testkit';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { openWorkerStack, type WorkerStack } from '../../apps/ops/src/stack/open-stack.js';
import { startApiProcess, type Answered, type ApiProcess } from './support/ops-process.js';
import { exampleOrder as order } from '../support/example-order.js';
import { PostgresServer } from './support/postgres-server.js';
import { soon, stackOn } from './support/stacks.js';

/** The cluster takes some 90 MB of it with its log of writes. */
const diskMegabytes = 160;

let server: PostgresServer;
let database: Database;
let http: ApiProcess;
let worker: WorkerStack;
let shipments = 0;

beforeAll(async () => {
  server = await PostgresServer.start({ diskMegabytes });
  database = await openDatabase({ url: server.urls.workerUrl, folding });
  http = await startApiProcess({ DATABASE_URL: server.urls.ownerUrl });
  worker = await openWorkerStack(stackOn(server.urls, [], soon));
}, 120_000);
afterAll(async () => {
  await http.kill();
  await worker.close();
  await database.close();
  await server.clear();
});

const filler = "copy (select repeat('x', 1000000) from generate_series(1, 400)) to";
const file = async (): Promise<string> =>
  `'${(await server.ask<{ folder: string }>(`select current_setting('data_directory') as folder`))[0]!.folder}/filler'`;

/** Writes until nothing more fits; the last file stays as long as the disk is. */
async function fill(): Promise<void> {
  await expect(server.ask(`${filler} ${await file()}`)).rejects.toMatchObject({ code: '53100' });
}

async function makeRoom(): Promise<void> {
  await server.ask(`copy (select 1) to ${await file()}`);
}

/** Opens the next shipment. */
function open(): Promise<Answered> {
  shipments += 1;
  return http.post('OpenShipment', order, { key: `open-${shipments}`, to: exampleShipment(shipments) });
}

it('a full disk turns commands down whole and says so; when there is room again everything goes on, and nothing is half-written', async () => {
  expect((await open()).status).toBe(200);
  await fill();
  // What is left free in the pages is used up first.
  let answer = await open();
  for (let tries = 0; answer.status === 200 && tries < 200; tries += 1) answer = await open();
  expect({ status: answer.status, code: answer.body['code'] }).toEqual({ status: 503, code: 'database-unreachable' });
  await makeRoom();
  const to = exampleShipment(shipments);
  expect(await database.shipments.load(to)).toBeNull();
  expect((await verify(database.pool, derivations)).differences).toEqual([]);
  // The same under the same key, as the answer asked for.
  expect(await http.post('OpenShipment', order, { key: `open-${shipments}`, to })).toMatchObject({ status: 200 });
  expect((await verify(database.pool, derivations)).differences).toEqual([]);
}, 120_000);

it('statements on their own leave half of a thing behind, the control: what one transaction guards against', async () => {
  await server.ask('create table half (part integer, filler text)');
  await server.ask('insert into half values (1)');
  await fill();
  const rest = server.ask(
    `insert into half select 2, string_agg(md5(n::text), '') from generate_series(1, 200000) n group by n % 50`,
  );
  await expect(rest).rejects.toMatchObject({ code: '53100' });
  await makeRoom();
  expect(await server.ask('select distinct part from half')).toEqual([{ part: 1 }]);
});
