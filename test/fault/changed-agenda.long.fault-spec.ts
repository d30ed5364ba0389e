import { setTimeout } from 'node:timers/promises';
import { openDatabase, verify, type Database } from '@cellrelay/adapter-postgres';
import { exampleShipment } from '@cellrelay/testkit';
import { createLogger } from '@cellrelay/platform';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { openWorkerStack, type WorkerStack } from '../../apps/ops/src/stack/open-stack.js';
import { bringLatecomersUpToDate } from '../../apps/ops/src/start/before-work.js';
import type { Change } from '../support/changed-sources.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { eventually } from './support/eventually.js';
import { callsDue, callsOfPlan, heldSeats, recorded, seatsHeld } from './support/seats.js';
import { startSide, type SideProcess } from './support/side-process.js';
import { soon, stackOn } from './support/stacks.js';

const shipments = [1, 2, 3].map((each) => exampleShipment(each));
const sides: SideProcess[] = [];
let where: ThrowAwayDatabase;
let database: Database;
let worker: WorkerStack;

beforeEach(async () => {
  where = await throwAwayDatabase();
  database = await openDatabase({ url: where.workerUrl, folding });
  worker = await openWorkerStack(stackOn(where, [], soon));
});
afterEach(async () => {
  for (const side of sides.splice(0)) await side.kill();
  await worker.close();
  await database.close();
  await where.drop();
});

/** Another fold, and nothing is owed by it. */
const releaseBefore: readonly Change[] = [
  { file: '/libs/shipment/src/shipment.ts', what: String.raw`\bfoldVersion = \d+`, into: 'foldVersion = 1' },
  {
    file: '/libs/shipment/src/agenda.ts',
    what: String.raw`return owedNow\(shipment\)\.map\(`,
    into: 'return owedNow(shipment).filter(() => false).map(',
  },
];

function earlier(side: 'api' | 'worker'): SideProcess {
  const started = startSide({ side, urls: where, changes: releaseBefore, plans: shipments.length });
  sides.push(started);
  return started;
}

describe('a release that owes more comes, and an api and a worker of the earlier one run on', () => {
  it('what those commit is brought forward, rings, and is done once', async () => {
    const logger = createLogger({ level: 'error', form: 'json', write: (line) => process.stderr.write(line) });
    const ended = bringLatecomersUpToDate(worker.worker, logger, 200);
    await earlier('worker').said('works');
    await earlier('api').said('planned');
    await seatsHeld(database.shipments, shipments);
    await eventually(async () => (await verify(database.pool, derivations)).differences.length === 0);
    await ended();
    for (const each of shipments) expect(await recorded(database.pool, each)).toMatchObject({ SeatsHeld: callsOfPlan });
  });

  it('and where nobody looks for it, it is silent: the control', async () => {
    await earlier('worker').said('works');
    await earlier('api').said('planned');
    await setTimeout(3_000);
    expect(await Promise.all(shipments.map((each) => heldSeats(database.shipments, each)))).toEqual([0, 0, 0]);
    expect(await callsDue(database.agenda)).toBe(0);
  });
});
