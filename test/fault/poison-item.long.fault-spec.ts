import { rehearsalDesks } from '@cellrelay/adapter-desks';
import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { exampleShipment } from '@cellrelay/testkit';
import { triesBeforeParking } from '@cellrelay/use-cases';
import { setTimeout } from 'node:timers/promises';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { airports, openStack, type Stack } from '../../apps/ops/src/stack/open-stack.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { eventually } from './support/eventually.js';
import { callsOfPlan, heldSeats, planShipments, recorded, seatsHeld } from './support/seats.js';
import { startSide } from './support/side-process.js';
import { soon, stackOn } from './support/stacks.js';

const [first, second] = [exampleShipment(1), exampleShipment(2)];
const poison = `${first}/hold-seats/1.0/1`;

let where: ThrowAwayDatabase;
let database: Database;

beforeEach(async () => {
  where = await throwAwayDatabase();
  database = await openDatabase({ url: where.workerUrl, folding });
});
afterEach(async () => {
  await database.close();
  await where.drop();
});

/** Two deaths before it is parked; those before were as these, and take their time. */
const triedBefore = triesBeforeParking - 2;

/** That item's tries that never ended, as workers that died left them. */
async function tried(times: number): Promise<void> {
  await database.pool.query(
    `update cellrelay.agenda_item set attempts = $1 where shipment = $2 and key = 'hold-seats/1.0/1'`,
    [times, first],
  );
}

/** A worker that is started again whenever it dies, as a supervisor does, at most so many times. Answers with how often it died. */
async function supervised(most: number, before: () => Promise<void> = () => Promise.resolve()): Promise<number> {
  for (let deaths = 0; deaths < most; deaths += 1) {
    await before();
    const worker = startSide({ side: 'worker', urls: where, poison });
    const parked = eventually(async () => (await parkedOf()) > 0).then(() => 'parked');
    if ((await Promise.race([worker.ended, parked])) !== 'SIGKILL') {
      await seatsHeld(database.shipments, [second]);
      await eventually(async () => (await heldSeats(database.shipments, first)) === callsOfPlan - 1);
      await worker.kill();
      return deaths;
    }
  }
  return most;
}

async function parkedOf(): Promise<number> {
  const found = await database.pool.query('select from cellrelay.agenda_item where parked_at is not null');
  return found.rowCount ?? 0;
}

describe('an item that kills whoever works on it', () => {
  beforeEach(async () => {
    const api = startSide({ side: 'api', urls: where, plans: 2 });
    await api.said('planned');
    await api.kill();
    await tried(triedBefore);
  });

  it('is parked with an alert once its tries are used up, untried; everything else rings on', async () => {
    expect(await supervised(4)).toBe(triesBeforeParking - triedBefore);
    expect(await recorded(database.pool, first)).toMatchObject({ ItemParked: 1 });
    expect(await heldSeats(database.shipments, first)).toBe(callsOfPlan - 1);
    expect(await heldSeats(database.shipments, second)).toBe(callsOfPlan);
  }, 180_000);

  it('would kill for good where tries that never ended do not count, the control', async () => {
    expect(await supervised(3, () => tried(triedBefore))).toBe(3);
    expect(await parkedOf()).toBe(0);
  }, 180_000);
});

describe('a desk that never answers', () => {
  let stack: Stack;
  afterEach(() => stack.close());

  const mute = rehearsalDesks({ seed: 1, lines: [] }, airports).map((desk) => ({
    ...desk,
    call: (asked: Parameters<typeof desk.call>[0]) =>
      asked.idempotencyKey.startsWith(first) ? new Promise<never>(() => undefined) : desk.call(asked),
  }));

  /** As many calls side by side as the first shipment has that nobody answers. */
  async function opened(leaseMs: number): Promise<void> {
    stack = await openStack(stackOn(where, [], { ...soon, leaseMs, rehearsal: mute }));
    await planShipments(stack.issue, 2);
  }

  it('holds up nobody for longer than it is waited for', async () => {
    await opened(1_000);
    await seatsHeld(stack.api.shipments, [second]);
  });

  it('would hold up every call behind it where it is waited for without end, the control', async () => {
    await opened(9_000);
    await setTimeout(4_000);
    expect(await heldSeats(stack.api.shipments, second)).toBe(0);
  });
});
