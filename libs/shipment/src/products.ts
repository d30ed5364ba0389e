/** What is ordered and how its cells are measured: the products, their metrics, and the arithmetic of a dose. */

export const productNames = ['HPC-A', 'HPC-M', 'MNC-A', 'HPC-CB'] as const;

/** HPC, Apheresis; HPC, Marrow; MNC, Apheresis (donor lymphocytes); HPC, Cord Blood. */
export type Product = (typeof productNames)[number];

export const metricNames = ['CD34', 'TNC', 'CD3'] as const;

/** CD34 and CD3 are counted in 10⁶ cells, all nucleated cells (TNC) in 10⁸. */
export type Metric = (typeof metricNames)[number];

/** Whether a dose is per kg of the recipient (on the order's weight basis) or in all. */
export type Per = 'kg' | 'total';

/** One metric of what a recipient is to get: what is asked for, and the least that will do. */
export interface DoseRequest {
  readonly metric: Metric;
  readonly per: Per;
  readonly requested: number;
  readonly minimum: number;
}

/** What follows from the product alone. */
export interface ProductTraits {
  /** The metrics that its order cannot be without (standards.md 2.1). */
  readonly primary: readonly Metric[];
  /** A harvest of marrow is one operation; an apheresis may be repeated the next day (standards.md 2.2). */
  readonly mostCollectionDays: 1 | 2;
  /** Whether it is collected for the order and travels fresh. A banked unit is neither. */
  readonly fresh: boolean;
}

export const products: Readonly<Record<Product, ProductTraits>> = {
  'HPC-A': { primary: ['CD34'], mostCollectionDays: 2, fresh: true },
  'HPC-M': { primary: ['TNC'], mostCollectionDays: 1, fresh: true },
  'MNC-A': { primary: ['CD3'], mostCollectionDays: 2, fresh: true },
  'HPC-CB': { primary: ['TNC', 'CD34'], mostCollectionDays: 1, fresh: false },
};

/** A dose is within these, or a decimal point has slipped. A judgement, wide around standards.md 2.1. */
export const doseBounds: Readonly<
  Record<Metric, Readonly<Record<Per, { readonly least: number; readonly most: number }>>>
> = {
  CD34: { kg: { least: 0.01, most: 60 }, total: { least: 0.1, most: 20_000 } },
  TNC: { kg: { least: 0.01, most: 50 }, total: { least: 0.1, most: 10_000 } },
  CD3: { kg: { least: 0.001, most: 1000 }, total: { least: 0.01, most: 100_000 } },
};

const units: Readonly<Record<Metric, string>> = { CD34: 'million CD34', TNC: '× 10⁸ TNC', CD3: 'million CD3' };

/** The unit of a dose, to stand behind its figure: "million CD34 per kg", "× 10⁸ TNC in all". */
export function unitOf({ metric, per }: { readonly metric: Metric; readonly per: Per }): string {
  return `${units[metric]} ${per === 'kg' ? 'per kg' : 'in all'}`;
}

/**
 * Doses are compared as whole numbers, so that one exactly equal to the request is met and one a hair below is not. Every
 * figure is taken to its sixth decimal, more than any laboratory, scale or order states; beyond that it is rounded.
 */
export const exactScale = 10n ** 6n;

/** A figure as a whole number of millionths. */
export function exactly(figure: number): bigint {
  return BigInt(Math.round(figure * Number(exactScale)));
}

/** A requested dose against a limit per kg: below zero when under it, zero when exactly equal, above zero when over it. */
export function compareToPerKg(
  { per, requested }: Pick<DoseRequest, 'per' | 'requested'>,
  weightKg: number,
  perKg: number,
): number {
  const limit = per === 'kg' ? exactly(perKg) * exactScale : exactly(perKg) * exactly(weightKg);
  const difference = exactly(requested) * exactScale - limit;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}
