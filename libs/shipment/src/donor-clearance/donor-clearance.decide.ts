import { inZone, type ZonedInstant } from '@cellrelay/kernel';
import { decided, inTheFuture, notAllowedNow, notWorded, outOfOrder, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type {
  DonorClearanceCommand,
  DonorClearanceEvent,
  DonorClearanceFacts,
  DonorClearanceState,
} from './donor-clearance.js';
import { donorClearanceTable } from './donor-clearance.transitions.js';

/** Clears, suspends or withdraws the donor, as the donor's registry says. Once all is collected only the count is decided on. */
export function decideDonorClearance(
  command: DonorClearanceCommand,
  state: DonorClearanceState,
  facts: DonorClearanceFacts,
): Decision<DonorClearanceEvent> {
  const { event, at, reason } = readingOf(command);
  const problem =
    notAllowedNow(donorClearanceTable, { command: command.name, state: state.status, what: 'The donor clearance' }) ??
    collectionOver(facts) ??
    inTheFuture(event.occurredAt, facts.now, at) ??
    outOfOrder(facts, beforeLastWord(event.occurredAt, state, at)) ??
    (reason === undefined ? undefined : notWorded(reason, 'The reason', '/reason'));
  return decided(problem, () => [event]);
}

interface Reading {
  readonly event: DonorClearanceEvent;
  /** The field that states when. */
  readonly at: string;
  readonly reason?: string;
}

function readingOf(command: DonorClearanceCommand): Reading {
  const envelope = { v: 1, stage: 'donor-clearance' } as const;
  switch (command.name) {
    case 'ClearDonor':
      return {
        event: { ...envelope, type: 'DonorCleared', occurredAt: command.data.clearedAt, data: {} },
        at: '/clearedAt',
      };
    case 'SuspendDonor': {
      const { suspendedAt, reason } = command.data;
      return {
        event: { ...envelope, type: 'DonorSuspended', occurredAt: suspendedAt, data: { reason } },
        at: '/suspendedAt',
        reason,
      };
    }
    case 'WithdrawDonor': {
      const { withdrawnAt, reason } = command.data;
      return {
        event: { ...envelope, type: 'DonorWithdrawn', occurredAt: withdrawnAt, data: { reason } },
        at: '/withdrawnAt',
        reason,
      };
    }
  }
}

function collectionOver(facts: DonorClearanceFacts): Refusal | undefined {
  if (!facts.collectionOver) return undefined;
  const sentence = 'All that is to be collected has been, so nothing is recorded of the donor any more.';
  return { code: 'cells-already-collected', sentence };
}

function beforeLastWord(stated: ZonedInstant, { since, status }: DonorClearanceState, at: string): Refusal | undefined {
  if (since === null || stated.at >= since.at) return undefined;
  const sentence = `The donor is ${status} since ${inZone(since.at, since.zone)}; a change cannot come before that.`;
  return { code: 'before-the-last-change', sentence, at };
}
