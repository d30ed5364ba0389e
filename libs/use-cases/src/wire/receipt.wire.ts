import { z } from 'zod';
import type { Wires } from './command-wire.js';
import { line, longText, measure, orNone } from './fields.js';
import { bag } from './identifier-fields.js';
import { zonedTime } from './zoned-time.js';

/** How the receipt's commands come in. */
export const receiptWires: Wires<'RecordReceipt' | 'AcceptProduct' | 'RefuseProduct' | 'StartInfusion'> = {
  RecordReceipt: {
    title: 'Record the receipt',
    schema: z.strictObject({
      receivedAt: zonedTime('Received at'),
      bags: z
        .array(bag('Bag'))
        .min(1)
        .max(24)
        .meta({ title: 'Bags', description: 'As read from the labels, each once' }),
      boxCelsius: measure({
        title: 'Temperature in the box',
        description: 'Of a dry shipper the warmest that its logger shows',
        unit: '°C',
        least: -200,
        most: 60,
      }),
      sealIntact: z.boolean().meta({ title: 'Seal intact' }),
    }),
  },
  AcceptProduct: {
    title: 'Accept the product',
    schema: z.strictObject({
      acceptedAt: zonedTime('Accepted at'),
      deviation: orNone(longText('Deviation'), {
        title: 'Deviation',
        description: 'What was not as agreed; empty when all was',
      }),
    }),
  },
  RefuseProduct: {
    title: 'Refuse the product',
    schema: z.strictObject({
      refusedAt: zonedTime('Refused at'),
      reason: longText('Reason'),
      person: line('Decided by'),
    }),
    grave: 'The cells are not infused. It is recorded with the name of who decided it.',
  },
  StartInfusion: {
    title: 'Record the start of infusion',
    schema: z.strictObject({
      bag: bag('Bag'),
      startedAt: zonedTime('Started at'),
      how: z.enum(['infusion', 'cryopreservation', 'stored-frozen']).meta({
        title: 'How',
        description: 'What came frozen is stored as it is; what came fresh may be frozen here',
      }),
    }),
  },
};
