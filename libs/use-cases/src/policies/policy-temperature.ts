import { z } from 'zod';
import type { TemperatureSettings } from '@cellrelay/shipment';
import { shippedConstants, siteFigureIds, withSiteFigures, type SiteFigure } from '@cellrelay/viability';
import { report } from '../wire/faults.js';
import { line } from '../wire/fields.js';

type Sourcing = <T extends z.ZodType>(
  value: T,
) => z.ZodObject<{
  readonly value: T;
  readonly source: z.ZodString;
  readonly mark: z.ZodEnum<{ V: 'V'; 'V-': 'V-'; C: 'C'; G: 'G'; site: 'site' }>;
}>;

const celsius = z.number().min(-200).max(80);
const minutes = z.int().min(0).max(100_000);
const aMinuteAtLeast = z.int().min(1).max(100_000);

/** Figures that the model can be worked out by. */
function plausible(figures: readonly SiteFigure[], context: z.RefinementCtx): void {
  const found = withSiteFigures(shippedConstants, figures, 'the site’s');
  // Who approved it is missed by its own field already.
  if (found.ok || found.error.code === 'approver-missing') return;
  const { code, sentence, at = '', allowed } = found.error;
  const path = at
    .split('/')
    .slice(1)
    .map((each) => (/^\d+$/.test(each) ? Number(each) : each));
  report(context, { code, sentence, path, ...(allowed === undefined ? {} : { allowed }) });
}

const siteFigure = z.strictObject({
  id: z.enum(siteFigureIds),
  value: z.number(),
  source: line('source', 300),
  approvedBy: line('approvedBy'),
});
const siteFigures = z.array(siteFigure).max(siteFigureIds.length).superRefine(plausible);

const calibration = z.strictObject({
  product: z.enum(['HPC-A', 'HPC-M', 'MNC-A']),
  shift: z.number().min(-5).max(5),
  sigma: z.number().min(0.01).max(5),
  approvedBy: line('approvedBy'),
});
const calibrations = z.array(calibration).max(3);

/** How temperatures are judged, with a source for each setting. */
export function temperatureSchema(sourced: Sourcing) {
  return z.strictObject({
    packs: sourced(
      z
        .array(
          z.strictObject({
            minCelsius: celsius,
            maxCelsius: celsius,
            setPointCelsius: celsius,
            warmEndCelsius: celsius,
          }),
        )
        .max(20),
    ),
    gapMinutes: sourced(aMinuteAtLeast),
    amberAfterMinutes: sourced(minutes),
    redAfterMinutes: sourced(minutes.nullable()),
    packingIgnoreMinutes: sourced(minutes),
    debounceMinutes: sourced(minutes),
    concentrationEffect: sourced(z.enum(['on', 'off'])),
    samplingLoss: sourced(z.number().min(0).max(1)),
    constants: sourced(z.literal('shipped-1')),
    siteFigures: sourced(siteFigures),
    calibrations: sourced(calibrations),
    watchMinutes: sourced(aMinuteAtLeast),
  }) satisfies z.ZodType<TemperatureSettings>;
}
