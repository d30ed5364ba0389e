import type { Metric, Product } from './products.js';
import type { Sourced } from './policy.sourced.js';

/**
 * A figure per kg of recipient below which an organisation looks at a collection again. It is no limit of the order: nothing is refused or decided by it, and
 * who decides on the count is told (standards.md 2.1). MNC are counted in 10⁸ cells, as TNC are.
 */
export interface CountThreshold {
  /** Issuing organisation number: the first four digits of the donor's GRID. */
  readonly ion: string;
  readonly product: Product;
  readonly metric: Metric | 'MNC';
  readonly perKg: number;
  /** For recipients of this weight or more, and of less than that; null: of any. */
  readonly fromKg: number | null;
  readonly belowKg: number | null;
  readonly source: string;
  readonly mark: Sourced<unknown>['mark'];
}

const nmdp = { ion: '3553', source: 'S25: quality threshold of the operations metrics', mark: 'V-' } as const;
const heavy = { ...nmdp, product: 'HPC-M', fromKg: 70, belowKg: null } as const;
const light = { ...nmdp, product: 'HPC-M', fromKg: null, belowKg: 70 } as const;

/** The thresholds of standards.md 2.1. Floors and ceilings that bind stand with the registries' rules. */
export const countThresholds: readonly CountThreshold[] = [
  { ...nmdp, product: 'HPC-A', metric: 'CD34', perKg: 4.5, fromKg: null, belowKg: null },
  { ...heavy, metric: 'CD34', perKg: 2 },
  { ...heavy, metric: 'TNC', perKg: 2 },
  { ...light, metric: 'CD34', perKg: 3 },
  { ...light, metric: 'TNC', perKg: 3 },
  {
    ...{ ion: '2197', product: 'HPC-A', metric: 'MNC', perKg: 5, fromKg: null, belowKg: null },
    source: 'S4, S57: 5 × 10⁸ cells per kg, read as MNC',
    mark: 'G',
  },
];
