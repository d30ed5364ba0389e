import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { line } from './fields.js';
import { bag } from './identifier-fields.js';
import { zonedTime } from './zoned-time.js';

const seal = line('Seal number', 40);
const signatures = { givenBy: line('Given by'), takenBy: line('Taken by'), seal };

/** How the handover's commands come in. */
export const courierHandoffWires: Wires<'PackBox' | 'HandOverToCourier' | 'DeliverToCentre'> = {
  PackBox: {
    title: 'Record the packed box',
    schema: z.strictObject({
      box: line('Box', 40),
      logger: line('Temperature logger', 40),
      seal,
      bags: z
        .array(bag('Bag'))
        .min(1)
        .max(24)
        .meta({ title: 'Bags', description: 'As read from the labels, each once' }),
      packedAt: zonedTime('Packed at'),
    }),
  },
  HandOverToCourier: {
    title: 'Record the handover to the courier',
    schema: z.strictObject({ handedOverAt: zonedTime('Handed over at'), ...signatures }),
  },
  DeliverToCentre: {
    title: 'Record the delivery to the centre',
    schema: z.strictObject({ deliveredAt: zonedTime('Delivered at'), ...signatures }),
  },
};
