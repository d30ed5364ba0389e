import { z } from 'zod';
import { instantFromMillis, type Instant } from '@cellrelay/kernel';
import { isBanked, orderOf, type LoggerBinding, type Shipment } from '@cellrelay/shipment';
import type { Reading } from '@cellrelay/viability';
import { extreme, gapsIn, thinned } from './thinned.js';

const celsius = z.number();
const stretch = { from: z.string(), until: z.string() };

const seriesView = z.object({
  logger: z.string(),
  box: z.string(),
  probe: z.enum(['at-the-bag', 'in-the-box-air']),
  sends: z.enum(['live', 'by-file']),
  boundAt: z.string(),
  unboundAt: z.string().nullable(),
  silentSince: z.string().nullable(),
  registered: z.boolean().meta({
    description: 'Whether a device of that number may send its readings; else only its file can be read in',
  }),
  readings: z.number().int(),
  full: z.boolean().meta({
    description: 'It has as many readings of this shipment as one may have: whatever else it sends is refused',
  }),
  last: z.object({ at: z.string(), celsius }).nullable(),
  warmest: celsius.nullable(),
  coldest: celsius.nullable(),
  points: z
    .array(z.object({ ...stretch, minCelsius: celsius, maxCelsius: celsius, afterGap: z.boolean() }))
    .meta({ description: 'The coldest and the warmest of each stretch: no spike is lost' }),
  gaps: z
    .array(z.object({ ...stretch, minutes: z.number() }))
    .meta({ description: 'The longest first, at most twenty' }),
});

/** What the loggers of a shipment have shown, thinned for a chart; what it implies, as it stands on record. */
export const temperatureView = z.object({
  asOf: z.string(),
  band: z.object({ minCelsius: celsius, maxCelsius: celsius }),
  frozen: z.boolean().meta({ description: 'A frozen unit in its shipper: nothing is too cold for it' }),
  gapMinutes: z.number(),
  loggers: z.array(seriesView),
  excursions: z.array(
    z.object({
      id: z.string(),
      box: z.string(),
      side: z.enum(['warm', 'cold']),
      from: z.string(),
      until: z.string().nullable(),
      extremeCelsius: celsius,
      minutes: z.number().nullable(),
      grade: z.enum(['green', 'amber', 'red']),
    }),
  ),
  flags: z.array(
    z.object({
      kind: z.enum(['ice', 'heat']),
      logger: z.string(),
      box: z.string(),
      from: z.string(),
      extremeCelsius: celsius,
    }),
  ),
});
export type TemperatureView = z.infer<typeof temperatureView>;

/** Points of all loggers together: what a screen can show, and no more. */
const mostPoints = 600;
const leastPoints = 60;
const mostGaps = 20;

/** What was read under a binding, since when its logger is silent (null: it is not), whether it could send at all, and whether no more of it is taken. */
export interface ReadUnder {
  readonly readings: readonly Reading[];
  readonly silentSince: Instant | null;
  readonly registered: boolean;
  readonly full: boolean;
}

/** `known` is the shipment as its reader may know it; what was read stands in the order of its bindings. */
export function temperatureViewOf(known: Shipment, read: readonly ReadUnder[], asOf: Instant): TemperatureView {
  const { details, policy } = orderOf(known);
  const { bindings, excursions, flags } = known.stages.temperature;
  const gapMinutes = policy.temperature.gapMinutes.value;
  const most = Math.max(leastPoints, Math.floor(mostPoints / Math.max(1, bindings.length)));
  return {
    asOf,
    band: { minCelsius: details.minCelsius, maxCelsius: details.maxCelsius },
    frozen: isBanked(known),
    gapMinutes,
    loggers: bindings.map((binding, nth) => seriesOf(binding, read[nth] ?? unread, { most, gapMinutes })),
    excursions: excursions.map(({ loggers: _loggers, ...excursion }) => excursion),
    flags: [...flags],
  };
}

const unread: ReadUnder = { readings: [], silentSince: null, registered: false, full: false };

function seriesOf(
  { logger, box, probe, sends, boundAt, unboundAt }: LoggerBinding,
  { readings, silentSince, registered, full }: ReadUnder,
  how: { readonly most: number; readonly gapMinutes: number },
): TemperatureView['loggers'][number] {
  const last = readings.at(-1);
  return {
    ...{ logger, box, probe, sends, boundAt: boundAt.at, unboundAt: unboundAt?.at ?? null },
    silentSince,
    registered,
    readings: readings.length,
    full,
    last: last === undefined ? null : { at: instantFromMillis(last.atMillis), celsius: last.celsius },
    warmest: last === undefined ? null : extreme(readings, Math.max),
    coldest: last === undefined ? null : extreme(readings, Math.min),
    points: [...thinned(readings, how)],
    gaps: gapsIn(readings, how.gapMinutes).slice(0, mostGaps),
  };
}
