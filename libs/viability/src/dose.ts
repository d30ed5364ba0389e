import { normalProbability } from './normal.js';
import { survivalOf, type Band } from './survival.js';
import type { Hazard } from './temperature-history.js';

/** Cells of one bag on their way to one recipient. */
export interface ExpectedCells {
  /** Viable cells that were counted, in 10⁶, less what the samples take. */
  readonly viableE6: number;
  /** What freezing and thawing leave of them; null: they are not frozen. */
  readonly thaw: Band | null;
  /** What they have lost, and will have, in the liquid state since they were counted. */
  readonly hazard: Hazard;
}

/**
 * What is left of the cells, in 10⁶: the count, times survival, times what thawing leaves (viability.md 4.6). Low goes with low and high with high, and no more than were
 * counted can come out: cautious, for both would hardly happen at once (readings.md).
 */
export function cellsLeft({ viableE6, thaw, hazard }: ExpectedCells): Band {
  const { low, centre, high } = survivalOf(hazard);
  const part = (survival: number, left: number): number => viableE6 * Math.min(1, survival * left);
  return { low: part(low, thaw?.low ?? 1), centre: part(centre, thaw?.centre ?? 1), high: part(high, thaw?.high ?? 1) };
}

/** The sum over bags, each with a history of its own; divided by the weight, where the dose is per kg. */
export function doseOfCells(bags: readonly ExpectedCells[], perKgOf: number | null): Band {
  const left = bags.map(cellsLeft);
  const sum = (end: keyof Band): number => left.reduce((all, each) => all + each[end], 0) / (perKgOf ?? 1);
  return { low: sum('low'), centre: sum('centre'), high: sum('high') };
}

/** Half a cell, in 10⁶: sums that differ by less are equal, and a dose exactly equal to the request is met. */
const halfACell = 5e-7;

/** Whether so many cells are what was asked for, both in 10⁶ and in all. */
export function meets(cellsE6: number, requestedE6: number): boolean {
  return cellsE6 >= requestedE6 - halfACell;
}

/** Search bounds of z: beyond them nothing is probable. */
const farthestZ = 12;
const halvings = 64;

/**
 * How probable it is that as many cells arrive as were asked for, in 10⁶ (viability.md 4.5). Of one bag it is the closed form given there,
 * Phi((ln(-ln s) - ln H) / sigma). Of several one z goes through all of them, for it is the laboratory that is unsure, and not the bag. Thawing counts by its centre;
 * exactly as many as asked for is met (readings.md).
 */
export function probabilityOfMeeting(bags: readonly ExpectedCells[], requestedE6: number, bandZ: number): number {
  const doomed = bags.map((bag) => ({
    cells: bag.viableE6 * (bag.thaw?.centre ?? 1),
    ...lognormalOf(bag.hazard, bandZ),
  }));
  const left = (z: number): number =>
    doomed.reduce((sum, { cells, ln, sigma }) => sum + cells * Math.exp(-Math.exp(ln + z * sigma)), 0);
  if (meets(left(farthestZ), requestedE6)) return 1;
  if (!meets(left(-farthestZ), requestedE6)) return 0;
  return normalProbability(turningPoint(left, requestedE6));
}

/** Up to which z a falling number of cells is what was asked for; it lies between the search bounds. */
function turningPoint(falling: (z: number) => number, requestedE6: number): number {
  let [low, high] = [-farthestZ, farthestZ];
  for (let nth = 0; nth < halvings; nth += 1) {
    const middle = (low + high) / 2;
    if (meets(falling(middle), requestedE6)) low = middle;
    else high = middle;
  }
  return low;
}

/** ln H and the sigma of it that the ends of the band imply. Where nothing is lost, ln H is minus infinity, and no z changes that. */
function lognormalOf({ centre, upper, lower }: Hazard, bandZ: number): { readonly ln: number; readonly sigma: number } {
  if (centre === 0) return { ln: -Infinity, sigma: 0 };
  return { ln: Math.log(centre), sigma: (Math.log(upper) - Math.log(lower)) / (2 * bandZ) };
}
