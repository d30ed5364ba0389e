import { figureOf } from './constants.js';
import type { LossModel } from './loss-model.js';
import type { Exposure, Hazard } from './temperature-history.js';

/** A figure with its band: low and high in the figure itself. */
export interface Band {
  readonly low: number;
  readonly centre: number;
  readonly high: number;
}

/** Nothing lost. */
export const noHazard: Hazard = { centre: 0, upper: 0, lower: 0 };

/** The part of the counted cells that is still viable, with its 90 % band (viability.md 4.1, 4.5): one z for the whole history. */
export function survivalOf({ centre, upper, lower }: Hazard): Band {
  return { low: Math.exp(-upper), centre: Math.exp(-centre), high: Math.exp(-lower) };
}

/** Measures other than the count of viable cells: the same three days read as 2 % lost by one and 57 % by another (viability.md 2.3). */
export type CompanionMeasure = 'membrane-viability' | 'cfu-gm';

/**
 * What another measure would show, relative to its own start, for context beside the count (viability.md 4.2): exp(-(rH)^shape). Null where no curve was fitted: there
 * is none of lymphocytes, and none of the membranes of marrow.
 */
export function companionSurvival(model: LossModel, hazard: Hazard, measure: CompanionMeasure): Band | null {
  const curve = curveOf(model, measure);
  if (curve === null) return null;
  const at = (each: number): number => Math.exp(-((curve.rateFactor * each) ** curve.shape));
  return { low: at(hazard.upper), centre: at(hazard.centre), high: at(hazard.lower) };
}

interface Curve {
  readonly rateFactor: number;
  readonly shape: number;
}

function curveOf({ product, constants }: LossModel, measure: CompanionMeasure): Curve | null {
  if (measure === 'membrane-viability' && product === 'HPC-A') {
    return { rateFactor: figureOf(constants, 'membrane.rate-factor'), shape: figureOf(constants, 'membrane.shape') };
  }
  if (measure === 'membrane-viability' || product === 'MNC-A') return null;
  const rate = product === 'HPC-M' ? 'cfu-gm.marrow-rate-factor' : 'cfu-gm.rate-factor';
  return { rateFactor: figureOf(constants, rate), shape: figureOf(constants, 'cfu-gm.shape') };
}

/**
 * The one temperature that would have done to a drug what this history did: a convention of drug stability, for whoever reads cold chains, and nothing that the cells'
 * model rests on (viability.md 3). Null while no time has passed.
 */
export function meanKineticCelsius({ kineticKelvin }: LossModel, { kinetic }: Exposure): number | null {
  if (kinetic.hours === 0) return null;
  return kineticKelvin / -Math.log(kinetic.weighed / kinetic.hours) - 273.15;
}
