import { exactly, exactScale, type Metric, type Per } from './products.js';

/** What a laboratory states of each metric in a bag; null where it was not counted. */
export interface Concentrations {
  readonly cd34PerUl: number | null;
  readonly wbcE9PerL: number | null;
  readonly cd3PerUl: number | null;
}

/** The figure that each metric is counted by, and what it times mL must be divided by: for 10⁶ cells per µL, 10⁸ of 10⁹/L (standards.md 2.3). */
export const figureOf: Readonly<Record<Metric, { readonly field: keyof Concentrations; readonly divisor: bigint }>> = {
  CD34: { field: 'cd34PerUl', divisor: 1000n },
  TNC: { field: 'wbcE9PerL', divisor: 100n },
  CD3: { field: 'cd3PerUl', divisor: 1000n },
};

/** A dose in the metric's own unit, as the exact ratio of two whole numbers. */
export interface Dose {
  readonly cells: bigint;
  readonly over: bigint;
}

/** A volume, and what is in it. */
export type CountedVolume = Concentrations & { readonly volumeMl: number };

/** Cells = mL x concentration / divisor; per kg of the recipient, or in all. A bag without that figure adds nothing. */
export function doseOf(counts: readonly CountedVolume[], metric: Metric, perKgOf: number | null): Dose {
  const { field, divisor } = figureOf[metric];
  const cells = counts.reduce((sum, count) => sum + exactly(count.volumeMl) * exactly(count[field] ?? 0), 0n);
  const weight = perKgOf === null ? exactScale : exactly(perKgOf);
  return { cells, over: divisor * weight * exactScale };
}

/** Below zero when the dose is under the figure, above zero when it is over it, zero when exactly equal. */
export function compareDose({ cells, over }: Dose, figure: number): number {
  const difference = cells * exactScale - exactly(figure) * over;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** The dose to be shown: cut off after four decimals and never rounded up, so that it does not look met when it is not. */
export function shownDose({ cells, over }: Dose): number {
  return Number((cells * 10_000n) / over) / 10_000;
}

/** The weight that a dose is divided by; null: by none, it is in all. */
export function weightFor(per: Per, weightKg: number): number | null {
  return per === 'kg' ? weightKg : null;
}
