import type { Instant, Result } from '@cellrelay/kernel';
import type { Label } from '@cellrelay/paperwork';
import type { Refusal } from '@cellrelay/shipment';

/** What labels are printed on: labels of a roll, one to a page, or a sheet of A4 with as many of them as fit. Sizes in mm. */
export const labelStocks = ['roll-100x50', 'roll-100x150', 'a4-100x50', 'a4-100x150'] as const;
export type LabelStockName = (typeof labelStocks)[number];

/** Dots to an inch that label printers set: bars begin and end on whole ones. A4 is printed with 600 whatever is said. */
export const labelDots = [203, 300, 600] as const;
export type LabelDots = (typeof labelDots)[number];

export interface LabelRun {
  readonly stock: LabelStockName;
  readonly dpi: LabelDots;
  /** The document says so to the second, and no other time is in it. */
  readonly madeAt: Instant;
}

/** Makes labels of one kind into PDF, for a printer. The same labels and run give the same bytes. */
export interface LabelPress {
  /** Refused where a label does not fit on the stock, by its reference (nothing is cut off), and where too much waits to be set. */
  print(labels: readonly Label[], run: LabelRun): Promise<Result<Uint8Array, Refusal>>;
}
