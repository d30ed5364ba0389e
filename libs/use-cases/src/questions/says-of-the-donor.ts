import type { ZonedInstant } from '@cellrelay/kernel';
import type { DonorClearanceEvent, StepMoment } from '@cellrelay/shipment';
import type { Tellers } from './says.js';
import { shortTime } from './words.js';

/** The donor, what stands by in the donor's place, and the patients' conditioning. A backup goes by what it is: its number stays with the record. */
export const donorSays: Tellers<DonorClearanceEvent['type']> = {
  DonorCleared: () => 'The donor is cleared.',
  UnitReleased: ({ by, reference }) => `${by} releases the unit for the bank, reference ${reference}.`,
  DonorSuspended: ({ reason }) => `The donor is suspended: ${reason}`,
  DonorWithdrawn: ({ reason }) => `The donor is withdrawn: ${reason}`,
  SuspensionDecided: ({ decision, reason }) =>
    `While the donor is suspended the seats are ${decision === 'keep' ? 'kept' : 'given up'}: ${reason}`,
  DonorStepRecorded: ({ step, on, was, reason }, { occurredAt }) =>
    `Donor’s record: ${step} ${on ?? timeSaid(occurredAt)}${was === null ? '' : `, corrected from ${momentSaid(was)}: ${reason}`}.`,
  ConditioningPlanned: ({ recipient, plannedStartAt, was, reason }) =>
    `Conditioning of ${recipient} is planned for ${timeSaid(plannedStartAt)}${corrected(was, reason)}.`,
  ConditioningStarted: ({ recipient, was, despite, reason }) =>
    `Conditioning of ${recipient} started${despite === null ? '' : ` without a standing clearance (${despite})`}${corrected(was, reason)}.`,
  BackupNamed: ({ kind, readyBy }) => `A backup ${kind} is named, ready by ${readyBy}.`,
  BackupCalledUpon: ({ confirmedBy }) =>
    confirmedBy === undefined
      ? 'The backup is called upon.'
      : `The backup is called upon, and confirmed by ${confirmedBy}.`,
  BackupWithdrawn: ({ reason }) => `The backup is withdrawn: ${reason}`,
};

function corrected(was: ZonedInstant | null, reason: string | null): string {
  return was === null ? '' : `, corrected from ${timeSaid(was)}: ${reason}`;
}

function momentSaid({ on, at }: StepMoment): string {
  return at === null ? String(on) : timeSaid(at);
}

function timeSaid({ at, zone }: ZonedInstant): string {
  return shortTime(at, zone);
}
