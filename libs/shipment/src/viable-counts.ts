import type { LiquidProduct, ViableCount } from '@cellrelay/viability';
import type { BagCount } from './cell-count/cell-count.js';
import type { ClockedBag } from './overview.js';
import { orderOf } from './overview.js';
import type { Metric, Product } from './products.js';
import { arrivalOf } from './receipt/receipt.dose.js';
import type { ArrivalCount } from './receipt/receipt.js';
import type { Shipment } from './shipment.js';

/** What was counted of a bag, as the model takes it. */
export interface ViableCounts {
  readonly atOrigin: ViableCount | null;
  /** The receiving laboratory's own; from its moment on it replaces the model (viability.md R6). */
  readonly onArrival: ViableCount | null;
  /** Nucleated cells in 10⁶ per mL; null: not known. */
  readonly tncE6PerMl: number | null;
}

/** The cells that the loss of a product is modelled by: CD3 of lymphocytes, CD34 of all others (viability.md 4.1). */
export function modelledMetric(product: Product): Extract<Metric, 'CD34' | 'CD3'> {
  return product === 'MNC-A' ? 'CD3' : 'CD34';
}

/** Products whose loss in the liquid state is modelled. */
export function liquidProduct(product: Product): LiquidProduct | null {
  return product === 'HPC-CB' ? null : product;
}

/**
 * The counts of a bag in 10⁶ viable cells: mL x cells per µL / 1000 (standards.md 2.3). The sample at origin is taken when the collection ends, also where it is counted
 * hours later: the loss of those hours is the model's. A laboratory that states a viability beside its cells has them multiplied: the fewer count.
 */
export function viableCountsOf(shipment: Shipment, bag: ClockedBag): ViableCounts {
  const metric = modelledMetric(orderOf(shipment).details.product);
  const counts = shipment.stages['cell-count'].counts.flatMap(({ bags }) => bags);
  const own = counts.find((count) => count.bag === bag.id);
  const counted = own ?? counts.find((count) => bag.partOf?.includes(count.bag) === true);
  const volumeMl = own?.volumeMl ?? bag.volumeMl;
  const arrival = arrivalOf({ id: bag.id, partOf: bag.partOf ?? [] }, shipment.stages.receipt.arrivals);
  return {
    atOrigin: counted === undefined ? null : originOf(counted, { metric, volumeMl, bag }),
    onArrival: arrival === undefined ? null : arrivedOf(arrival, metric, volumeMl),
    // 10⁹ per L are 10⁶ per mL.
    tncE6PerMl: counted?.wbcE9PerL ?? null,
  };
}

type Counted = Pick<BagCount, 'cd34PerUl' | 'cd3PerUl'>;

function perUlOf(count: Counted, metric: 'CD34' | 'CD3'): number | null {
  return metric === 'CD3' ? count.cd3PerUl : count.cd34PerUl;
}

function originOf(
  count: BagCount,
  { metric, volumeMl, bag }: { readonly metric: 'CD34' | 'CD3'; readonly volumeMl: number; readonly bag: ClockedBag },
): ViableCount | null {
  const perUl = perUlOf(count, metric);
  return perUl === null ? null : { countedAt: bag.clock.startsAt, viableE6: (volumeMl * perUl) / 1000 };
}

function arrivedOf(count: ArrivalCount, metric: 'CD34' | 'CD3', volumeMl: number): ViableCount | null {
  const perUl = perUlOf(count, metric);
  if (perUl === null) return null;
  const viable = (count.viabilityPercent ?? 100) / 100;
  return { countedAt: count.countedAt.at, viableE6: ((volumeMl * perUl) / 1000) * viable };
}
