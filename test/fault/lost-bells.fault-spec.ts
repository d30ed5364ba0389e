import { exampleShipment, issueAll, openShipment, proposePlan } from '@cellrelay/testkit';
import { createLogger } from '@cellrelay/platform';
import { noRelay, type AfterCommit } from '@cellrelay/use-cases';
import { openStack, type Stack } from '../../apps/ops/src/stack/open-stack.js';
import { broughtNear } from '../support/brought-near.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';

const shipment = exampleShipment();
let where: ThrowAwayDatabase;
let stack: Stack;

beforeEach(async () => (where = await throwAwayDatabase()));
afterEach(async () => {
  await stack.close();
  await where.drop();
});

/** The stack on the wall clock. */
async function opened(sweepEveryMs: number | null, after?: AfterCommit): Promise<void> {
  const logger = createLogger({ level: 'error', form: 'json', write: (line) => process.stderr.write(line) });
  const script = { seed: 1, lines: [] };
  stack = await openStack({ urls: where, logger, script, sweepEveryMs, ...(after === undefined ? {} : { after }) });
}

/** Two calls for seats, due at once. */
const planned = broughtNear([openShipment(), proposePlan(1)], '2024-09-04', 100);
const plan = () => issueAll(stack.issue, shipment, planned);

async function heldSeats(): Promise<number> {
  const bookings = (await stack.api.shipments.load(shipment))?.stages['flight-booking'].bookings ?? [];
  return bookings.filter((booking) => booking.status === 'held').length;
}

/** Resolves when both seats are held: the change stream wakes us, and the test's own time bounds the wait. */
async function seatsHeld(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const look = (): void => void heldSeats().then((count) => (count === 2 ? resolve() : undefined), reject);
    const stop = stack.api.changes.watch(look);
    void Promise.resolve().then(look);
    stopWatching = stop;
  });
  stopWatching();
}
let stopWatching: () => void = () => undefined;

/** Calls to the airline that are due and that nobody has made. */
async function callsDue(): Promise<number> {
  const due = await stack.worker.agenda.due({ fromMs: null, toMs: 0 }, 100);
  return due.filter(({ stage, does }) => stage === 'flight-booking' && does === 'call').length;
}

describe('bells on the wall clock', () => {
  it('ring through the relay alone when nothing is lost', async () => {
    await opened(null);
    await plan();
    await seatsHeld();
  });

  it('that nobody was told of are rung by the sweep', async () => {
    await opened(200, noRelay);
    await plan();
    await seatsHeld();
  });

  it('that the queue has lost are rung by the sweep', async () => {
    await opened(null, noRelay);
    await plan();
    await stack.bell.arm(
      (await stack.worker.agenda.due({ fromMs: null, toMs: 0 }, 10)).map((bell) => ({ ...bell, waitMs: 3_600_000 })),
    );
    await stack.bell.forgetAll();
    await stack.close();
    await opened(200, noRelay);
    await seatsHeld();
  });

  it('without the sweep stay silent: the queue is empty, and two calls are due', async () => {
    await opened(null, noRelay);
    await plan();
    expect(await stack.bell.waiting()).toBe(0);
    expect(await callsDue()).toBe(2);
    expect(await heldSeats()).toBe(0);
  });
});
