import { err, ok, type Result } from '@cellrelay/kernel';
import { figureOf, type ConstantSet } from './constants.js';
import type { ViabilityProblem } from './problem.js';

/** How a site's own cells fare against the published ones: k is taken times exp(shift), with this sigma at every temperature. */
export interface SiteCalibration {
  readonly shift: number;
  readonly sigma: number;
  readonly approvedBy: string;
}

/** One of a site's own measurements, with what the model said of the same history. */
export interface ValidationPoint {
  /** Part of the starting count that was still viable. */
  readonly survival: number;
  readonly standardError: number;
  readonly modelledHazard: number;
}

/**
 * Draws the model towards a site's own points, the more the better these are founded (viability.md 4.5). `sigma` is that of the published model at the points'
 * temperature. Points that have hardly lost anything tell nothing and are left out. Who approved it is part of it.
 */
export function calibrated(
  points: readonly ValidationPoint[],
  {
    sigma,
    constants,
    approvedBy,
  }: { readonly sigma: number; readonly constants: ConstantSet; readonly approvedBy: string },
): Result<SiteCalibration, ViabilityProblem> {
  if (approvedBy.trim() === '') {
    return err({ code: 'approver-missing', sentence: 'A calibration needs who approved it.', at: '/approvedBy' });
  }
  if (!(sigma > 0) || !Number.isFinite(sigma) || !points.every(isPoint)) {
    const sentence = 'A point has a survival above 0 and up to 1, and a standard error and a modelled hazard above 0.';
    return err({ code: 'validation-invalid', sentence });
  }
  const telling = points.filter(({ survival }) => survival < figureOf(constants, 'site.survival-not-told'));
  const weights = telling.map(weightOf);
  const weight = weights.reduce((sum, each) => sum + each, 0) + 1 / sigma ** 2;
  const drawn = telling.reduce((sum, each, at) => sum + (weights[at] ?? 0) * offBy(each), 0);
  return ok({
    shift: drawn / weight,
    sigma: Math.hypot(Math.sqrt(1 / weight), figureOf(constants, 'site.sigma-least')),
    approvedBy,
  });
}

function isPoint({ survival, standardError, modelledHazard }: ValidationPoint): boolean {
  const positive = [survival, standardError, modelledHazard].every((each) => each > 0 && Number.isFinite(each));
  return positive && survival <= 1;
}

const weightOf = ({ survival, standardError }: ValidationPoint): number =>
  ((survival * -Math.log(survival)) / standardError) ** 2;

const offBy = ({ survival, modelledHazard }: ValidationPoint): number => Math.log(-Math.log(survival) / modelledHazard);
