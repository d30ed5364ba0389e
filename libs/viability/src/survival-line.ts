import { figureOf, type ConstantSet } from './constants.js';
import { lossRate, spreadAt, type LossModel } from './loss-model.js';
import { noHazard } from './survival.js';
import { knownUntilMillis, type Exposure, type Hazard } from './temperature-history.js';

/** How cells fare from the end of what is known, at one temperature from there on. */
export interface SurvivalLine {
  /** Assumed from then on; null: they are frozen, and nothing is lost with time. */
  readonly celsius: number | null;
  readonly fromMillis: number;
  readonly hazard: Hazard;
  readonly ratePerHour: Hazard;
}

/** What is expected, and what would come of the worst temperature that is still in range. */
export interface SurvivalLines {
  readonly planned: SurvivalLine;
  readonly worst: SurvivalLine;
  /** Whether the logger has been silent for longer than a gap: both lines are then the worst. */
  readonly silent: boolean;
}

const hourMillis = 3_600_000;

/** Hazards at a moment on a line; before its beginning, those of its beginning. */
export function hazardAt({ fromMillis, hazard, ratePerHour }: SurvivalLine, millis: number): Hazard {
  const hours = Math.max(0, millis - fromMillis) / hourMillis;
  return {
    centre: hazard.centre + hours * ratePerHour.centre,
    upper: hazard.upper + hours * ratePerHour.upper,
    lower: hazard.lower + hours * ratePerHour.lower,
  };
}

/**
 * Carries a history on to where no readings go (viability.md 4.6, readings.md): at the pack's set point, and beside it at the warm end of the range, or the last reading
 * where that is warmer still. Of a silent logger the average is not assumed, but the worst.
 */
export function linesFrom(
  model: LossModel,
  exposure: Exposure,
  { asOfMillis, worstCelsius }: { readonly asOfMillis: number; readonly worstCelsius: number },
): SurvivalLines {
  const { gapMinutes, setPointCelsius } = exposure.rules;
  const heardMillis = exposure.last?.atMillis ?? exposure.startsAtMillis;
  const silent = gapMinutes !== null && asOfMillis - heardMillis > gapMinutes * 60_000;
  const warmest = Math.max(worstCelsius, setPointCelsius, exposure.last?.celsius ?? -Infinity);
  const worst = lineAt(model, exposure, warmest);
  return { planned: silent ? worst : lineAt(model, exposure, setPointCelsius), worst, silent };
}

function lineAt(model: LossModel, exposure: Exposure, celsius: number): SurvivalLine {
  const centre = lossRate(model, celsius);
  const spread = spreadAt(model, celsius);
  const ratePerHour = { centre, upper: centre * spread, lower: centre / spread };
  return { celsius, fromMillis: knownUntilMillis(exposure), hazard: exposure.hazard, ratePerHour };
}

/** The line of cells that are frozen: what they had lost before is all they lose (viability.md 4.4). */
export function frozenLine(lostBefore: Hazard): SurvivalLine {
  return { celsius: null, fromMillis: 0, hazard: lostBefore, ratePerHour: noHazard };
}

/** The warmest that a history was, or a line goes on at. */
export function warmestOf({ hottestCelsius }: Exposure, { planned, worst }: SurvivalLines): number {
  return Math.max(hottestCelsius ?? -Infinity, planned.celsius ?? -Infinity, worst.celsius ?? -Infinity);
}

/** The temperatures of a pack for 2 to 8 °C; other packs have their own. */
export function usualPack(constants: ConstantSet): { readonly setPointCelsius: number; readonly worstCelsius: number } {
  return {
    setPointCelsius: figureOf(constants, 'set-point-celsius'),
    worstCelsius: figureOf(constants, 'worst-in-range-celsius'),
  };
}
