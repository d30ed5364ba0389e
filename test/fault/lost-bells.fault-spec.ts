import { noRelay } from '@cellrelay/use-cases';
import { openStack, type Stack, type StackOptions } from '../../apps/ops/src/stack/open-stack.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { callsDue, callsOfPlan, heldSeats, planShipments, seatsHeld } from './support/seats.js';
import { stackOn, sweepEveryMs } from './support/stacks.js';

let where: ThrowAwayDatabase;
let stack: Stack;

beforeEach(async () => (where = await throwAwayDatabase()));
afterEach(async () => {
  await stack.close();
  await where.drop();
});

async function opened(more: Partial<StackOptions>): Promise<void> {
  stack = await openStack(stackOn(where, [], more));
}

const unswept = { sweepEveryMs: null };

describe('bells on the wall clock', () => {
  it('ring through the relay alone when nothing is lost', async () => {
    await opened(unswept);
    await planShipments(stack.issue, 1);
    await seatsHeld(stack.api.shipments);
  });

  it('that nobody was told of are rung by the sweep', async () => {
    await opened({ sweepEveryMs, after: noRelay });
    await planShipments(stack.issue, 1);
    await seatsHeld(stack.api.shipments);
  });

  it('that the queue has lost are rung by the sweep', async () => {
    await opened({ ...unswept, after: noRelay });
    await planShipments(stack.issue, 1);
    await stack.bell.arm(
      (await stack.worker.agenda.due({ fromMs: null, toMs: 0 }, 10)).map((bell) => ({ ...bell, waitMs: 3_600_000 })),
    );
    await stack.bell.forgetAll();
    await stack.close();
    await opened({ sweepEveryMs, after: noRelay });
    await seatsHeld(stack.api.shipments);
  });

  it('without the sweep stay silent, the control: the queue is empty, and two calls are due', async () => {
    await opened({ ...unswept, after: noRelay });
    await planShipments(stack.issue, 1);
    expect(await stack.bell.waiting()).toBe(0);
    expect(await callsDue(stack.worker.agenda)).toBe(callsOfPlan);
    expect(await heldSeats(stack.api.shipments)).toBe(0);
  });
});
