import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { line, longText } from './fields.js';
import { zonedTime } from './zoned-time.js';

/** How the donor clearance's commands come in. */
export const donorClearanceWires: Wires<'ClearDonor' | 'ReleaseUnit' | 'SuspendDonor' | 'WithdrawDonor'> = {
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
};
