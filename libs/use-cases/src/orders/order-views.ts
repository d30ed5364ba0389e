import { z } from 'zod';

const becomes = z.enum(['opens', 'opened', 'there-already', 'reference-in-use', 'faulty']).meta({
  description:
    'opens: it would be opened; opened: it has just been; there-already: an import has opened it before; reference-in-use: another shipment has its reference, so it is not opened from a file; faulty: see its faults',
});

const orderFault = z.object({
  column: z.string().nullable().meta({ description: 'By its name; null: the line as a whole' }),
  code: z.string(),
  sentence: z.string(),
  allowed: z.array(z.string()).meta({ description: 'What is allowed instead; empty where that cannot be listed' }),
});

const orderLineView = z.object({
  line: z.number().meta({ description: 'Of the file, from 1' }),
  reference: z.string().meta({ description: 'Empty where the line gives none' }),
  product: z.string(),
  from: z.string().meta({ description: 'The collection centre’s city, as it is written' }),
  to: z.string(),
  days: z.array(z.string()),
  becomes,
  shipment: z
    .string()
    .nullable()
    .meta({ description: 'The shipment that it is, or that has its reference; null where there is none' }),
  faults: z.array(orderFault),
});

/** What a file of orders comes to, line by line. */
export const ordersPreview = z.object({
  sha256: z.string().meta({ description: 'Of the file; an import states it' }),
  encoding: z.string(),
  separator: z.string(),
  items: z.array(orderLineView),
});

/** What became of it. */
export const ordersImported = z.object({ sha256: z.string(), items: z.array(orderLineView) });

export type OrderLineView = z.infer<typeof orderLineView>;
export type OrdersPreview = z.infer<typeof ordersPreview>;
export type OrdersImported = z.infer<typeof ordersImported>;
