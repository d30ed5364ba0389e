import { z } from 'zod';
import { donorSteps } from '@cellrelay/shipment';
import type { Wires } from './command-wire.js';
import { day, line, longText, orNone } from './fields.js';
import { zonedTime } from './zoned-time.js';

const recipient = () =>
  line('Recipient', 10).meta({ title: 'Recipient', description: 'A label such as R1; never a name' });

const correcting = {
  title: 'Reason',
  description: 'Only where an earlier record is corrected',
};

const reference = () =>
  line('Backup', 40)
    .toUpperCase()
    .transform((text) => text.replaceAll(/\s/g, ''))
    .meta({
      title: 'Backup',
      description: 'GRID, DIN with product code, or the registry’s reference; never a name',
    });

/** How the donor clearance's commands come in. */
export const donorClearanceWires: Wires<
  | 'ClearDonor'
  | 'ReleaseUnit'
  | 'SuspendDonor'
  | 'WithdrawDonor'
  | 'DecideOnSuspension'
  | 'RecordDonorStep'
  | 'PlanConditioning'
  | 'RecordConditioningStarted'
  | 'NameBackup'
  | 'CallUponBackup'
  | 'WithdrawBackup'
> = {
  ClearDonor: { title: 'Record the donor’s clearance', schema: z.strictObject({ clearedAt: zonedTime('Cleared at') }) },
  ReleaseUnit: {
    title: 'Record the bank’s release',
    schema: z.strictObject({
      releasedAt: zonedTime('Released at'),
      by: line('Released by'),
      reference: line('Reference', 100),
    }),
  },
  SuspendDonor: {
    title: 'Suspend the donor',
    schema: z.strictObject({ suspendedAt: zonedTime('Suspended at'), reason: longText('Reason') }),
    grave: 'No seats are ticketed and no collection starts until the donor is cleared again.',
  },
  WithdrawDonor: {
    title: 'Withdraw the donor',
    schema: z.strictObject({ withdrawnAt: zonedTime('Withdrawn at'), reason: longText('Reason') }),
    grave: 'It is final: another donor is a new shipment. Before any cells are collected, every plan stands down.',
  },
  DecideOnSuspension: {
    title: 'Decide on the seats of a suspended donor',
    schema: z.strictObject({
      decision: z.enum(['keep', 'give-up']).meta({ title: 'The seats' }),
      decidedAt: zonedTime('Decided at'),
      reason: longText('Reason'),
    }),
    grave:
      'Kept seats cost what they cost; given up, every plan stands down and new ones are proposed when the donor is cleared.',
  },
  RecordDonorStep: {
    title: 'Record a step of the donor’s record',
    schema: z.strictObject({
      step: z.enum(donorSteps).meta({ title: 'The donor was' }),
      on: orNone(day('Day'), { title: 'Day', description: 'Where no time of day is known' }),
      at: orNone(zonedTime('Moment'), { title: 'Moment', description: 'Instead of the day, where it is known' }),
      reason: orNone(longText('Reason'), correcting),
    }),
  },
  PlanConditioning: {
    title: 'Plan the conditioning',
    schema: z.strictObject({
      recipient: recipient(),
      plannedStartAt: zonedTime('Conditioning to begin at'),
      reason: orNone(longText('Reason'), correcting),
    }),
  },
  RecordConditioningStarted: {
    title: 'Record the start of conditioning',
    schema: z.strictObject({
      recipient: recipient(),
      startedAt: zonedTime('Started at'),
      despite: orNone(longText('Despite'), {
        title: 'Despite',
        description: 'Only where no clearance of the donor stood: why it was begun all the same',
      }),
      reason: orNone(longText('Reason'), correcting),
    }),
    grave:
      'From then on the patient depends on the cells: whatever keeps them from coming is an emergency, and only a person ends the shipment.',
  },
  NameBackup: {
    title: 'Name a backup',
    schema: z.strictObject({
      kind: z.enum(['donor', 'product']).meta({ title: 'Kind' }),
      reference: reference(),
      readyBy: day('Ready by'),
    }),
  },
  CallUponBackup: {
    title: 'Call upon a backup',
    schema: z.strictObject({
      reference: reference(),
      calledUponAt: zonedTime('Called upon at'),
      confirmedBy: orNone(line('Confirmed to come by'), {
        title: 'Confirmed to come by',
        description: 'Who at its registry or bank said that it comes; empty while nobody has',
      }),
    }),
  },
  WithdrawBackup: {
    title: 'Withdraw a backup',
    schema: z.strictObject({ reference: reference(), reason: longText('Reason') }),
  },
};
