import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { line, longText } from './fields.js';

/** How the scans' command comes in. To keep one, its bytes are sent to an address of their own. */
export const scansWires: Wires<'WithdrawScan'> = {
  WithdrawScan: {
    title: 'Withdraw a scan',
    schema: z.strictObject({
      scan: line('Scan', 10).meta({ title: 'Scan', description: 'Its number, as S1' }),
      reason: longText('Reason'),
    }),
    grave: 'Its bytes are deleted for good; that it was kept, and why it was withdrawn, stays on record.',
  },
};
