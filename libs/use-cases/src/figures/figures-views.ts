import { z } from 'zod';

const count = z.number().int();

/** One line of the table of a programme: of a year, a destination and a product. */
export const figuresLine = z.object({
  year: count,
  country: z.string().nullable().meta({ description: 'ISO 3166-1 alpha-2; null where it is not known' }),
  region: z
    .string()
    .nullable()
    .meta({ description: 'Where the country is not known: a time zone, or what was entered' }),
  product: z.string(),
  how: z.enum(['counted', 'entered']).meta({ description: 'Counted from logs, or entered by somebody' }),
  shipments: count,
  domestic: count.nullable().meta({ description: 'Of them within one country; null where it is not known' }),
  infused: count.nullable(),
  cryopreserved: count.nullable(),
  cancelled: count.nullable(),
  stopped: count.nullable(),
  ageMinutes: z.object({ median: z.number(), p90: z.number(), max: z.number() }).nullable(),
  dosePerKgE6: z.object({ median: z.number(), min: z.number() }).nullable(),
  bagsEnded: count.nullable(),
  bagsInTarget: count.nullable(),
  bagsInLimit: count.nullable(),
  doorMinutes: z
    .object({ median: z.number(), p90: z.number(), max: z.number() })
    .nullable()
    .meta({ description: 'From the receipt at the centre’s door until the infusion' }),
  withLogger: count.nullable().meta({ description: 'Shipments that a logger went with' }),
  withExcursion: count.nullable().meta({ description: 'Of them those that were ever outside what was ordered' }),
  slackEaten: z.record(z.string(), count).meta({
    description: 'Of those that ended late by their plan, at which kind of milestone most of the delay arose',
  }),
  reasons: z.record(z.string(), count).meta({ description: 'Cancelled and stopped ones, by reason' }),
  source: z.string().nullable().meta({ description: 'Of an entered number' }),
  enteredBy: z.string().nullable(),
});

export const figuresView = z.object({
  from: count,
  to: count,
  examples: z.boolean().meta({ description: 'Whether example shipments are among them' }),
  items: z.array(figuresLine).meta({ description: 'The newest year first, then by destination and product' }),
  years: z.array(z.object({ year: count, counted: count, entered: count })),
});

export const pastTotalView = z.object({
  year: count,
  country: z.string().nullable(),
  region: z.string().nullable(),
  product: z.string(),
  count: count.nullable().meta({ description: 'Null: the entry before was taken back' }),
  source: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  current: z.boolean(),
});

export type FiguresLineView = z.infer<typeof figuresLine>;
export type FiguresView = z.infer<typeof figuresView>;
