import { mustBe } from '@cellrelay/kernel';
import { shippedConstants, withSiteFigure, type ConstantSet } from '@cellrelay/viability';
import type { Policy } from './policy.js';

const known = new WeakMap<Policy, ConstantSet>();

/**
 * The constants that a policy goes by: those that ship, with the site's own figures in the place of some. Their version names both then, `shipped-1+site-2`: who reads a forecast knows what
 * it was worked out by. The schema of policies lets none be named but those that ship, and no figure that is absurd;
 * its bounds are not looked at again: what is pinned holds, whatever bounds a later release has.
 */
export function constantsOf(policy: Policy): ConstantSet {
  const found = known.get(policy) ?? made(policy);
  known.set(policy, found);
  return found;
}

function made({ version, temperature }: Policy): ConstantSet {
  const { constants, siteFigures } = temperature;
  if (constants.value !== shippedConstants.version)
    throw new Error(`there are no constants of version ${constants.value}`);
  const ours = `${constants.value}+${version}`;
  return siteFigures.value.reduce(
    (set, figure) => mustBe(withSiteFigure({ ...set, version: shippedConstants.version }, figure, ours)),
    shippedConstants,
  );
}
