import { err, millisOf, ok, type Instant, type Result } from '@cellrelay/kernel';
import { forecastBag, type BagForecast, type ForecastTerms, type LiquidBag, type ViableCount } from './bag-forecast.js';
import { beginExposure, withReadings } from './exposure.js';
import type { LossModel } from './loss-model.js';
import type { ViabilityProblem } from './problem.js';
import { survivalOf, type Band } from './survival.js';
import { hazardAt, linesFrom } from './survival-line.js';
import type { Exposure, HistoryRules, Reading } from './temperature-history.js';

/** A bag with all that its logger showed. */
export interface BagHistory extends Omit<LiquidBag, 'count' | 'exposure' | 'travelled'> {
  readonly atOrigin: ViableCount;
  /** The receiving laboratory's own count; null while there is none. */
  readonly onArrival: ViableCount | null;
  readonly readings: readonly Reading[];
  /** What any probe of the box showed, where the readings are those of the warmest: these hide another's ice. Null: no probe but theirs. */
  readonly seen: Extremes | null;
  readonly rules: HistoryRules;
}

/** The coldest and the hottest that probes showed. */
export interface Extremes {
  readonly coldestCelsius: number;
  readonly hottestCelsius: number;
}

/** How far the model was off, kept for the site's calibration (viability.md R6). */
export interface ModelAgainstCount {
  readonly countedAt: Instant;
  readonly measuredE6: number;
  readonly modelledE6: Band;
  readonly modelledHazard: number;
  /** Part of the first count that was found again; null where that was of no cell. */
  readonly measuredSurvival: number | null;
}

/** A forecast, and what a count on arrival says of the model. */
export interface HistoryForecast {
  readonly forecast: BagForecast;
  readonly againstCount: ModelAgainstCount | null;
}

/** Forecasts a bag from its whole history. A count on arrival replaces the model from its moment on: whatever came before it counts no more (viability.md 1, R6). */
export function forecastHistory(
  model: LossModel,
  history: BagHistory,
  terms: ForecastTerms,
): Result<HistoryForecast, ViabilityProblem> {
  const { atOrigin, onArrival, seen } = history;
  const exposure = exposureSince(model, atOrigin, history);
  if (!exposure.ok) return exposure;
  const travelled = withExtremes(exposure.value, seen);
  if (onArrival === null) {
    const bag = { ...history, count: atOrigin, exposure: exposure.value, travelled };
    const forecast = forecastBag(model, bag, terms);
    return forecast.ok ? ok({ forecast: forecast.value, againstCount: null }) : forecast;
  }
  return forecastCounted(model, { ...history, onArrival, travelled }, terms);
}

/** What was seen stands, whichever probe rules the figure: of two, the one takes back no ice and no heat of the other. */
function withExtremes(exposure: Exposure, seen: Extremes | null): Exposure {
  if (seen === null) return exposure;
  return {
    ...exposure,
    coldestCelsius: Math.min(exposure.coldestCelsius ?? Infinity, seen.coldestCelsius),
    hottestCelsius: Math.max(exposure.hottestCelsius ?? -Infinity, seen.hottestCelsius),
  };
}

interface CountedHistory extends BagHistory {
  readonly onArrival: ViableCount;
  readonly travelled: Exposure;
}

function forecastCounted(
  model: LossModel,
  history: CountedHistory,
  terms: ForecastTerms,
): Result<HistoryForecast, ViabilityProblem> {
  const { onArrival } = history;
  const exposure = exposureSince(model, onArrival, history);
  if (!exposure.ok) return exposure;
  const forecast = forecastBag(model, { ...history, count: onArrival, exposure: exposure.value }, terms);
  if (!forecast.ok) return forecast;
  const against = againstCount(model, history, terms);
  return against.ok ? ok({ forecast: forecast.value, againstCount: against.value }) : against;
}

function exposureSince(
  model: LossModel,
  { countedAt }: ViableCount,
  { readings, rules }: Pick<BagHistory, 'readings' | 'rules'>,
): Result<Exposure, ViabilityProblem> {
  const begun = beginExposure(model, { startsAt: countedAt, rules });
  return begun.ok ? withReadings(model, begun.value, readings) : begun;
}

/** What the model would have said at the moment of the count, by the readings until then. */
function againstCount(
  model: LossModel,
  { atOrigin, onArrival, readings, rules }: CountedHistory,
  { worstCelsius }: ForecastTerms,
): Result<ModelAgainstCount, ViabilityProblem> {
  if (onArrival.countedAt < atOrigin.countedAt) {
    const sentence = `The count on arrival, of ${onArrival.countedAt}, is earlier than the one at origin, of ${atOrigin.countedAt}.`;
    return err({ code: 'arrival-before-origin', sentence, at: '/onArrival/countedAt' });
  }
  const asOfMillis = millisOf(onArrival.countedAt);
  const until = readings.filter(({ atMillis }) => atMillis <= asOfMillis);
  const exposure = exposureSince(model, atOrigin, { readings: until, rules });
  if (!exposure.ok) return exposure;
  const hazard = hazardAt(linesFrom(model, exposure.value, { asOfMillis, worstCelsius }).planned, asOfMillis);
  const { low, centre, high } = survivalOf(hazard);
  const cells = atOrigin.viableE6;
  return ok({
    countedAt: onArrival.countedAt,
    measuredE6: onArrival.viableE6,
    modelledE6: { low: low * cells, centre: centre * cells, high: high * cells },
    modelledHazard: hazard.centre,
    measuredSurvival: cells === 0 ? null : onArrival.viableE6 / cells,
  });
}
