import type { Circumstances, CommandOf, EventOf } from '../stage.js';
import type { Instant, ZonedInstant } from '@cellrelay/kernel';

export type ClearanceStatus = 'awaited' | 'cleared' | 'suspended' | 'withdrawn';

export interface DonorClearanceState {
  readonly status: ClearanceStatus;
  readonly since: ZonedInstant | null;
  readonly reason: string | null;
}

/** Final clearance of the donor by the donor's registry. It must precede the patient's conditioning (standards.md 7, S129). */
export type ClearDonor = CommandOf<'ClearDonor', { readonly clearedAt: ZonedInstant }>;
export type SuspendDonor = CommandOf<'SuspendDonor', { readonly suspendedAt: ZonedInstant; readonly reason: string }>;
/** Final: another donor is a new shipment. */
export type WithdrawDonor = CommandOf<'WithdrawDonor', { readonly withdrawnAt: ZonedInstant; readonly reason: string }>;
export type DonorClearanceCommand = ClearDonor | SuspendDonor | WithdrawDonor;

export type DonorCleared = EventOf<'DonorCleared', Record<string, never>>;
export type DonorSuspended = EventOf<'DonorSuspended', { readonly reason: string }>;
export type DonorWithdrawn = EventOf<'DonorWithdrawn', { readonly reason: string }>;
export type DonorClearanceEvent = DonorCleared | DonorSuspended | DonorWithdrawn;

/** What the stage's decision and agenda may know of the rest. */
export interface DonorClearanceFacts extends Circumstances {
  /** Cells have been collected, and no day is waiting or running. */
  readonly collectionOver: boolean;
}
export interface DonorClearanceAgendaFacts {
  readonly openedAt: Instant;
  /** Planned start of the next day to be collected. */
  readonly collectionStartsAt: Instant;
  /** Whether a day is waiting or running: with none left the donor's clearance is of no more account. */
  readonly moreToCollect: boolean;
  readonly clearanceDueDaysBefore: number;
  /** Time to enter what is known already, once the shipment is opened. */
  readonly reportGraceMinutes: number;
}
