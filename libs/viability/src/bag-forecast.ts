import { err, latest, millisOf, ok, type Instant, type Result } from '@cellrelay/kernel';
import type { ViabilityClock } from './clock.js';
import { judgedOf, type Basis } from './constants.js';
import { cellsLeft } from './dose.js';
import type { LossModel } from './loss-model.js';
import { outside, type ViabilityProblem } from './problem.js';
import { saidOfLiquid, type ProbePlace, type Said } from './said.js';
import {
  clockFinding,
  isOutsideModel,
  judgedIn,
  temperatureFinding,
  worstOf,
  type Finding,
  type Light,
  type TemperaturePolicy,
} from './status.js';
import { meanKineticCelsius, survivalOf, type Band } from './survival.js';
import { hazardAt, linesFrom, warmestOf, type SurvivalLine, type SurvivalLines } from './survival-line.js';
import type { Exposure } from './temperature-history.js';

/** Viable cells of a bag as they were counted: CD34 in 10⁶, of lymphocytes CD3. */
export interface ViableCount {
  /** When the sample was taken. */
  readonly countedAt: Instant;
  readonly viableE6: number;
}

/** A bag in the liquid state, and what is known of it. */
export interface LiquidBag {
  readonly bag: string;
  readonly clock: ViabilityClock;
  /** The count that rules: the latest one. The exposure begins where its sample was taken. */
  readonly count: ViableCount;
  readonly exposure: Exposure;
  /** The same readings since the first count: a later one replaces the model and takes back no ice and no heat. The same as the exposure where there is no later one. */
  readonly travelled: Exposure;
  /** Part of the cells that samples take. */
  readonly samplingLoss: number;
  /** What thawing will leave, where the bag is to be frozen and thawed; else null. */
  readonly thaw: Band | null;
  readonly probe: ProbePlace;
}

/** When a forecast is made, until when, and by what it is judged. */
export interface ForecastTerms {
  /** Readings go no farther. */
  readonly asOf: Instant;
  /** When the infusion is to start, or the freezing: either ends the clock. An end that has passed unheeded is as of now. */
  readonly endsAt: Instant;
  /** The warm end of the ordered range. */
  readonly worstCelsius: number;
  readonly temperature: TemperaturePolicy;
}

/** What is left of a bag's cells at the end. */
export interface BagOutcome {
  readonly celsius: number | null;
  readonly survival: Band;
  readonly viableE6: Band;
}

/** What becomes of a bag. Its clock is the policy's, untouched: the model ranks risks and moves no limit (viability.md 1). */
export interface BagForecast {
  readonly bag: string;
  readonly clock: ViabilityClock;
  readonly asOf: Instant;
  readonly endsAt: Instant;
  readonly lines: SurvivalLines;
  /** Counted cells less samples, in 10⁶. */
  readonly countedE6: number;
  readonly thaw: Band | null;
  /** Null where no figure may be shown: above 30 °C, or where it is not assured that the unit has stayed frozen. */
  readonly shown: { readonly planned: BagOutcome; readonly worst: BagOutcome } | null;
  /** What the temperature policy judged, with minutes out of band and extremes; null of a frozen unit. */
  readonly travelled: Exposure | null;
  /** For whoever reads cold chains; nothing rests on it. */
  readonly meanKineticCelsius: number | null;
  readonly findings: readonly Finding[];
  readonly light: Light;
  readonly said: readonly Said[];
  readonly basis: Basis;
}

/** Forecasts one bag until its infusion, or its freezing, starts (viability.md 4, 7). */
export function forecastBag(
  model: LossModel,
  bag: LiquidBag,
  terms: ForecastTerms,
): Result<BagForecast, ViabilityProblem> {
  const wrong = wrongInBag(model, bag, terms) ?? wrongInTerms(model, terms);
  if (wrong !== undefined) return err(wrong);
  const { exposure, travelled, clock, probe, thaw } = bag;
  const { constants } = model;
  const endsAt = latest([terms.endsAt, terms.asOf]) ?? terms.endsAt;
  const lines = linesFrom(model, exposure, { asOfMillis: millisOf(terms.asOf), worstCelsius: terms.worstCelsius });
  const warmest = warmestOf(exposure, lines);
  const findings = [clockFinding(clock, endsAt), temperatureFinding(travelled, terms.temperature, constants)];
  const countedE6 = bag.count.viableE6 * (1 - bag.samplingLoss);
  return ok({
    ...{ bag: bag.bag, clock, asOf: terms.asOf, endsAt, lines, countedE6, thaw, findings, travelled },
    shown: isOutsideModel(warmest, constants) ? null : outcomesOf(lines, { countedE6, thaw, endsAt }),
    meanKineticCelsius: meanKineticCelsius(model, travelled),
    light: worstOf(findings),
    basis: basisOf(model, exposure, findings),
    said: saidOfLiquid(model, exposure, { place: probe, silent: lines.silent, warmest, thawed: thaw !== null }),
  });
}

function basisOf(
  { basis, constants, leastCelsius }: LossModel,
  { coldestCelsius }: Exposure,
  findings: readonly Finding[],
): Basis {
  const counted = coldestCelsius !== null && coldestCelsius < leastCelsius ? (['model-least-celsius'] as const) : [];
  return { ...basis, judged: [...basis.judged, ...judgedOf(constants, counted), ...judgedIn(findings, constants)] };
}

/** What is left by either line. */
export function outcomesOf(
  { planned, worst }: SurvivalLines,
  cells: { readonly countedE6: number; readonly thaw: Band | null; readonly endsAt: Instant },
): BagForecast['shown'] {
  return { planned: outcomeOf(planned, cells), worst: outcomeOf(worst, cells) };
}

function outcomeOf(
  line: SurvivalLine,
  { countedE6, thaw, endsAt }: { readonly countedE6: number; readonly thaw: Band | null; readonly endsAt: Instant },
): BagOutcome {
  const hazard = hazardAt(line, millisOf(endsAt));
  return {
    celsius: line.celsius,
    survival: survivalOf(hazard),
    viableE6: cellsLeft({ viableE6: countedE6, thaw, hazard }),
  };
}

/** More cells than any bag holds: a slipped decimal point, or cells that were not divided by a million. */
export const mostViableE6 = 1e6;

/** What is wrong with how many cells were counted, and what samples take of them. */
export function wrongInCells(viableE6: number, samplingLoss: number): ViabilityProblem | undefined {
  const cells = 'Viable cells are counted in 10⁶, and are not negative.';
  const loss = 'What samples take is a part of the cells, from 0 to 1.';
  return (
    outside(viableE6, [0, mostViableE6], { code: 'cells-invalid', sentence: cells, at: '/count/viableE6' }) ??
    outside(samplingLoss, [0, 1], { code: 'sampling-loss-invalid', sentence: loss, at: '/samplingLoss' })
  );
}

function wrongInBag(model: LossModel, bag: LiquidBag, { asOf }: ForecastTerms): ViabilityProblem | undefined {
  const { exposure, travelled, count, samplingLoss } = bag;
  if (exposure.model !== model.id || travelled.model !== model.id) {
    const sentence = 'The history was worked out by another model, product or version of the constants.';
    return { code: 'exposure-of-another-model', sentence, at: '/exposure', allowed: [model.id] };
  }
  if (exposure.startsAtMillis !== millisOf(count.countedAt)) {
    const sentence = `The history does not begin at the count that rules, of ${count.countedAt}.`;
    return { code: 'exposure-of-another-count', sentence, at: '/exposure', allowed: [count.countedAt] };
  }
  return wrongInCells(count.viableE6, samplingLoss) ?? wrongInTime(bag, asOf);
}

function wrongInTime({ count, exposure }: LiquidBag, asOf: Instant): ViabilityProblem | undefined {
  if (count.countedAt > asOf) {
    const sentence = `The cells were counted at ${count.countedAt}, after the moment of the forecast, ${asOf}.`;
    return { code: 'count-after-forecast', sentence, at: '/count/countedAt' };
  }
  if (exposure.last === null || exposure.last.atMillis <= millisOf(asOf)) return undefined;
  const sentence = `There are readings from after the moment of the forecast, ${asOf}: the future has none.`;
  return { code: 'reading-after-forecast', sentence, at: '/exposure' };
}

function wrongInTerms(model: LossModel, { worstCelsius, temperature }: ForecastTerms): ViabilityProblem | undefined {
  const { amberAfterMinutes, redAfterMinutes } = temperature;
  const sentence = 'Time out of band is judged by a number of minutes, and not a negative one.';
  const minutes = { code: 'minutes-invalid', sentence, at: '/temperature' } as const;
  const band = 'The warm end of a range is a temperature in °C.';
  return (
    outside(amberAfterMinutes, [0, Number.MAX_VALUE], minutes) ??
    outside(redAfterMinutes ?? 0, [0, Number.MAX_VALUE], minutes) ??
    outside(worstCelsius, [model.leastReading, model.mostReading], {
      ...{ code: 'temperature-band-invalid', sentence: band, at: '/worstCelsius' },
    })
  );
}
