import { err, ok, type Result } from '@cellrelay/kernel';
import { figureOf, withSiteFigure, type Amendment, type ConstantId, type ConstantSet } from './constants.js';
import { outside, type ViabilityProblem } from './problem.js';

type Bounds = readonly [least: number, most: number];

const rate: Bounds = [0.0001, 1];
const activation: Bounds = [1, 300];
const sigma: Bounds = [0.05, 5];
const part: Bounds = [0.01, 1];

/**
 * The constants in whose place a site may put a figure of its own, and what is not absurd for it; all others are physics, conventions, or have a setting of the policy. The bounds are
 * judgements: wide enough for any laboratory, and too narrow for a slipped decimal point or another unit.
 */
const amendable = {
  'hpc-a.rate-at-5': rate,
  'hpc-a.activation': activation,
  'hpc-a.rate-at-37': rate,
  'hpc-a.sigma-at-8': sigma,
  'hpc-a.sigma-at-22': sigma,
  'hpc-a.sigma-at-37': sigma,
  'hpc-m.rate-at-5': rate,
  'hpc-m.activation': activation,
  'hpc-m.rate-at-37': rate,
  'hpc-m.sigma-at-8': sigma,
  'hpc-m.sigma-at-22': sigma,
  'hpc-m.sigma-at-37': sigma,
  'mnc-a.rate-at-5': rate,
  'mnc-a.activation': activation,
  'mnc-a.rate-at-37': rate,
  'mnc-a.sigma-at-8': sigma,
  'mnc-a.sigma-at-22': sigma,
  'mnc-a.sigma-at-37': sigma,
  'concentration.harmless-up-to': [10, 1000],
  'concentration.more-per-100': [0.01, 5],
  'concentration.most': [1, 10],
  'concentration.sigma-more': [0.01, 2],
  'thaw.hpc-cb.low': part,
  'thaw.hpc-cb.centre': part,
  'thaw.hpc-cb.high': part,
  'freeze-celsius': [-2, 4],
  'outside-model-celsius': [25, 37],
  'amber-below-probability': [0.5, 0.999],
  'amber-ends-at-probability': [0.5, 0.9999],
} as const satisfies Partial<Record<ConstantId, Bounds>>;

export type SiteFigureId = keyof typeof amendable;

/** A site's own figure in the place of a shipped one, with its source and who approved it. */
export interface SiteFigure extends Amendment {
  readonly id: SiteFigureId;
}

export const siteFigureIds = Object.keys(amendable) as readonly SiteFigureId[];

/** Of two figures the former is not to be above the latter. */
const inOrder: readonly (readonly [SiteFigureId, SiteFigureId])[] = [
  ['hpc-a.rate-at-5', 'hpc-a.rate-at-37'],
  ['hpc-m.rate-at-5', 'hpc-m.rate-at-37'],
  ['mnc-a.rate-at-5', 'mnc-a.rate-at-37'],
  ['thaw.hpc-cb.low', 'thaw.hpc-cb.centre'],
  ['thaw.hpc-cb.centre', 'thaw.hpc-cb.high'],
  ['amber-below-probability', 'amber-ends-at-probability'],
];

/** The set with a site's own figures, under a version of its own; refused where one is absurd, is given twice, nobody has approved it, or two contradict each other. None: the set itself. */
export function withSiteFigures(
  set: ConstantSet,
  figures: readonly SiteFigure[],
  version: string,
): Result<ConstantSet, ViabilityProblem> {
  if (figures.length === 0) return ok(set);
  let amended = set;
  for (const [index, figure] of figures.entries()) {
    const wrong = wrongIn(figure, index, figures);
    if (wrong !== undefined) return err(wrong);
    const next = withSiteFigure({ ...amended, version: set.version }, figure, version);
    if (!next.ok) return err({ ...next.error, at: `/${index}${next.error.at ?? ''}` });
    amended = next.value;
  }
  const crossed = outOfOrder(amended);
  return crossed === undefined ? ok(amended) : err(crossed);
}

function wrongIn({ id, value }: SiteFigure, index: number, all: readonly SiteFigure[]): ViabilityProblem | undefined {
  if (all.findIndex((each) => each.id === id) !== index) {
    const sentence = `${id} has a figure of the site’s already.`;
    return { code: 'constant-invalid', sentence, at: `/${index}/id` };
  }
  const [least, most] = amendable[id];
  const sentence = `${id} cannot be ${value}: from ${least} to ${most} is plausible.`;
  return outside(value, [least, most], { code: 'constant-invalid', sentence, at: `/${index}/value` });
}

function outOfOrder(set: ConstantSet): ViabilityProblem | undefined {
  const [crossed] = inOrder.filter(([lower, upper]) => figureOf(set, lower) > figureOf(set, upper));
  if (crossed === undefined) return undefined;
  const [lower, upper] = crossed;
  const sentence = `${lower} is ${figureOf(set, lower)}, above ${upper}, which is ${figureOf(set, upper)}.`;
  return { code: 'constant-invalid', sentence };
}
