import { err, ok, plusMinutes, type Instant, type Result } from '@cellrelay/kernel';
import { figureOf, type ConstantSet } from './constants.js';
import { outside, type ViabilityProblem } from './problem.js';
import type { Band } from './survival.js';

/** Products of which it was published what freezing and thawing leave. */
export type FrozenProduct = 'HPC-A' | 'MNC-A' | 'HPC-CB';

const kindOf: Readonly<Record<FrozenProduct, 'hpc-a' | 'mnc-a' | 'hpc-cb'>> = {
  'HPC-A': 'hpc-a',
  'MNC-A': 'mnc-a',
  'HPC-CB': 'hpc-cb',
};

/** What one freezing and thawing leaves, with its 90 % interval, capped at 1 (viability.md 4.4). Of marrow too little was published: it is refused, not guessed. */
export function thawFactor(product: string, constants: ConstantSet): Result<Band, ViabilityProblem> {
  if (!Object.hasOwn(kindOf, product)) {
    const sentence = `What thawing leaves of ${product} is not known well enough to count on.`;
    return err({ code: 'thaw-factor-unknown', sentence, at: '/product', allowed: Object.keys(kindOf) });
  }
  const kind = kindOf[product as FrozenProduct];
  const factor = (end: keyof Band): number => figureOf(constants, `thaw.${kind}.${end}`);
  return ok({ low: factor('low'), centre: factor('centre'), high: factor('high') });
}

/** By when thawed cells are to be infused: the label's hard limit (viability.md 4.4). How they fare until then was not published and is not modelled. */
export function infuseThawedBy(thawedAt: Instant, prepared: 'unwashed' | 'washed', constants: ConstantSet): Instant {
  return plusMinutes(thawedAt, 60 * figureOf(constants, `thawed.${prepared}-hours`));
}

/** What is left of cord blood's CD34 viability after thawing when it was held liquid so long before it was frozen (viability.md 4.4, OXF13). */
export function cordHoldSurvival(
  heldHours: number,
  assay: '7aad' | 'annexin-v',
  constants: ConstantSet,
): Result<number, ViabilityProblem> {
  const sentence = 'A hold before freezing is a number of hours, and not negative.';
  const wrong = outside(heldHours, [0, Number.MAX_VALUE], { code: 'minutes-invalid', sentence, at: '/heldHours' });
  return wrong === undefined ? ok(Math.exp(-figureOf(constants, `cord-hold.${assay}`) * heldHours)) : err(wrong);
}
