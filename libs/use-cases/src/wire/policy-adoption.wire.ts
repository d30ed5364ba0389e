import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { line, longText } from './fields.js';
import { zonedTime } from './zoned-time.js';

const physician = z
  .strictObject({
    role: z.enum(['transplant-physician']).meta({ title: 'Role' }),
    person: line('Person'),
  })
  .meta({ title: 'On whose word' });

/** How a shipment comes to be run by another version of the policy. The body names the version; what it says is the site's. */
export const policyAdoptionWires: Wires<'AdoptPolicy' | 'DecideOnChangedLimit'> = {
  AdoptPolicy: {
    title: 'Adopt another policy',
    schema: z.strictObject({
      version: line('Policy version', 60).meta({ title: 'Policy version', 'x-kind': 'policy' }),
      reason: longText('Reason'),
      wordOf: line('On whose word'),
    }),
    grave:
      'Every deadline of this shipment is worked out anew. A limit that changes for cells already collected waits for the transplant physician.',
  },
  DecideOnChangedLimit: {
    title: 'Decide on the changed limit',
    schema: z.strictObject({
      decision: z.enum(['keep-old', 'take-new']).meta({ title: 'Decision' }),
      decidedAt: zonedTime('Decided at'),
      wordOf: physician,
      reason: longText('Reason'),
    }),
    grave: 'The clocks of all bags of this shipment, those still to be collected too, run by what is decided.',
  },
};
