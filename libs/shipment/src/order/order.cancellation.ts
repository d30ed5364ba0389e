import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { ConfirmedBy } from '../decisions.js';

/** Whose word a cancellation is. */
export const cancellers = ['donor', 'donor-registry', 'transplant-centre', 'collection-centre', 'other'] as const;
export type Canceller = (typeof cancellers)[number];

/** Why shipments are cancelled: data, since figures count them (standards.md 0.10, S22). */
export const cancellationCodes = [
  'donor-medical',
  'donor-unavailable',
  'donor-withdrew',
  'patient-condition',
  'patient-died',
  'other-donor-chosen',
  'logistics',
  'other',
] as const;
export type CancellationCode = (typeof cancellationCodes)[number];

/** What becomes of cells that have been collected. The centre's word; software discards nothing. */
export const cellsFates = ['none', 'cryopreserve-at-origin', 'deliver-anyway', 'discarded-by-centre'] as const;
export type CellsFate = (typeof cellsFates)[number];

/** Whoever must know that a shipment was cancelled. */
export const partyNames = [
  'collection-centre',
  'transplant-centre',
  'courier',
  'donor-registry',
  'patient-registry',
] as const;
export type PartyName = (typeof partyNames)[number];

/** The cancellation as it stands. Cells that are delivered anyway keep the shipment open until they are dealt with. */
export interface Cancellation {
  readonly at: ZonedInstant;
  readonly recordedAt: Instant;
  readonly by: Canceller;
  readonly code: CancellationCode;
  readonly words: string;
  readonly cells: CellsFate;
  readonly confirmedBy: ConfirmedBy | null;
}
