import type { Circumstances, CommandOf, EventOf } from '../stage.js';
import type { Instant, ZonedInstant } from '@cellrelay/kernel';

/** A donor is cleared; of a banked unit the bank's laboratory is to release it, and there is no donor to be asked. */
export type ClearanceStatus = 'awaited' | 'cleared' | 'released' | 'suspended' | 'withdrawn';

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
/** The bank's laboratory releases its unit for this recipient. */
export type ReleaseUnit = CommandOf<
  'ReleaseUnit',
  { readonly releasedAt: ZonedInstant; readonly by: string; readonly reference: string }
>;
export type DonorClearanceCommand = ClearDonor | ReleaseUnit | SuspendDonor | WithdrawDonor;

export type DonorCleared = EventOf<'DonorCleared', Record<string, never>>;
export type DonorSuspended = EventOf<'DonorSuspended', { readonly reason: string }>;
export type DonorWithdrawn = EventOf<'DonorWithdrawn', { readonly reason: string }>;
export type UnitReleased = EventOf<'UnitReleased', { readonly by: string; readonly reference: string }>;
export type DonorClearanceEvent = DonorCleared | UnitReleased | DonorSuspended | DonorWithdrawn;

/** What the stage's decision and agenda may know of the rest. */
export interface DonorClearanceFacts extends Circumstances {
  /** Cells have been collected, and no day is waiting or running; a banked unit has left. */
  readonly collectionOver: boolean;
  readonly banked: boolean;
}
export interface DonorClearanceAgendaFacts {
  readonly openedAt: Instant;
  /** Of a unit that is in its bank already. */
  readonly banked: boolean;
  /** Planned start of the next day to be collected, or when a banked unit is to leave. */
  readonly collectionStartsAt: Instant;
  /** Whether a day is waiting or running, or a banked unit has not left: else the clearance is of no more account. */
  readonly moreToCollect: boolean;
  readonly clearanceDueDaysBefore: number;
  /** Time to enter what is known already, once the shipment is opened. */
  readonly reportGraceMinutes: number;
}
