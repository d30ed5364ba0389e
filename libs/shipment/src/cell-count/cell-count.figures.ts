import { bagVolumeProblem, isVolumeOf } from '../bag-volume.js';
import { firstOf, outOfRange } from '../deciding.js';
import { figureOf } from '../doses.js';
import type { Metric } from '../products.js';
import type { Refusal } from '../stage.js';
import type { BagCount, CellCountFacts, CollectedBag } from './cell-count.js';

/** What a figure may be. A judgement: products hold a part of this at most, and above it a decimal point has slipped. */
const figureBounds: Readonly<Record<Metric, { readonly most: number; readonly unit: string }>> = {
  CD34: { most: 20_000, unit: 'CD34 per µL' },
  TNC: { most: 2000, unit: '× 10⁹ WBC/L' },
  CD3: { most: 500_000, unit: 'CD3 per µL' },
};
const metrics = Object.keys(figureBounds) as readonly Metric[];

type CollectedBags = readonly CollectedBag[];

/** What is wrong with the figures of a day's bags: those that the orders need are there, and all are plausible. */
export function figuresProblem(
  bags: readonly BagCount[],
  collected: CollectedBags,
  facts: CellCountFacts,
): Refusal | undefined {
  return (
    firstOf(bags, (bag, index) => figureProblem(bag, neededOf(bag, collected, facts), `/bags/${index}`)) ??
    firstOf(bags, (bag, index) => volumeDiffers(bag, collected, `/bags/${index}/volumeMl`))
  );
}

/** The metrics that the bag's recipient was ordered doses in. */
function neededOf({ bag: id }: BagCount, collected: CollectedBags, { recipients }: CellCountFacts): readonly Metric[] {
  const ref = collected.find((bag) => bag.id === id)?.recipient;
  return recipients.find((each) => each.ref === ref)?.doses.map(({ metric }) => metric) ?? [];
}

function figureProblem(bag: BagCount, needed: readonly Metric[], at: string): Refusal | undefined {
  return (
    firstOf(metrics, (metric) => concentrationProblem(bag, metric, { needed: needed.includes(metric), at })) ??
    mncProblem(bag, `${at}/mncPercent`) ??
    bagVolumeProblem(bag.volumeMl, bag.bag, `${at}/volumeMl`)
  );
}

function mncProblem({ bag, mncPercent }: BagCount, at: string): Refusal | undefined {
  if (mncPercent === undefined || mncPercent === null) return undefined;
  const what = `The share of mononuclear cells in ${bag}`;
  return outOfRange({ value: mncPercent, least: 0, most: 100, what, unit: '%', at });
}

function concentrationProblem(
  bag: BagCount,
  metric: Metric,
  { needed, at }: { readonly needed: boolean; readonly at: string },
): Refusal | undefined {
  const { field } = figureOf[metric];
  const { most, unit } = figureBounds[metric];
  const value = bag[field];
  if (value !== null)
    return outOfRange({ value, least: 0, most, what: `The count of ${bag.bag}`, unit, at: `${at}/${field}` });
  if (!needed) return undefined;
  const sentence = `The order asks for a dose of ${metric}, so ${bag.bag} needs its count in ${unit}.`;
  return { code: 'figure-missing', sentence, at: `${at}/${field}` };
}

function volumeDiffers({ bag: id, volumeMl }: BagCount, bags: CollectedBags, at: string): Refusal | undefined {
  const collected = bags.find((bag) => bag.id === id)?.volumeMl ?? volumeMl;
  if (isVolumeOf(volumeMl, collected)) return undefined;
  const sentence = `${id} was collected with ${collected} mL and counted with ${volumeMl} mL; they may differ by a tenth.`;
  return { code: 'volume-differs', sentence, at, allowed: [`${collected} mL, a tenth more or less`] };
}
