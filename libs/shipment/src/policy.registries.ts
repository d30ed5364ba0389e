import type { Sourced } from './policy.sourced.js';
import type { Metric, Product } from './products.js';

/** A figure per kg of recipient that a registry publishes for a product: what it holds to be too little, or more than it lets be asked. */
export interface RegistryLimit {
  readonly product: Product;
  readonly metric: Metric;
  readonly kind: 'floor' | 'ceiling';
  readonly perKg: number;
  /** Of a floor: whether a dose exactly equal to it reaches it. A ceiling is passed only by more than it. */
  readonly comparison: 'at-or-above' | 'above';
}

/** What a registry publishes as its own rules (standards.md 2.1). */
export interface RegistryRule {
  /** Issuing organisation number: the first four digits of the donor's GRID. */
  readonly ion: string;
  readonly source: string;
  /** What its donors may be asked for; null where nothing says so. */
  readonly offers: readonly Product[] | null;
  readonly limits: readonly RegistryLimit[];
  /** The most marrow that may be taken, in mL per kg of donor. */
  readonly mostMarrowMlPerDonorKg: Sourced<number> | null;
}

function registry(
  ion: string,
  source: string,
  rule: Partial<Pick<RegistryRule, 'offers' | 'limits' | 'mostMarrowMlPerDonorKg'>>,
): RegistryRule {
  return { ion, source, offers: null, limits: [], mostMarrowMlPerDonorKg: null, ...rule };
}

function limit(product: Product, metric: Metric, kind: RegistryLimit['kind'], perKg: number): RegistryLimit {
  return { product, metric, kind, perKg, comparison: 'at-or-above' };
}

/** The text says "20 mL/kg"; that it is the donor's kg is the usual reading and stands in none (standards.md 2.1). */
function marrow(source: string): Sourced<number> {
  return { value: 20, source: `${source}: 20 mL/kg, read as kg of donor`, mark: 'G' };
}

/** The rules of standards.md 2.1. */
export const registries: readonly RegistryRule[] = [
  // Lymphocytes too: a month after the first donation (S57).
  registry('2197', 'S4, S57', { offers: ['HPC-A', 'MNC-A'], limits: [limit('HPC-A', 'CD34', 'floor', 2)] }),
  registry('4364', 'S1', { limits: [{ ...limit('HPC-A', 'CD34', 'floor', 2), comparison: 'above' }] }),
  registry('6939', 'S2', { limits: [limit('HPC-A', 'CD34', 'ceiling', 5)], mostMarrowMlPerDonorKg: marrow('S2') }),
  registry('2614', 'S56', { limits: [limit('HPC-A', 'CD34', 'ceiling', 5)], mostMarrowMlPerDonorKg: marrow('S56') }),
  registry('4070', 'S3', {
    limits: [limit('HPC-A', 'CD34', 'ceiling', 4), limit('HPC-M', 'TNC', 'ceiling', 4)],
  }),
];
