import { z } from 'zod';
import { namedParts } from '@cellrelay/shipment';
import type { Wires } from './command-wire.js';

/** How an organisation comes to take part. The body names it by its id; what it is called and is, the register says. */
export const namePartyWires: Wires<'NameParty'> = {
  NameParty: {
    title: 'Name a party',
    schema: z.strictObject({
      part: z.enum(namedParts).meta({ title: 'Part' }),
      organisation: z.string().trim().min(1).max(60).nullable().meta({
        title: 'Organisation',
        'x-kind': 'organisation',
        description: 'Of the register; left empty, nobody is named any more',
      }),
    }),
    grave: 'Its people see the shipment from then on and may act in it; those of whoever is named no more do not.',
  },
};
