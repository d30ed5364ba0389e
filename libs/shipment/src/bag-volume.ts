import { outOfRange } from './deciding.js';
import type { Refusal } from './stage.js';

/** A judgement: what stays in the tubing, what samples and weighing take or add. Further off it is another bag, or a slip of the pen. */
const mostDifference = 0.1;

/** Whether a volume, or what the parts of a bag hold together, can be that of the bag: a tenth more or less, in mL. */
export function isVolumeOf(measuredMl: number, bagMl: number): boolean {
  return Math.abs(measuredMl - bagMl) <= bagMl * mostDifference;
}

/** Whether more was infused than can have been in the bag: it was thinned, or one of the two volumes is wrong. */
export function isMoreThanBag(infusedMl: number, bagMl: number): boolean {
  return infusedMl > bagMl && !isVolumeOf(infusedMl, bagMl);
}

/** What is wrong with a bag's stated volume by itself; 1 to 5000 mL are allowed. `label` is how the sentence calls the bag. */
export function bagVolumeProblem(value: number, label: string, at: string): Refusal | undefined {
  return outOfRange({ value, least: 1, most: 5000, what: `The volume of ${label}`, unit: 'mL', at });
}
