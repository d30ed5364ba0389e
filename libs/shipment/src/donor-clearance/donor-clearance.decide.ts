import { inZone, type ZonedInstant } from '@cellrelay/kernel';
import { decided, inTheFuture, notAllowedNow, notWorded, outOfOrder, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { decideOnBackup } from './donor-clearance.backups.js';
import { decideOnConditioning } from './donor-clearance.conditioning.js';
import type {
  ClearanceCommand,
  DonorClearanceCommand,
  DonorClearanceEvent,
  DonorClearanceFacts,
  DonorClearanceState,
  ReleaseUnit,
} from './donor-clearance.js';
import { clearedBeforeStep, decideOnStep } from './donor-clearance.record.js';
import { donorClearanceTable } from './donor-clearance.transitions.js';

/** Takes the registry's word on the donor, the donor's record, the patient's conditioning and what stands by as a backup. */
export function decideDonorClearance(
  command: DonorClearanceCommand,
  state: DonorClearanceState,
  facts: DonorClearanceFacts,
): Decision<DonorClearanceEvent> {
  switch (command.name) {
    case 'RecordDonorStep':
      return decideOnStep(command, state, facts);
    case 'PlanConditioning':
    case 'RecordConditioningStarted':
      return decideOnConditioning(command, state, facts);
    case 'NameBackup':
    case 'CallUponBackup':
    case 'WithdrawBackup':
      return decideOnBackup(command, state, facts);
    default:
      return decideOnDonor(command, state, facts);
  }
}

/** Clears, suspends or withdraws the donor, as the donor's registry says. Once all is collected only the count is decided on. */
function decideOnDonor(
  command: ClearanceCommand,
  state: DonorClearanceState,
  facts: DonorClearanceFacts,
): Decision<DonorClearanceEvent> {
  const { event, at, reason } = readingOf(command);
  const problem =
    notAllowedNow(donorClearanceTable, { command: command.name, state: state.status, what: 'The donor clearance' }) ??
    otherKind(command, facts) ??
    collectionOver(facts) ??
    inTheFuture(event.occurredAt, facts.now, at) ??
    outOfOrder(facts, beforeLastWord(event.occurredAt, state, { at, who: facts.banked ? 'The unit' : 'The donor' })) ??
    (reason === undefined ? undefined : notWorded(reason, 'The reason', '/reason')) ??
    againstTheRest(command, state, facts);
  return decided(problem, () => [event]);
}

interface Reading {
  readonly event: DonorClearanceEvent;
  /** The field that states when. */
  readonly at: string;
  readonly reason?: string;
}

function readingOf(command: ClearanceCommand): Reading {
  const envelope = { v: 1, stage: 'donor-clearance' } as const;
  switch (command.name) {
    case 'ClearDonor':
      return {
        event: { ...envelope, type: 'DonorCleared', occurredAt: command.data.clearedAt, data: {} },
        at: '/clearedAt',
      };
    case 'ReleaseUnit': {
      const { releasedAt, ...data } = command.data;
      return { event: { ...envelope, type: 'UnitReleased', occurredAt: releasedAt, data }, at: '/releasedAt' };
    }
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
    case 'DecideOnSuspension': {
      const { decidedAt, decision, reason } = command.data;
      return {
        event: { ...envelope, type: 'SuspensionDecided', occurredAt: decidedAt, data: { decision, reason } },
        at: '/decidedAt',
        reason,
      };
    }
  }
}

/** Nobody clears a donor whose cells have been in a tank for years, and nobody releases what is not collected yet. */
function otherKind({ name }: DonorClearanceCommand, { banked }: DonorClearanceFacts): Refusal | undefined {
  if (name === 'ClearDonor' && banked) {
    const sentence = 'The unit is in its bank already: the bank releases it, and no donor is to be cleared.';
    return { code: 'unit-is-released', sentence, allowed: ['ReleaseUnit'] };
  }
  if (name !== 'ReleaseUnit' || banked) return undefined;
  const sentence = 'The cells are yet to be collected: the donor is cleared, and no unit is there to be released.';
  return { code: 'no-banked-unit', sentence, allowed: ['ClearDonor'] };
}

function notSigned({ data }: ReleaseUnit): Refusal | undefined {
  return (
    notWorded(data.by, 'The person who released the unit', '/by', 200) ??
    notWorded(data.reference, 'The reference of the release', '/reference', 100)
  );
}

function collectionOver(facts: DonorClearanceFacts): Refusal | undefined {
  if (!facts.collectionOver) return undefined;
  const sentence = facts.banked
    ? 'The unit has left its bank, so nothing is recorded of its release any more.'
    : 'All that is to be collected has been, so nothing is recorded of the donor any more.';
  return { code: 'cells-already-collected', sentence };
}

function beforeLastWord(
  stated: ZonedInstant,
  { since, status }: DonorClearanceState,
  { at, who }: { readonly at: string; readonly who: string },
): Refusal | undefined {
  if (since === null || stated.at >= since.at) return undefined;
  const sentence = `${who} is ${status} since ${inZone(since.at, since.zone)}; a change cannot come before that.`;
  return { code: 'before-the-last-change', sentence, at };
}

function againstTheRest(
  command: ClearanceCommand,
  state: DonorClearanceState,
  facts: DonorClearanceFacts,
): Refusal | undefined {
  if (command.name === 'ClearDonor') return clearedBeforeStep(command.data.clearedAt, state);
  if (command.name === 'ReleaseUnit') return notSigned(command);
  if (command.name !== 'DecideOnSuspension' || command.data.decision === 'keep' || !facts.collectionBegun)
    return undefined;
  const sentence = 'Collecting has begun, and the cells need their seats: they are kept.';
  return { code: 'cells-need-their-seats', sentence, at: '/decision', allowed: ['keep'] };
}
