import { localDateOf, type Instant } from '@cellrelay/kernel';
import { beijing, defined, houston } from './case-a.places.examples.js';
import type { DonorStepName } from './donor-clearance/donor-clearance.js';
import type { CellsFate, PartyName } from './order/order.cancellation.js';
import type { ShipmentCommand } from './shipment.js';

/** What stands by: another donor by GRID, and a product by its number. */
const backups = { donor: '9991EXAMPLE00512307', product: 'CBU-0412' } as const;

/** What is said of the donor, of the patient's conditioning and of backups. */
export const saysOfTheDonor = {
  clear: (at: Instant): ShipmentCommand => ({ name: 'ClearDonor', data: { clearedAt: { at, zone: beijing } } }),
  suspend: (at: Instant): ShipmentCommand => ({
    name: 'SuspendDonor',
    data: { suspendedAt: { at, zone: beijing }, reason: 'fever' },
  }),
  withdraw: (at: Instant): ShipmentCommand => ({
    name: 'WithdrawDonor',
    data: { withdrawnAt: { at, zone: beijing }, reason: 'unfit' },
  }),
  decideOnSuspension: (at: Instant, decision: 'keep' | 'give-up'): ShipmentCommand => ({
    name: 'DecideOnSuspension',
    data: { decision, decidedAt: { at, zone: beijing }, reason: 'agreed with the centre' },
  }),
  step: (step: DonorStepName, on: string): ShipmentCommand => ({
    name: 'RecordDonorStep',
    data: { step, on: defined(localDateOf(on)), at: null, reason: 'as the registry writes' },
  }),
  planConditioning: (plannedStartAt: Instant): ShipmentCommand => ({
    name: 'PlanConditioning',
    data: { recipient: 'R1', plannedStartAt: { at: plannedStartAt, zone: houston }, reason: 'a bed is free' },
  }),
  conditioned: (at: Instant, despite: string | null = null): ShipmentCommand => ({
    name: 'RecordConditioningStarted',
    data: { recipient: 'R1', startedAt: { at, zone: houston }, despite, reason: 'as the ward says' },
  }),
  nameBackup: (kind: 'donor' | 'product' = 'donor'): ShipmentCommand => ({
    name: 'NameBackup',
    data: { kind, reference: backups[kind], readyBy: defined(localDateOf('2024-09-20')) },
  }),
  callUponBackup: (at: Instant, confirmedBy: string | null = null): ShipmentCommand => ({
    name: 'CallUponBackup',
    data: { reference: backups.donor, calledUponAt: { at, zone: houston }, confirmedBy },
  }),
  withdrawBackup: (): ShipmentCommand => ({
    name: 'WithdrawBackup',
    data: { reference: backups.donor, reason: 'not fit' },
  }),
} as const;

/** What moves or ends everything: postponing, cancelling, and who was told. */
export const saysOfTheWhole = {
  postpone: (at: Instant, ...newDays: readonly string[]): ShipmentCommand => ({
    name: 'PostponeCollection',
    data: {
      newDays: newDays.map((day) => defined(localDateOf(day))),
      postponedAt: { at, zone: houston },
      reason: 'the patient has a fever',
      wordOf: { party: 'transplant-centre', person: 'Dr Example' },
    },
  }),
  postponementTold: (at: Instant): ShipmentCommand => ({
    name: 'RecordPostponementTold',
    data: { toldAt: { at, zone: houston } },
  }),
  cancel: (at: Instant, cells: CellsFate = 'none', confirmed = false): ShipmentCommand => ({
    name: 'CancelShipment',
    data: {
      by: 'transplant-centre',
      code: 'patient-condition',
      words: 'the patient is not fit for the transplant',
      statedAt: { at, zone: houston },
      cells,
      confirmedBy: confirmed ? { person: 'Dr Second', organisation: 'EXAMPLE Transplant Centre' } : null,
    },
  }),
  partyTold: (at: Instant, party: PartyName): ShipmentCommand => ({
    name: 'RecordPartyTold',
    data: { party, toldAt: { at, zone: houston } },
  }),
} as const;
