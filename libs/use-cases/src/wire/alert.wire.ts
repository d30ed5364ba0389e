import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { line } from './fields.js';
import { zonedTime } from './zoned-time.js';

/** How the alerts' commands come in. */
export const alertWires: Wires<'AcknowledgeAlert' | 'RedriveItem'> = {
  AcknowledgeAlert: {
    title: 'Acknowledge the alert',
    schema: z.strictObject({ alert: line('Alert', 200), acknowledgedAt: zonedTime('Acknowledged at'), by: line('By') }),
  },
  RedriveItem: { title: 'Try again', schema: z.strictObject({ key: line('Item', 200) }) },
};
