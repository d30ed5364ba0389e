import { z } from 'zod';

/** What is forecast of a shipment's cells, as the questions answer it: the API description, the board's types and the tests are made from it. */

const instant = z.iso.datetime().meta({ description: 'UTC instant, ISO 8601 with milliseconds' });
const light = z.enum(['green', 'amber', 'red']);
const band = z
  .object({ low: z.number(), centre: z.number(), high: z.number() })
  .meta({ description: 'With the ends of the 90 % band between laboratories' });
const finding = z.object({ from: z.enum(['clock', 'temperature', 'model']), light, says: z.string() });
const point = z.object({ at: instant, low: z.number(), centre: z.number(), high: z.number() });

export const bagForecastView = z.object({
  bag: z.string(),
  light,
  findings: z.array(finding),
  /** The part of the counted cells that is viable at the end of its clock; null where no figure may be shown. */
  survival: z.object({ planned: band, worst: band }).nullable(),
  /** The same in 10⁶ cells; null where no count is told either. */
  viableE6: z.object({ planned: band, worst: band }).nullable(),
  endsAt: instant.meta({ description: 'When its infusion is expected, or its target where no plan says' }),
  limitAt: instant.meta({ description: 'By the policy’s clock; no forecast moves it' }),
  estimated: z.boolean().meta({ description: 'Part of the time is covered by no readings' }),
  measured: z.boolean().meta({ description: 'Whether any reading stands behind it' }),
  hottestCelsius: z.number().nullable(),
  coldestCelsius: z.number().nullable(),
  minutesOutOfBand: z.number().nullable(),
  longestMinutesOutOfBand: z.number().nullable(),
  meanKineticCelsius: z.number().nullable().meta({ description: 'For whoever reads cold chains; nothing rests on it' }),
  /** What the count on arrival says of the model that it replaced. */
  againstCount: z
    .object({ countedAt: instant, measuredE6: z.number(), modelledE6: band })
    .nullable()
    .meta({ description: 'A count on arrival replaces the model; how far it was off' }),
  chart: z.object({ planned: z.array(point), worst: z.array(point) }),
});

export const recipientForecastView = z.object({
  recipient: z.string(),
  light,
  requested: z.number(),
  unit: z.string(),
  weightBasis: z.enum(['actual', 'ideal', 'adjusted']).nullable(),
  /** At infusion; null where no figure may be shown. */
  dose: z.object({ planned: band, worst: band }).nullable(),
  probability: z.object({ planned: z.number(), worst: z.number() }).nullable(),
  requestHoldsUntil: instant.nullable(),
  limitAt: instant.nullable(),
  dropped: z.array(z.string()).meta({ description: 'Bags that are past their limit by then, and are not counted on' }),
});

export const forecastView = z.object({
  asOf: instant,
  infusionAt: instant.nullable(),
  light: light.meta({ description: 'The worst of clock, temperature and model' }),
  bags: z.array(bagForecastView),
  recipients: z.array(recipientForecastView),
  without: z.array(z.object({ id: z.string(), sentence: z.string() })),
  said: z.array(z.string()).meta({ description: 'What has to stand beside the figures' }),
  constants: z.string().meta({ description: 'The version of the constants that it was worked out by' }),
  policy: z.string(),
});

export type ForecastView = z.infer<typeof forecastView>;
