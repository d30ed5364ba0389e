import { err, instantFromMillis, millisOf, ok, type Instant, type Result } from '@cellrelay/kernel';
import { HistoryWalk } from './history-walk.js';
import type { LossModel } from './loss-model.js';
import { outside, type ViabilityProblem } from './problem.js';
import { isInstantMillis, type Exposure, type HistoryRules, type Reading } from './temperature-history.js';

/** Opens a history at the moment that the cells were counted: nothing is lost yet. */
export function beginExposure(
  model: LossModel,
  { startsAt, rules }: { readonly startsAt: Instant; readonly rules: HistoryRules },
): Result<Exposure, ViabilityProblem> {
  const wrong = wrongIn(model, rules);
  if (wrong !== undefined) return err(wrong);
  return ok({
    model: model.id,
    rules,
    startsAtMillis: millisOf(startsAt),
    last: null,
    hazard: { centre: 0, upper: 0, lower: 0 },
    hottestCelsius: null,
    coldestCelsius: null,
    minutesOutOfBand: 0,
    longestMinutesOutOfBand: 0,
    presentMinutesOutOfBand: 0,
    estimatedMinutes: 0,
    kinetic: { hours: 0, weighed: 0 },
  });
}

function wrongIn(
  { leastReading, mostReading }: LossModel,
  { band, gapMinutes, setPointCelsius }: HistoryRules,
): ViabilityProblem | undefined {
  const sentence =
    'The band of a thermal profile and its set point are temperatures in °C, the lower end not above the upper.';
  const blamed = { code: 'temperature-band-invalid', sentence, at: '/band' } as const;
  const gap = 'A gap is a number of minutes above 0, or null where nothing is to count as one.';
  return (
    outside(band.minCelsius, [leastReading, mostReading], blamed) ??
    outside(band.maxCelsius, [band.minCelsius, mostReading], blamed) ??
    outside(setPointCelsius, [leastReading, mostReading], { ...blamed, at: '/setPointCelsius' }) ??
    outside(gapMinutes ?? 1, [Number.MIN_VALUE, Number.MAX_VALUE], {
      code: 'gap-invalid',
      sentence: gap,
      at: '/gapMinutes',
    })
  );
}

/**
 * Carries a history on by readings in the order of time, one pass over them and nothing kept of each. Between readings the hazard is integrated by the trapezoid
 * rule (viability.md 4.1); two at one instant are a step. Readings from before the start count only as what the first interval began at. A bad reading
 * refuses all of them, and the history given stays as it was.
 */
export function withReadings(
  model: LossModel,
  before: Exposure,
  readings: readonly Reading[],
): Result<Exposure, ViabilityProblem> {
  if (before.model !== model.id) {
    const sentence = 'This history was begun with another model, product or version of the constants: begin it anew.';
    return err({ code: 'exposure-of-another-model', sentence, allowed: [before.model] });
  }
  const walk = new HistoryWalk(model, before);
  for (let at = 0; at < readings.length; at += 1) {
    const reading = readings[at] as Reading;
    if (!walk.accepts(reading)) return err(problemOf(reading, { at, lastMillis: walk.lastMillis, model }));
    walk.take(reading);
  }
  return ok(walk.exposure());
}

function problemOf(
  { atMillis, celsius }: Reading,
  { at, lastMillis, model }: { readonly at: number; readonly lastMillis: number; readonly model: LossModel },
): ViabilityProblem {
  const { leastReading: least, mostReading: most } = model;
  if (!isInstantMillis(atMillis)) {
    const sentence = `Reading ${at + 1} is at no instant: milliseconds since 1970, in the years 0 to 9999, are allowed.`;
    return { code: 'reading-instant-invalid', sentence, at: `/readings/${at}/atMillis` };
  }
  if (!(celsius >= least && celsius <= most)) {
    const sentence = `Reading ${at + 1} says ${celsius} °C, which no probe on cells shows.`;
    return { code: 'celsius-implausible', sentence, at: `/readings/${at}/celsius`, allowed: [`${least} to ${most}`] };
  }
  const sentence = `Reading ${at + 1} is earlier than the one before it, of ${instantFromMillis(lastMillis)}: readings come in the order of time.`;
  return { code: 'readings-unordered', sentence, at: `/readings/${at}/atMillis` };
}
